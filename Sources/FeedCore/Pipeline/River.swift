/// The merged river: what is published, newest first, chosen but not yet read from the store.
struct River: Sendable {
    /// Newest first.
    let entries: [StoredEntry]
    let feeds: [FeedRecord.ID: FeedRecord]
    /// What was folded away, by the entry that speaks for it.
    private(set) var copies: [StoredEntry.ID: [FoldedEntry]] = [:]
    /// Under an id that belongs to another feed's entry.
    private(set) var foreignIDs: Set<StoredEntry.ID> = []

    struct FoldedEntry: Sendable {
        let entry: StoredEntry
        let test: FoldingTest
    }

    /// - Parameters:
    ///   - feeds: those that the site follows, in order.
    ///   - folds: whether the same story in several feeds is one entry.
    ///   - keepsRetired: whether entries past their retention are still in the archives.
    init(_ stored: [StoredEntry], feeds: [FeedRecord], folds: Bool, keepsRetired: Bool = false) {
        self.feeds = Dictionary(uniqueKeysWithValues: feeds.map { ($0.id, $0) })
        let positions = Dictionary(uniqueKeysWithValues: zip(feeds.map(\.id), feeds.indices))
        var entries = stored.filter { $0.withheld == nil || keepsRetired && $0.withheld == .retention }
        if folds {
            let folding = Folding(Self.candidates(entries, positions: positions, articles: feeds.articles))
            foreignIDs = Set(folding.foreignIDs.map(\.row))
            let byID = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0) })
            for group in folding.groups {
                copies[group.winner] = group.copies.compactMap { copy in
                    byID[copy.row].map { FoldedEntry(entry: $0, test: copy.test) }
                }
            }
            let folded = Set(folding.groups.lazy.flatMap(\.copies).map(\.row))
            entries.removeAll { folded.contains($0.id) }
        }
        self.entries = entries.sorted { one, other in
            if one.sortKey != other.sortKey { return one.sortKey > other.sortKey }
            if one.feed != other.feed { return positions[one.feed, default: 0] < positions[other.feed, default: 0] }
            return one.key.bytes.lexicographicallyPrecedes(other.key.bytes)
        }
    }

    /// The newest entries: at most `limit`, and at most `perFeed` of one feed, so that none drowns the others.
    func window(limit: Int, perFeed: Int) -> [StoredEntry] {
        var taken: [FeedRecord.ID: Int] = [:]
        var window: [StoredEntry] = []
        for entry in entries where entry.withheld == nil && taken[entry.feed, default: 0] < perFeed {
            guard window.count < limit else { break }
            taken[entry.feed, default: 0] += 1
            window.append(entry)
        }
        return window
    }

    /// The chosen entries with their texts, for the writers.
    func read(_ chosen: [StoredEntry], from store: any Store) throws(StoreError) -> [RiverEntry] {
        let folded = chosen.flatMap { copies[$0.id] ?? [] }.map(\.entry.id)
        let links = Dictionary(uniqueKeysWithValues: zip(folded, try store.texts(of: folded).map(\.link)))
        let texts = try store.texts(of: chosen.map(\.id))
        return zip(chosen, texts).map { stored, text in
            RiverEntry(
                entry: text, feed: source(of: stored), sortKey: stored.sortKey, updated: stored.updated,
                copies: (copies[stored.id] ?? []).compactMap { copy in
                    source(of: copy.entry).map { RiverEntry.Copy(feed: $0, link: links[copy.entry.id] ?? nil) }
                },
                hasForeignID: foreignIDs.contains(stored.id))
        }
    }

    /// Nil for the site's own articles.
    private func source(of entry: StoredEntry) -> FeedRecord? {
        feeds[entry.feed].flatMap { $0.address == FeedRecord.articles ? nil : $0 }
    }

    private static func candidates(
        _ entries: [StoredEntry], positions: [FeedRecord.ID: Int], articles: FeedRecord.ID?
    ) -> [MergeCandidate] {
        entries.compactMap { entry in
            guard let facets = MergeFacets(bytes: entry.facets) else { return nil }
            return MergeCandidate(
                facets: facets, row: entry.id, feed: positions[entry.feed, default: 0],
                isArticle: entry.feed == articles, sortKey: entry.sortKey, firstSeen: entry.firstSeen)
        }
    }
}

extension [FeedRecord] {
    fileprivate var articles: FeedRecord.ID? { first { $0.address == FeedRecord.articles }?.id }
}
