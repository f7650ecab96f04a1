/// Which of the feeds that were found a person wants.
public struct FeedChoice: Sendable {
    private let found: [FoundFeed]
    private let isFollowed: @Sendable (FoundFeed) -> Bool

    /// What the command line says.
    public enum Wish: Sendable, Equatable {
        case all
        /// As typed; counted from 1.
        case index(String)
        case none
    }

    public enum Refusal: Error, Sendable, Equatable {
        /// `--index` is no number of the list.
        case badIndex(list: String, count: Int)
        /// There is nobody to ask.
        case ambiguous(list: String)
        /// The person wants none, or typed what is no number of the list.
        case declined
    }

    public init(_ found: [FoundFeed], isFollowed: @escaping @Sendable (FoundFeed) -> Bool) {
        self.found = found
        self.isFollowed = isFollowed
    }

    /// - Parameter ask: shows the list and gives back the line that was typed, nil at the end of the input; nil where
    ///   there is no terminal.
    public func chosen(_ wish: Wish, ask: ((_ list: String) -> String?)?) throws(Refusal) -> [FoundFeed] {
        switch wish {
        case .all: return found
        case .index(let text):
            guard let feed = feed(numbered: text) else { throw .badIndex(list: list, count: found.count) }
            return [feed]
        case .none: break
        }
        guard found.count > 1 else { return found }
        if let ask {
            let answer = String((ask(list) ?? "").stripped)
            if answer == "all" { return found }
            guard let feed = feed(numbered: answer) else { throw .declined }
            return [feed]
        }
        let followed = found.filter(isFollowed)
        guard !followed.isEmpty else { throw .ambiguous(list: list) }
        return followed
    }

    /// A line for each, with the number that chooses it.
    private var list: String {
        found.enumerated().map { number, feed in
            "  \(number + 1)  \(feed.line)\(isFollowed(feed) ? " (followed)" : "")"
        }.joined(separator: "\n")
    }

    private func feed(numbered text: String) -> FoundFeed? {
        Int(text).flatMap { found.indices.contains($0 - 1) ? found[$0 - 1] : nil }
    }
}
