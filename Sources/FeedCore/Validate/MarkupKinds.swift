/// The kinds of elements that a document was seen to have.
struct MarkupKinds {
    private var kinds: [Place: MarkupKind] = [:]

    /// By the objects, which the kinds keep alive, and not by their text, since it is asked of every element.
    private struct Place: Hashable {
        let name: ObjectIdentifier
        /// The definition of what it stands in; nil where no table tells.
        let parent: ObjectIdentifier?
    }

    mutating func kind(of name: XMLName, in parent: MarkupKind?, _ grammar: Grammar) -> MarkupKind {
        let known = parent?.row == nil ? nil : parent?.definition
        let place = Place(name: ObjectIdentifier(name), parent: known.map { ObjectIdentifier($0) })
        if let kind = kinds[place] { return kind }
        let kind = MarkupKind(name, in: parent, grammar)
        // Where each element declares its namespaces, each has a name of its own.
        if kinds.count < Self.most { kinds[place] = kind }
        return kind
    }

    private static let most = 1000
}
