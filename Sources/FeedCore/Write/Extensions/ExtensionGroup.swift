/// The elements of one namespace that an entry may carry in Atom and RSS alike: the way back of what the parser's
/// vocabulary of that namespace took apart.
struct ExtensionGroup: Sendable {
    /// The first is the one that the elements stand in.
    let namespaces: [(prefix: String, namespace: String)]
    /// Writes what the entry has; nothing at all if it has none.
    let write: @Sendable (Entry, inout XMLSink) -> Void

    /// Every namespace that the model has fields for.
    static let all: [ExtensionGroup] = [
        .media, .iTunes, .podcast, .location, .thread, .slash, .comments, .podloveChapters, .dublinCore,
        .dublinCoreTerms,
    ]
}

extension ExtensionGroup {
    init(prefix: String, namespace: String, write: @escaping @Sendable (Entry, inout XMLSink) -> Void) {
        self.init(namespaces: [(prefix, namespace)], write: write)
    }
}

extension XMLSink {
    /// A number as short as it can be told.
    static func number(_ value: Double?) -> String? {
        guard let value else { return nil }
        return Int(exactly: value).map(String.init) ?? String(value)
    }

    static func number(_ value: Int?) -> String? { value.map(String.init) }

    /// Of something that can be counted or measured: nil for less than nothing.
    static func amount(_ value: Double?) -> String? { value.flatMap { $0 < 0 ? nil : number($0) } }

    static func amount(_ value: Int?) -> String? { value.flatMap { $0 < 0 ? nil : number($0) } }

    /// `H:MM:SS`, with thousandths where there are any: what both podcast players and chapter readers understand.
    static func clock(_ seconds: Double) -> String {
        let total = Int(max(0, min(seconds, 1e9)) * 1_000)
        let parts = [total / 3_600_000, total / 60_000 % 60, total / 1_000 % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        let fraction = total % 1_000
        return parts.joined(separator: ":") + (fraction == 0 ? "" : "." + String(fraction + 1_000).dropFirst())
    }
}
