/// A local file of `seeds/` as an entry.
public struct Article: Sendable, Equatable {
    /// Below `seeds/`, with `/` between its parts.
    public var path: String
    /// Its markup is as the file says: not sanitized yet. Dates are nil where neither file nor name gives any.
    public var entry: Entry
    /// Kept out of what is published.
    public var isDraft = false

    /// The id that the author wrote into the file.
    var ownID: String?
    /// Of what the author wrote: neither dates nor states nor the order of the front matter count.
    let digest: Digest
    /// Files next to it that are published with it, each once.
    var assets: [ArticleAsset] = []

    init(path: String, entry: Entry, digest: Digest) {
        self.path = path
        self.entry = entry
        self.digest = digest
    }
}

extension Article {
    /// Of its title and text.
    var sketch: TextSketch {
        TextSketch(of: "\(entry.title?.value ?? "") \(PlainText.render(entry.content.first?.value ?? ""))")
    }

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
