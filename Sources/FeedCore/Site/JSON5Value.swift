/// A value of a JSON5 document, with its place in it: every complaint about a setting can say where it stands.
struct JSON5Value: Sendable, Equatable {
    let kind: Kind
    /// In bytes from the beginning of the document.
    let offset: Int

    enum Kind: Sendable, Equatable {
        case null
        case bool(Bool)
        case number(Double)
        case string(String)
        case array([JSON5Value])
        /// In document order; a name stands once.
        case object([Member])
    }

    struct Member: Sendable, Equatable {
        let name: String
        let offset: Int
        let value: JSON5Value
    }
}

extension JSON5Value.Kind {
    /// What a person calls it, value included where that is short.
    var description: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let value): value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
        case .string(let value): "the text \"\(Excerpt.of(value))\""
        case .array: "a list"
        case .object: "an object"
        }
    }
}
