/// An element's or attribute's name, as written and resolved (Namespaces in XML 1.0).
///
/// A class, because a document uses few names many times and every element carries one.
final class XMLName: Sendable {
    /// Empty if there is none, or if the prefix is not declared.
    let namespace: String
    /// As written; empty if there is none.
    let prefix: String
    /// As written.
    let local: String
    /// `local` in lower case.
    let folded: String
    /// The vocabulary it belongs to; nil if nobody knows it.
    let vocabulary: Vocabulary?
    private let feedRule: Vocabulary.Rule?
    private let entryRule: Vocabulary.Rule?

    init(namespace: String, prefix: String, local: String) {
        self.namespace = namespace
        self.prefix = prefix
        self.local = local
        folded = local.asciiLowercased
        vocabulary = Vocabularies.vocabulary(namespace: namespace, prefix: prefix)
        feedRule = vocabulary?.rule(for: folded, in: .feed)
        entryRule = vocabulary?.rule(for: folded, in: .entry)
    }

    /// What an element of this name means; looked up once, because every element asks.
    func rule(in kind: Draft.Kind) -> Vocabulary.Rule? { kind == .feed ? feedRule : entryRule }
}

/// Namespace declarations are not among the attributes of an element.
struct XMLAttribute: Sendable {
    let name: XMLName
    let value: String
}

struct XMLStartElement: Sendable {
    let name: XMLName
    /// Sorted by qualified name: FoundationXML does not tell their order.
    let attributes: [XMLAttribute]
    /// Counted from 1.
    let line: Int
    /// Of its `<`, in bytes from the beginning of the decoded document.
    let offset: Int
}

/// What a document says, in its order: always balanced, text in one piece between two tags.
enum XMLEvent {
    case start(XMLStartElement)
    case text(String)
    case end(XMLName)
}

/// What there is to know of a document besides its events.
struct XMLDocumentInfo: Sendable {
    /// The character encoding in force, in lower case, under its declared name.
    var encoding: String?
    /// False whenever an XML 1.0 processor with namespaces would have stopped.
    var wellFormed: Bool
    var diagnostics: [Diagnostic]
    /// The document type declaration as written, without its internal subset.
    var doctype: String?
}
