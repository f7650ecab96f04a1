/// What `feeds/subscriptions.opml` says: OPML 1.0 and 2.0.
struct SubscriptionList: Sendable, Equatable {
    static let file = "feeds/subscriptions.opml"

    /// In document order, each address once.
    let subscriptions: [Subscription]
    /// One line each.
    let problems: [String]

    static func read(_ bytes: [UInt8]) throws(SiteError) -> SubscriptionList {
        guard let text = TextFile.decode(bytes)?.text else {
            throw SiteError(.subscriptions, file, "is not text; save the list as an OPML file in UTF-8")
        }
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw SiteError(
                .subscriptions, file, "is empty; an empty list is <opml version=\"2.0\"><body></body></opml>")
        }
        var reader = OutlineReader()
        var scanner = MarkupScanner(text)
        while let tag = scanner.next() {
            if tag.isEnd { try reader.end(tag.name, line: tag.line) } else { try reader.start(tag) }
        }
        return try reader.finish()
    }
}
