/// One row of a format's table: an element as the specification has it at the places named.
///
/// A class, because there are a few hundred in all and every element of a document refers to its own.
final class ElementRule: Sendable {
    /// Without a prefix for the format's own elements, with the usual one for those of modules.
    let name: String
    /// The elements that it may stand in; `nowhere` for a root.
    let parents: [String]
    let occurs: Occurrence
    let content: Content
    let attributes: [AttributeRule]
    /// Of its specification; the word or number that `Specification.citation` takes.
    let section: String

    init(
        name: String, parents: [String], occurs: Occurrence, content: Content, attributes: [AttributeRule] = [],
        section: String
    ) {
        self.name = name
        self.parents = parents
        self.occurs = occurs
        self.content = content
        self.attributes = attributes
        self.section = section
    }

    enum Occurrence: Sendable, Equatable {
        /// MUST be there once.
        case required
        /// SHOULD be there once.
        case recommended
        /// At most once.
        case optional
        case any
        /// MUST be there once or more.
        case many
    }

    enum Content: Sendable {
        /// Other elements, and no text.
        case elements
        /// Text of this form, and no elements.
        case value(ValueSyntax)
        /// Neither.
        case empty
        /// An Atom text construct (RFC 4287, section 3.1).
        case textConstruct
        /// `atom:content` (RFC 4287, section 4.1.3).
        case atomContent
        /// Text that readers show as HTML.
        case html
        /// Elements of modules, and text that nobody reads (RFC 4287, section 6.3: `undefinedContent`).
        case foreign
        /// Text, and elements of any kind.
        case mixed
        /// The same, and any attributes: the tables say no more of it.
        case open
    }

    /// Whether there may be attributes without a row; OPML gives outlines any.
    var takesAnyAttribute: Bool {
        if case .open = content { return true }
        return name == "outline"
    }

    /// The parent of a root element.
    static let nowhere = ""
    /// What modules call a feed: Atom's and RSS's.
    static let feeds = ["feed", "channel"]
    static let entries = ["entry", "item"]

    static func row(
        _ name: String, in parents: [String], _ occurs: Occurrence, _ content: Content, _ section: String = "",
        _ attributes: [AttributeRule] = []
    ) -> ElementRule {
        ElementRule(
            name: name, parents: parents, occurs: occurs, content: content, attributes: attributes, section: section)
    }
}

/// An attribute of an element, with the usual prefix if it is a module's. Those of namespaces that the row does not
/// name, and `xml:lang` and `xml:base`, need no row.
struct AttributeRule: Sendable {
    let name: String
    var isRequired = false
    let syntax: ValueSyntax

    /// Whether it stands in the namespace with this prefix.
    func isOf(_ prefix: String) -> Bool { name.hasPrefix(prefix + ":") }

    static func must(_ name: String, _ syntax: ValueSyntax) -> AttributeRule {
        AttributeRule(name: name, isRequired: true, syntax: syntax)
    }

    static func may(_ name: String, _ syntax: ValueSyntax) -> AttributeRule {
        AttributeRule(name: name, syntax: syntax)
    }
}
