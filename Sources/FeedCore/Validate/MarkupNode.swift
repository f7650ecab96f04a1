/// An element of a document that is being validated, complete when it has ended.
final class MarkupNode {
    let name: XMLName
    /// What the tables say of it; nil for an element that stands where none tells.
    private let definition: Grammar.Definition?
    /// What holds for it where it stands; nil with the definition.
    let row: ElementRule?
    private let grammar: Grammar
    let attributes: [XMLAttribute]
    /// In the decoded document.
    let offset: Int
    /// Whether relative references have an `xml:base`.
    let hasBase: Bool
    var text = ""
    var children: [MarkupNode] = []

    init(
        _ start: XMLStartElement, definition: Grammar.Definition?, row: ElementRule?, in grammar: Grammar, hasBase: Bool
    ) {
        name = start.name
        self.definition = definition
        self.row = row
        self.grammar = grammar
        attributes = start.attributes
        offset = start.offset
        self.hasBase = hasBase
    }

    /// In the tables; empty for an element that stands where none tells.
    var tableName: String { definition?.name ?? "" }

    var specification: Specification { definition?.specification ?? grammar.core.specification }

    /// Whether it is one of the format's own.
    var isCore: Bool { definition?.isCore ?? false }

    /// What has to be counted within it.
    var counted: [Grammar.Child] { definition?.counted ?? [] }

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

    func children(_ name: String) -> [MarkupNode] { children.filter { $0.definition?.name == name } }

    func child(_ name: String) -> MarkupNode? { children.first { $0.definition?.name == name } }
}
