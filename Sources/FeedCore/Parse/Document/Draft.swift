/// What has been read so far of a feed or of an entry. Elements say what they found; what it means where several say
/// something is decided at the end.
struct Draft: Sendable {
    enum Kind { case feed, entry }

    private(set) var kind = Kind.feed
    private(set) var dialect = Dialect.rss
    /// How far below the feed or entry the element stands that is being read; 1 is its child.
    var depth = 1
    /// A namespace that stands for the core in this document although nobody knows it.
    var assumedCore: String?

    var id = Nearest<String>()
    var idIsPermalink: Bool?
    var title = Nearest<Text>()
    /// A feed's `subtitle`, an entry's `summary`.
    var summary = Nearest<Text>()
    var rights = Nearest<Text>()
    var language = Nearest<String>()
    var published = Nearest<Timestamp>()
    var updated = Nearest<Timestamp>()
    var created = Nearest<Timestamp>()
    var links: [Link] = []
    var authors: [Person] = []
    var contributors: [Person] = []
    var publisher = Person()
    var categories: [Category] = []
    var image = Image()
    var validity = Validity()
    var place = Place()
    @Sparse var itunes = ITunes()
    @Sparse var podcast = Podcast()
    var extensions: [Extension] = []
    /// The fields that only a feed has.
    @Sparse var feed = Feed()
    /// The fields that only an entry has.
    var entry = Entry()
    /// Values that were dropped.
    var diagnostics: [Diagnostic] = []

    private init() {}

    static func blank(_ kind: Kind, dialect: Dialect) -> Draft {
        var draft = template
        draft.kind = kind
        draft.dialect = dialect
        return draft
    }

    /// Making one costs a hundred comparisons, copying it next to nothing.
    private static let template = Draft()

    mutating func complain(_ code: Diagnostic.Code, _ message: String, at element: Element) {
        diagnostics.append(Diagnostic(code, message, line: element.line))
    }
}

extension Draft {
    /// Lets the rule for an element act. What has no rule is kept as an extension; inside an unknown element of the
    /// core, elements count as if they stood in its place, only farther away.
    mutating func take(_ element: Element) {
        let name = element.name
        let isAssumed = name.namespace == assumedCore
        let rule = isAssumed ? Vocabularies.core.rule(for: name.folded, in: kind) : name.rule(in: kind)
        if let rule { return rule(element, &self) }
        if depth == 1 { extensions.append(element.asExtension) }
        guard isAssumed || name.vocabulary === Vocabularies.core else { return }
        depth += 1
        for child in element.children { take(child) }
        depth -= 1
    }

    /// Some formats say things in the attributes of the feed or entry itself; their rules have names with an `@`.
    mutating func takeAttributes(of element: Element) {
        for attribute in element.attributes {
            Vocabularies.core.rule(for: "@" + attribute.name.local.asciiLowercased, in: kind)?(element, &self)
        }
    }

    /// The date in `text`; an unreadable one is noted and dropped.
    mutating func date(_ text: String?, of element: Element) -> Timestamp? {
        guard let text, !text.isEmpty else { return nil }
        if let date = FeedDate.parse(text) { return date }
        complain(.invalidDate, "\(element.name.local) is no date: \(text.cut(toBytes: 80))", at: element)
        return nil
    }

    mutating func date(_ element: Element) -> Timestamp? { date(element.string, of: element) }

    /// The whole number in `text`; anything else is noted and dropped.
    mutating func integer(_ text: String?, of element: Element) -> Int? {
        guard let text = text?.nonBlank else { return nil }
        if let number = Int(text) { return number }
        complain(.invalidNumber, "\(element.name.local) is no whole number: \(text.cut(toBytes: 80))", at: element)
        return nil
    }

    mutating func number(_ text: String?, of element: Element) -> Double? {
        guard let text = text?.nonBlank else { return nil }
        if let number = Double(text), number.isFinite { return number }
        complain(.invalidNumber, "\(element.name.local) is no number: \(text.cut(toBytes: 80))", at: element)
        return nil
    }

    func text(_ element: Element, usually usual: TextType = .text) -> Text {
        TextConstruct(element: element, dialect: dialect, usual: usual).text
    }

    mutating func add(_ category: Category) {
        categories.append(category)
    }

    /// Extensions repeat what the format itself said already.
    mutating func add(author person: Person) {
        guard !person.isEmpty, authors.last != person else { return }
        authors.append(person)
    }
}
