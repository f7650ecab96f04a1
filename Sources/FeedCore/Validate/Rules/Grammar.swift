/// A format with the modules that it may carry, ready to be asked about the elements of a document.
///
/// A class, because there are four in all and every element asks one.
final class Grammar: Sendable {
    /// An element under its name in the tables.
    struct Definition: Sendable {
        let name: String
        let specification: Specification
        /// Whether it is the format's own rather than a module's.
        let isCore: Bool
        fileprivate(set) var rows: [ElementRule]

        /// What holds within `parent`; nil if it may not stand there.
        func row(in parent: String) -> ElementRule? { rows.first { $0.parents.contains(parent) } }
    }

    /// How often a child has to stand within its parent.
    struct Child: Sendable {
        let name: String
        let occurs: ElementRule.Occurrence
        let section: String
        let specification: Specification
        let isCore: Bool
    }

    let core: RuleTable
    private let definitions: [String: [String: Definition]]
    private let children: [String: [Child]]
    private let prefixes: [String: String]

    init(_ core: RuleTable, modules: [RuleTable]) {
        var parts = Parts()
        parts.add(core, isCore: true)
        for module in modules { parts.add(module, isCore: false) }
        self.core = core
        (definitions, children, prefixes) = (parts.definitions, parts.children, parts.prefixes)
    }

    func definition(of name: XMLName) -> Definition? { definitions[name.namespace]?[name.local] }

    /// Under which the tables have the names of a namespace; nil for one that there is no table of.
    func prefix(of namespace: String) -> String? { prefixes[namespace] }

    func knows(namespace: String) -> Bool { definitions[namespace] != nil }

    /// What has to be counted within an element.
    func counted(in parent: String) -> [Child] { children[parent] ?? [] }
}

extension Grammar {
    /// What the tables say, brought together.
    private struct Parts {
        var definitions: [String: [String: Definition]] = [:]
        var children: [String: [Child]] = [:]
        /// Of every format, what RDF brought along: modules of RSS 1.0 are written in RSS 2.0 as well.
        var prefixes = [RDF.namespace: "rdf"]

        mutating func add(_ table: RuleTable, isCore: Bool) {
            var known = definitions[table.namespace] ?? [:]
            for row in table.rows {
                let local = row.name.split(separator: ":").last.map(String.init) ?? row.name
                known[
                    local,
                    default: Definition(name: row.name, specification: table.specification, isCore: isCore, rows: [])
                ].rows.append(row)
                guard row.occurs != .any else { continue }
                for parent in row.parents {
                    children[parent, default: []].append(
                        Child(
                            name: row.name, occurs: row.occurs, section: row.section,
                            specification: table.specification,
                            isCore: isCore))
                }
            }
            definitions[table.namespace] = known
            prefixes[table.namespace] = table.prefix
        }
    }
}

// For messages.
extension Grammar {
    /// An element's name in the letter case that it has; nil if there is none like it.
    func spelling(of name: XMLName) -> String? {
        definitions[name.namespace]?.keys.filter { $0.asciiLowercased == name.folded }.min()
    }

    /// The namespace that was meant, where only letter case, a final slash or the scheme differ.
    func namespace(like wrong: String) -> String? {
        definitions.keys.filter { Self.folded($0) == Self.folded(wrong) }.min()
    }

    func specification(of namespace: String) -> Specification {
        definitions[namespace]?.values.first?.specification ?? core.specification
    }

    private static func folded(_ namespace: String) -> String {
        var text = namespace.trimmed.asciiLowercased
        for scheme in ["https://", "http://"] where text.hasPrefix(scheme) { text.removeFirst(scheme.count) }
        while text.hasSuffix("/") || text.hasSuffix("#") { text.removeLast() }
        return text.hasPrefix("www.") ? String(text.dropFirst(4)) : text
    }
}
