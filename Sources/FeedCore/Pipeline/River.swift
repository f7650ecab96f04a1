/// The merged river: what is published, newest first, chosen but not yet read from the store.
struct River: Sendable {
    /// Newest first.
    let entries: [StoredEntry]
    let feeds: [FeedRecord.ID: FeedRecord]

    /// - Parameter feeds: those that the site follows, in order.
    init(_ stored: [StoredEntry], feeds: [FeedRecord]) {
        let positions = Dictionary(uniqueKeysWithValues: zip(feeds.map(\.id), feeds.indices))
        entries = stored.filter { $0.withheld == nil }.sorted { one, other in
            if one.sortKey != other.sortKey { return one.sortKey > other.sortKey }
            if one.feed != other.feed { return positions[one.feed, default: 0] < positions[other.feed, default: 0] }
            return one.key.bytes.lexicographicallyPrecedes(other.key.bytes)
        }
        self.feeds = Dictionary(uniqueKeysWithValues: feeds.map { ($0.id, $0) })
    }

    /// The newest entries: at most `limit`, and at most `perFeed` of one feed, so that none drowns the others.
    func window(limit: Int, perFeed: Int) -> [StoredEntry] {
        var taken: [FeedRecord.ID: Int] = [:]
        var window: [StoredEntry] = []
        for entry in entries where taken[entry.feed, default: 0] < perFeed {
            guard window.count < limit else { break }
            taken[entry.feed, default: 0] += 1
            window.append(entry)
        }
        return window
    }

    /// The chosen entries with their texts, for the writers.
    func read(_ chosen: [StoredEntry], from store: any Store) throws(StoreError) -> [RiverEntry] {
        let texts = try store.texts(of: chosen.map(\.id))
        return zip(chosen, texts).map { stored, text in
            let feed = feeds[stored.feed]
            return RiverEntry(
                entry: text, feed: feed?.address == FeedRecord.articles ? nil : feed, sortKey: stored.sortKey,
                updated: stored.updated)
        }
    }
}
