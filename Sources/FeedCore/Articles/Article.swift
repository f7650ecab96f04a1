/// A local file of `seeds/` as an entry.
public struct Article: Sendable, Equatable {
    /// Below `seeds/`, with `/` between its parts.
    public var path: String
    /// Its markup is as the file says: not sanitized yet. Dates are nil where neither file nor name gives any.
    public var entry: Entry
    /// Kept out of what is published.
    public var isDraft = false

    init(path: String, entry: Entry) {
        self.path = path
        self.entry = entry
    }
}

extension Article {
    /// Whether the article may be published: drafts never, the others from their date on.
    public func isDue(at now: Timestamp) -> Bool { !isDraft && (entry.published.map { $0 <= now } ?? true) }
}

/// Something in an article that its author should look at.
public struct ArticleProblem: Error, Sendable, Equatable {
    /// Below the site, such as `seeds/notes/rain.md`.
    public var file: String
    /// Counted from 1.
    public var line: Int?
    /// What is wrong and what to do.
    public var reason: String

    /// On one line.
    public var message: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(reason)" }
}
