/// Makes events out of what FoundationXML says: resolves names, puts the texts back that the prescan set aside, and joins
/// pieces of text.
struct XMLTeller {
    private let listener: (XMLEvent) -> Bool
    private var prescan: Prescan
    /// Start and end tags so far.
    private var tags = 0
    /// Elements so far.
    private var elements = 0
    /// Where the last element begins.
    private var offset = 0
    private var line = 1
    /// The first text that was set aside and is not told yet.
    private var nextText = 0
    private var namespaces = XMLNamespaces()
    private var open: [XMLName] = []
    private var pending = ""
    /// The element that the prescan puts around everything is not told.
    private var depth = 0
    private var complaints: [Diagnostic] = []
    /// Nobody wants to hear more.
    private(set) var isDone = false

    init(_ prescan: Prescan, tell listener: @escaping (XMLEvent) -> Bool) {
        self.prescan = prescan
        self.listener = listener
    }

    /// The prescan's problems among them.
    var problems: [Diagnostic] { prescan.problems.diagnostics + complaints }

    var wellFormed: Bool { prescan.problems.wellFormed && complaints.isEmpty }

    mutating func start(_ name: String, _ attributes: [String: String]) {
        flush()
        depth += 1
        guard depth > 1 else { return }
        advance()
        let declares = namespaces.enter(attributes)
        let name = resolved(name, isAttribute: false)
        open.append(name)
        var plain: [XMLAttribute] = []
        for (name, value) in attributes where !(declares && XMLNamespaces.isDeclaration(name)) {
            plain.append(XMLAttribute(name: resolved(name, isAttribute: true), value: value))
        }
        if plain.count > 1 { plain.sort { ($0.name.prefix, $0.name.local) < ($1.name.prefix, $1.name.local) } }
        tell(.start(XMLStartElement(name: name, attributes: plain, line: line, offset: offset)))
    }

    mutating func end() {
        flush()
        depth -= 1
        guard let name = open.popLast() else { return }
        tell(.end(name))
        namespaces.leave()
    }

    mutating func text(_ text: String) {
        guard depth > 1 else { return }
        if pending.isEmpty { pending = text } else { pending += text }
    }

    mutating func complain(_ code: Diagnostic.Code, _ message: String) {
        if complaints.count < XMLLimits.problems { complaints.append(Diagnostic(code, message, line: line)) }
    }

    private mutating func tell(_ event: XMLEvent) {
        if !isDone { isDone = !listener(event) }
    }

    /// To where the prescan found the next element: libxml2 tells lines only, and those of what it was given.
    private mutating func advance() {
        guard elements < prescan.starts.count else { return }
        let start = prescan.starts[elements]
        elements += 1
        line += TextScan.lines(in: prescan.input, offset..<start)
        offset = start
    }

    /// Tells the text before a tag.
    private mutating func flush() {
        while nextText < prescan.texts.count, prescan.texts[nextText].tag == tags {
            text(prescan.string(of: prescan.texts[nextText]))
            nextText += 1
        }
        tags += 1
        guard !pending.isEmpty else { return }
        tell(.text(pending))
        pending = ""
    }

    private mutating func resolved(_ name: String, isAttribute: Bool) -> XMLName {
        let (name, isDeclared) = namespaces.resolve(name, isAttribute: isAttribute)
        if !isDeclared {
            complain(.undeclaredPrefix, "the prefix \(name.prefix.prefix(50)) is not declared")
        }
        return name
    }
}
