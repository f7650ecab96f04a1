/// A format with the modules that it may carry, ready to be asked about the elements of a document.
///
/// A class, because there are four in all and every element asks one.
final class Grammar: Sendable {
    let core: RuleTable
    /// By namespace and local name.
    private let definitions: [String: [String: Definition]]
    private let prefixes: [String: String]

    init(_ core: RuleTable, modules: [RuleTable]) {
        let tables = [core] + modules
        let children = Self.children(in: tables)
        var definitions: [String: [String: Definition]] = [:]
        // Of every format, what RDF brought along: modules of RSS 1.0 are written in RSS 2.0 as well.
        var prefixes = [RDF.namespace: "rdf"]
        for (index, table) in tables.enumerated() {
            let rows = Dictionary(grouping: table.rows, by: \.name).map { name, rows in
                let definition = Definition(name, rows, in: table, isCore: index == 0, counted: children[name] ?? [])
                return (name.split(separator: ":").last.map(String.init) ?? name, definition)
            }
            definitions[table.namespace] = Dictionary(uniqueKeysWithValues: rows)
            prefixes[table.namespace] = table.prefix
        }
        self.core = core
        self.definitions = definitions
        self.prefixes = prefixes
    }

    func definition(of name: XMLName) -> Definition? { definitions[name.namespace]?[name.local] }

    /// Under which the tables have the names of a namespace; nil for one that there is no table of.
    func prefix(of namespace: String) -> String? { prefixes[namespace] }

    func knows(namespace: String) -> Bool { definitions[namespace] != nil }

    /// What has to be counted within the elements, by their names.
    private static func children(in tables: [RuleTable]) -> [String: [Child]] {
        var children: [String: [Child]] = [:]
        for (index, table) in tables.enumerated() {
            for row in table.rows where row.occurs != .any {
                for parent in row.parents {
                    children[parent, default: []].append(
                        Child(row, specification: table.specification, isCore: index == 0))
                }
            }
        }
        return children
    }
}

extension Grammar {
    /// An element under its name in the tables.
    ///
    /// A class like its parts, because the elements of a document only refer to what is told of them here.
    final class Definition: Sendable {
        let name: String
        let specification: Specification
        /// Whether it is the format's own rather than a module's.
        let isCore: Bool
        let rows: [ElementRule]
        /// What has to be counted within it.
        let counted: [Child]

        fileprivate init(
            _ name: String, _ rows: [ElementRule], in table: RuleTable, isCore: Bool, counted: [Child]
        ) {
            self.name = name
            self.rows = rows
            specification = table.specification
            self.isCore = isCore
            self.counted = counted
        }

        /// What holds within `parent`; nil if it may not stand there.
        func row(in parent: String) -> ElementRule? { rows.first { $0.parents.contains(parent) } }
    }

    /// How often a child has to stand within its parent.
    final class Child: Sendable {
        let name: String
        let occurs: ElementRule.Occurrence
        let section: String
        let specification: Specification
        let isCore: Bool

        fileprivate init(_ row: ElementRule, specification: Specification, isCore: Bool) {
            name = row.name
            occurs = row.occurs
            section = row.section
            self.specification = specification
            self.isCore = isCore
        }

        /// Whether one has to be there.
        var isRequired: Bool { occurs == .required || occurs == .many }
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
