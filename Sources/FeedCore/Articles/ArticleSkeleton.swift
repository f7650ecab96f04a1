/// The beginning of a new article, for its author to go on with.
public struct ArticleSkeleton: Sendable, Equatable {
    /// Dated, such as `2026-11-22-first-frost.md`.
    public let fileName: String
    public let text: String

    /// - Parameter now: the day that the file is named after, and its `date`.
    public init(title: String, now: Timestamp) {
        let title = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let day = String(now.rfc3339.prefix(10))
        let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
        var slug = ""
        for word in words where slug.utf8.count + word.utf8.count < Self.maxSlugBytes {
            slug += slug.isEmpty ? String(word) : "-\(word)"
        }
        fileName = "\(day)-\(slug.isEmpty ? "article" : slug).md"
        let quoted = title.replacing("\\", with: #"\\"#).replacing("\"", with: #"\""#)
        text = """
            ---
            title: "\(quoted)"
            date: \(day)
            draft: true
            tags: []
            ---


            """
    }

    /// File systems take 255 bytes; what nobody reads is no use in a name.
    private static let maxSlugBytes = 80
}
