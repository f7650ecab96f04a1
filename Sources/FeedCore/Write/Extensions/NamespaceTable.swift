/// The namespaces of a document, each declared once, at its root.
struct NamespaceTable: Sendable {
    /// In the order of declaration.
    private(set) var declarations: [(prefix: String, namespace: String)] = []
    private var prefixes: [String: String] = [:]

    /// - Parameter reserved: those that the format itself uses, with their prefixes.
    init(_ reserved: [(prefix: String, namespace: String)]) {
        for (prefix, namespace) in reserved where prefixes[namespace] == nil { declare(namespace, as: prefix) }
    }

    func prefix(of namespace: String) -> String? { prefixes[namespace] }

    /// Takes the prefix that the entry's own feed used, or that with a number where it stands for something else.
    mutating func add(_ namespace: String, preferring prefix: String) {
        guard prefixes[namespace] == nil else { return }
        let taken = Set(declarations.map(\.prefix))
        var name = prefix
        var number = 2
        while taken.contains(name) {
            name = "\(prefix)\(number)"
            number += 1
        }
        declare(namespace, as: name)
    }

    private mutating func declare(_ namespace: String, as prefix: String) {
        declarations.append((prefix, namespace))
        prefixes[namespace] = prefix
    }
}
