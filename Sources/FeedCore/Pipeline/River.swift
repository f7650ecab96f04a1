/// The merged river: what is published, newest first, chosen but not yet read from the store.
struct River: Sendable {
    /// Newest first.
    private(set) var entries: [StoredEntry]
    let feeds: [FeedRecord.ID: FeedRecord]
    /// Nil if the site tells none.
    private(set) var stories: RiverStories?
    /// What was folded away, by the entry that speaks for it.
    private(set) var copies: [StoredEntry.ID: [FoldedEntry]] = [:]
    /// Of those whose id belongs to another entry: that one.
    private(set) var idOwners: [StoredEntry.ID: StoredEntry] = [:]
    /// Not published, and their copies in other feeds neither: those whose own feed has deleted them.
    let deleted: [StoredEntry]

    struct FoldedEntry: Sendable {
        let entry: StoredEntry
        let test: FoldingTest
    }

    /// - Parameters:
    ///   - entries: those that may be published, newest first; see `inOrder`.
    ///   - deleted: entries that their feeds have deleted.
    ///   - candidates: all of these as the merge sees them.
    ///   - feeds: those that the site follows, in order.
    ///   - folds: whether the same text in several feeds is one entry.
    ///   - storyScheme: of the categories for entries that tell of one event; nil for none.
    init(
        _ entries: [StoredEntry], deleted: [StoredEntry] = [], candidates: [MergeCandidate], feeds: [FeedRecord],
        folds: Bool, storyScheme: String? = nil
    ) {
        self.entries = entries
        self.feeds = Dictionary(uniqueKeysWithValues: feeds.map { ($0.id, $0) })
        self.deleted = deleted
        let folding = Folding(candidates, stories: storyScheme != nil)
        let known = Self.known(entries, deleted, in: folding)
        for foreign in folding.foreignIDs { idOwners[foreign.row] = known[foreign.owner] }
        if let storyScheme { stories = RiverStories(folding.stories, among: known, scheme: storyScheme) }
        let ids = folds ? [:] : Dictionary(uniqueKeysWithValues: candidates.map { ($0.row, $0.facets.id) })
        for group in folding.groups {
            guard let winner = known[group.winner] else { continue }
            let members = group.copies.compactMap { copy in
                known[copy.row].map { FoldedEntry(entry: $0, test: copy.test) }
            }
            if folds { fold(members, into: winner) } else { keepApart([winner] + members.map(\.entry), ids) }
        }
        let folded = Set(copies.values.joined().map(\.entry.id))
        if !folded.isEmpty { self.entries.removeAll { folded.contains($0.id) } }
    }

    /// Those that the folding speaks of, by their rows: few of all.
    private static func known(
        _ entries: [StoredEntry], _ deleted: [StoredEntry], in folding: Folding
    ) -> [StoredEntry.ID: StoredEntry] {
        var rows = Set(folding.stories.joined())
        for group in folding.groups { rows.formUnion([group.winner] + group.copies.map(\.row)) }
        for foreign in folding.foreignIDs { rows.formUnion([foreign.row, foreign.owner]) }
        var known: [StoredEntry.ID: StoredEntry] = [:]
        for entry in entries where rows.contains(entry.id) { known[entry.id] = entry }
        for entry in deleted where rows.contains(entry.id) { known[entry.id] = entry }
        return known
    }

    private mutating func fold(_ members: [FoldedEntry], into winner: StoredEntry) {
        copies[winner.id] = members.filter { $0.entry.withheld != .deleted }
    }

    /// Two entries of one id would be one to every reader.
    ///
    /// - Parameter ids: a hash of the id of each.
    private mutating func keepApart(_ members: [StoredEntry], _ ids: [StoredEntry.ID: UInt64]) {
        var owners: [UInt64: StoredEntry] = [:]
        for member in members {
            let id = ids[member.id, default: 0]
            if let owner = owners[id] { idOwners[member.id] = owner } else { owners[id] = member }
        }
    }

    /// Those that nothing in the store withholds, newest first; ties are broken by the order of the inventory, which is
    /// that of the subscriptions.
    ///
    /// - Parameter keepsRetired: whether entries past their retention are still in the archives.
    static func inOrder(_ entries: [[StoredEntry]], keepsRetired: Bool) -> [StoredEntry] {
        var order: [(time: Timestamp, place: StoredEntry.Place)] = []
        order.reserveCapacity(entries.reduce(0) { $0 + $1.count })
        for entry in entries.joined()
        where entry.withheld == nil || keepsRetired && entry.withheld == .retention {
            order.append((entry.sortKey, entry.place))
        }
        order.sort { $0.time != $1.time ? $0.time > $1.time : $0.place < $1.place }
        return [StoredEntry](concurrently: order.count) { [order] in entries[order[$0].place] }
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
        let told = try stories?.told(of: chosen, in: self, from: store) ?? [:]
        return zip(chosen, texts).map { stored, text in
            var entry = edit(text, stored)
            let story = told[stored.id]
            if let story { entry.categories += story.categories }
            return RiverEntry(
                entry: entry, feed: source(of: stored), sortKey: stored.sortKey, updated: stored.updated,
                copies: (copies[stored.id] ?? []).compactMap { copy in
                    source(of: copy.entry).map { RiverEntry.Copy(feed: $0, link: links[copy.entry.id] ?? nil) }
                },
                related: story?.related ?? [], hasForeignID: idOwners[stored.id] != nil)
        }
    }

    func publishedID(of entry: StoredEntry, _ key: EntryKey) -> String {
        let (id, origin) = (String(decoding: key.bytes, as: UTF8.self), feeds[entry.feed]?.origin ?? "")
        return idOwners[entry.id] != nil
            ? AtomID.derived(id, feed: origin) : AtomID.published(id, feed: origin)
    }

    /// Nil for the site's own articles.
    private func source(of entry: StoredEntry) -> FeedRecord? {
        feeds[entry.feed]?.asSource
    }

    /// In order of time, as the merge looks at them: a copy of all to put them in order would be the most that a
    /// publication has in memory.
    ///
    /// - Parameters:
    ///   - entries: newest first.
    ///   - facets: of the inventory that the entries are from.
    static func candidates(
        _ entries: [StoredEntry], _ facets: [[MergeFacets]], _ feeds: [FeedRecord]
    ) -> [MergeCandidate] {
        let positions = Dictionary(uniqueKeysWithValues: zip(feeds.map(\.id), feeds.indices))
        let articles = feeds.first { $0.address == FeedRecord.articles }?.id
        // What belongs to neighbors in time lies far apart: waiting for memory is what takes the time.
        var candidates = [MergeCandidate](concurrently: entries.count) { index in
            let entry = entries[entries.count - 1 - index]
            return MergeCandidate(
                facets: facets[entry.place], row: entry.id, feed: positions[entry.feed, default: 0],
                isArticle: entry.feed == articles, sortKey: entry.sortKey, firstSeen: entry.firstSeen)
        }
        // Of what is not its own a feed deletes its copy, and no more.
        let copies = Set(entries.lazy.filter { $0.withheld == .deleted }.map(\.id))
        if !copies.isEmpty {
            candidates.removeAll { copies.contains($0.row) && !$0.facets.traits.contains(.homeByAddress) }
        }
        var start = 0
        for end in candidates.indices.dropFirst() where candidates[end].sortKey != candidates[start].sortKey {
            candidates[start..<end].sort { $0.isEarlier(than: $1) }
            start = end
        }
        candidates[start...].sort { $0.isEarlier(than: $1) }
        return candidates
    }
}
