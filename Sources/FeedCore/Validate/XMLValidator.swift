/// Holds the elements of an XML feed against the tables of its format while they are read.
///
/// One entry is in memory at a time: when it has ended, its own rules and those between its parts are checked, and what
/// is left of it is what the feed as a whole has to know.
struct XMLValidator {
    private(set) var findings = Findings()
    private(set) var format: Format?
    private(set) var root: String?
    /// Whether the root is a feed's that readers will not know.
    private(set) var isNearMiss = false
    private(set) var entries = 0
    private var open: [MarkupNode] = []
    private var kinds = MarkupKinds()
    private var checks: any FormatChecks = NoChecks()
    /// Namespaces that were complained about.
    private var knownAsWrong: Set<String> = []

    private let location: String?
    private let scope: FeedValidator.Scope

    /// - Parameter location: the address that the document was fetched from.
    init(location: String?, scope: FeedValidator.Scope) {
        self.location = location
        self.scope = scope
    }

    mutating func take(_ event: XMLEvent) {
        switch event {
        case .start(let element): start(element)
        case .text(let text): open.last?.text += text
        case .end: end()
        }
    }

    private mutating func start(_ start: XMLStartElement) {
        if root == nil { open(root: start) }
        guard let grammar = format?.grammar else { return }
        let parent = open.last
        let kind = kinds.kind(of: start.name, in: parent?.kind, grammar)
        if kind.row == nil, parent == nil || parent?.row != nil {
            complain(about: start, kind.definition, in: parent, grammar)
        }
        let hasBase =
            parent?.hasBase == true || start.attributes.contains { $0.name.prefix == "xml" && $0.name.local == "base" }
        open.append(MarkupNode(start, kind, hasBase: hasBase))
    }

    private mutating func end() {
        guard let node = open.popLast(), let grammar = format?.grammar else { return }
        let isEntry = node.row != nil && (node.tableName == "item" || node.tableName == "entry")
        if isEntry { entries += 1 }
        if node.row != nil {
            ElementCheck(node: node, grammar: grammar).run(scope, &findings)
            checks.check(node, in: open.last, &findings)
            if scope == .everything { ModuleChecks.check(node, &findings) }
        }
        if isEntry { node.children = [] }
        open.last?.children.append(node)
    }

    private mutating func open(root start: XMLStartElement) {
        root = start.name.folded
        format = Format(root: start)
        checks = format?.checks(of: start, at: location, scope) ?? NoChecks()
        guard format == nil else { return }
        if let (code, message, specification) = Format.nearMiss(start) {
            isNearMiss = true
            findings.add(.error, code, message, at: .offset(start.offset), specification.citation(""))
        }
    }

    /// About an element that may not stand where it does, or that nobody knows.
    private mutating func complain(
        about start: XMLStartElement, _ definition: Grammar.Definition?, in parent: MarkupNode?, _ grammar: Grammar
    ) {
        let name = start.name
        let parentTag = parent?.tag ?? "the document"
        // Others say what is wrong with what stands in a text.
        switch parent?.row?.content {
        case .elements?, .empty?, nil: break
        case .foreign? where name.namespace == grammar.core.namespace: break
        default: return
        }
        let citation = (definition?.specification ?? grammar.core.specification).citation(
            definition?.rows.first?.section ?? "")
        let tag = name.prefix.isEmpty ? "<\(name.local)>" : "<\(name.prefix):\(name.local)>"
        if let definition {
            findings.add(
                definition.isCore ? .error : .warning, .misplacedElement,
                "\(Excerpt.of(tag)) may not stand in \(parentTag)", at: .offset(start.offset), citation)
        } else if grammar.knows(namespace: name.namespace) {
            let isCore = name.namespace == grammar.core.namespace
            let hint = grammar.spelling(of: name).map { "; did you mean \($0)?" } ?? ""
            findings.add(
                isCore ? .error : .warning, .undefinedElement,
                "\(Excerpt.of(tag)) is no element of \(grammar.specification(of: name.namespace).name)\(hint)",
                at: .offset(start.offset), grammar.specification(of: name.namespace).citation(""))
        } else if name.namespace.isEmpty, name.prefix.isEmpty {
            findings.add(
                .error, .missingNamespace,
                "\(Excerpt.of(tag)) in \(parentTag) has no namespace; declare that of its specification",
                at: .offset(start.offset), grammar.core.specification.citation(""))
        } else if let meant = grammar.namespace(like: name.namespace), knownAsWrong.insert(name.namespace).inserted {
            findings.add(
                .error, .misspelledNamespace,
                "the namespace \(Excerpt.of(name.namespace)) means nothing; readers know \(meant)",
                at: .offset(start.offset), grammar.specification(of: meant).citation(""))
        }
    }
}
