/// Elements that go although they are harmless, with all that stands inside them.
struct Unwanted: Sendable {
    private let elements: Set<HTMLElement>
    private let classes: Set<[UInt8]>

    /// - Parameters:
    ///   - elements: by their names; those that are never written anyway need not be named.
    ///   - classes: words of the attribute `class`.
    init(elements: [String] = [], classes: [String] = []) {
        self.elements = Set(elements.compactMap(HTMLElement.init(named:)))
        self.classes = Set(classes.map { Array($0.utf8) })
    }

    func contains(_ tag: HTMLTag) -> Bool {
        if elements.contains(tag.element) { return true }
        guard !classes.isEmpty, let value = tag[.class] else { return false }
        return value.split(whereSeparator: ASCII.isSpace).contains { classes.contains(Array($0)) }
    }
}

extension HTMLElement {
    /// In any letter case; nil for a name that the sanitizer does not know.
    init?(named name: String) {
        let name = Array(name.utf8)
        guard let index = Self.names.index(of: name, in: 0..<name.count) else { return nil }
        self.init(rawValue: index)
    }
}
