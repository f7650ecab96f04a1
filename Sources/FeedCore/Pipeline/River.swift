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
    ///   - entries: those that may be published, newest first; see `inOrder`.
    ///   - candidates: the same as the merge sees them; none if the same story in several feeds is not to be one entry.
    ///   - feeds: those that the site follows, in order.
    init(_ entries: [StoredEntry], candidates: [MergeCandidate], feeds: [FeedRecord]) {
        self.feeds = Dictionary(uniqueKeysWithValues: feeds.map { ($0.id, $0) })
        let folding = Folding(candidates)
        foreignIDs = Set(folding.foreignIDs.map(\.row))
        let folded = Set(folding.groups.lazy.flatMap(\.copies).map(\.row))
        guard !folded.isEmpty else {
            self.entries = entries
            return
        }
        self.entries = entries.filter { !folded.contains($0.id) }
        let copies = Dictionary(
            uniqueKeysWithValues: entries.lazy.filter { folded.contains($0.id) }.map { ($0.id, $0) })
        for group in folding.groups {
            self.copies[group.winner] = group.copies.compactMap { copy in
                copies[copy.row].map { FoldedEntry(entry: $0, test: copy.test) }
            }
        }
    }

    /// Those that nothing in the store withholds, newest first; ties are broken by the order of the inventory, which is
    /// that of the subscriptions.
    ///
    /// - Parameter keepsRetired: whether entries past their retention are still in the archives.
    static func inOrder(_ entries: [StoredEntry], keepsRetired: Bool) -> [StoredEntry] {
        var order: [(time: Timestamp, index: Int)] = []
        order.reserveCapacity(entries.count)
        for (index, entry) in entries.enumerated()
        where entry.withheld == nil || keepsRetired && entry.withheld == .retention {
            order.append((entry.sortKey, index))
        }
        order.sort { $0.time != $1.time ? $0.time > $1.time : $0.index < $1.index }
        return order.map { entries[$0.index] }
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
    ///
    /// - Parameter edit: what is to be done to each before it is published.
    func read(
        _ chosen: [StoredEntry], from store: any Store, edit: (Entry, StoredEntry) -> Entry = { entry, _ in entry }
    ) throws(StoreError) -> [RiverEntry] {
        let folded = chosen.flatMap { copies[$0.id] ?? [] }.map(\.entry.id)
        let links = Dictionary(uniqueKeysWithValues: zip(folded, try store.texts(of: folded).map(\.link)))
        let texts = try store.texts(of: chosen.map(\.id))
        return zip(chosen, texts).map { stored, text in
            RiverEntry(
                entry: edit(text, stored), feed: source(of: stored), sortKey: stored.sortKey, updated: stored.updated,
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

    /// - Parameter facets: of the inventory that the entries are from.
    static func candidates(
        _ entries: [StoredEntry], _ facets: [MergeFacets], _ feeds: [FeedRecord]
    ) -> [MergeCandidate] {
        let positions = Dictionary(uniqueKeysWithValues: zip(feeds.map(\.id), feeds.indices))
        let articles = feeds.first { $0.address == FeedRecord.articles }?.id
        return entries.map { entry in
            MergeCandidate(
                facets: facets[entry.place], row: entry.id, feed: positions[entry.feed, default: 0],
                isArticle: entry.feed == articles, sortKey: entry.sortKey, firstSeen: entry.firstSeen)
        }
    }
}
