extension Vocabulary {
    /// FeedBurner's extensions; all but this one are kept as they are.
    static let feedBurner = Vocabulary(
        ["http://rssnamespace.org/feedburner/ext/1.0"], prefix: "feedburner",
        feed: [
            "browserfriendly": { element, draft in draft.feed.info = draft.text(element) }
        ])
}
