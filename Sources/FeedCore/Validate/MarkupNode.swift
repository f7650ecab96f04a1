/// An element of a document that is being validated, complete when it has ended.
final class MarkupNode {
    let kind: MarkupKind
    let attributes: [XMLAttribute]
    /// In the decoded document.
    let offset: Int
    /// Whether relative references have an `xml:base`.
    let hasBase: Bool
    var text = ""
    var children: [MarkupNode] = []

    init(_ start: XMLStartElement, _ kind: MarkupKind, hasBase: Bool) {
        self.kind = kind
        attributes = start.attributes
        offset = start.offset
        self.hasBase = hasBase
    }

    var name: XMLName { kind.name }

    /// In the tables; empty for an element that stands where no table tells.
    var tableName: String { kind.tableName }

    /// What holds for it where it stands; nil if no table tells.
    var row: ElementRule? { kind.row }

    var specification: Specification { kind.specification }

    /// Whether it is one of the format's own.
    var isCore: Bool { kind.isCore }

    /// As the document writes it.
    var tag: String { name.prefix.isEmpty ? "<\(name.local)>" : "<\(name.prefix):\(name.local)>" }

    var citation: Citation { specification.citation(row?.section ?? "") }

    /// The text without the white space around it: XML's, since an IRI may end in another (RFC 3987, section 2.2).
    var value: String {
        guard text.utf8.first?.isASCIIBlank == true || text.utf8.last?.isASCIIBlank == true else { return text }
        let start = text.utf8.firstIndex { !$0.isASCIIBlank } ?? text.endIndex
        let end = text.utf8.lastIndex { !$0.isASCIIBlank }.map(text.utf8.index(after:)) ?? start
        return String(text[start..<end])
    }

    /// An attribute without a namespace.
    subscript(attribute: String) -> String? {
        attributes.first { $0.name.prefix.isEmpty && $0.name.local == attribute }?.value
    }

    func children(_ name: String) -> [MarkupNode] { children.filter { $0.kind.tableName == name } }

    func child(_ name: String) -> MarkupNode? { children.first { $0.kind.tableName == name } }
}
