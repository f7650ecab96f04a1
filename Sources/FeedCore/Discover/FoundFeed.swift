/// A feed that was fetched and parsed, ready to be followed.
public struct FoundFeed: Sendable, Equatable {
    /// What to follow: where it was asked for, or where permanent redirects lead from there.
    public let address: String
    /// Plain text on one line.
    public let title: String?
    /// The page a reader opens.
    public let page: String?
    public let format: ParsedFeed.Format
    public let entries: Int

    /// `Title (atom-1.0, 10 entries) https://…`.
    public var line: String {
        "\(title ?? "untitled") (\(format.rawValue), \(entries) \(entries == 1 ? "entry" : "entries")) \(address)"
    }
}

extension FoundFeed {
    init(_ parsed: ParsedFeed, _ response: FetchResponse, askedFor address: String, title: String?) {
        let own = parsed.feed.title.map { $0.type.isMarkup ? PlainText.render($0.value) : PlainText.clean($0.value) }
        let words = [own, title].lazy.compactMap(\.self).map { $0.split(whereSeparator: \.isWhitespace) }
        self.init(
            address: Subscription(position: 0, url: response.permanentURL ?? address).address,
            title: words.first { !$0.isEmpty }?.joined(separator: " "),
            page: parsed.feed.link, format: parsed.format, entries: parsed.entries.count)
    }
}
