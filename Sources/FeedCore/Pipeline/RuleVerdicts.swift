/// What the site's rules leave of the stored entries, and which views choose them.
///
/// Ages count back from the newest entry and not from today, so that nothing changes where nothing is new.
struct RuleVerdicts: Sendable {
    private let rules: SiteRules
    private let views: ViewCriteria
    private let records: [FeedRecord.ID: FeedRecord]
    private let feeds: [FeedRecord.ID: RuleFeed]
    private let now: Timestamp
    private let storyScheme: String
    /// Of the rules and views, and of what they know of each feed.
    private let feedHashes: [FeedRecord.ID: UInt64]

    init(_ site: Site, feeds: [FeedRecord], entries: some Sequence<StoredEntry>) {
        let rules = SiteRules(site)
        let views = ViewCriteria(site)
        (self.rules, self.views) = (rules, views)
        records = Dictionary(uniqueKeysWithValues: feeds.map { ($0.id, $0) })
        self.feeds = records.mapValues(rules.feed)
        feedHashes = records.mapValues {
            StableHash.of(rules.set.digest.bytes + rules.feed($0).inputs + views.inputs(of: $0))
        }
        now = entries.lazy.map(\.sortKey).max() ?? Timestamp(seconds: 0)
        storyScheme = TagURI(site: site.configuration.link).story
    }

    /// What the rules choose, and what they had to decide for that.
    struct Choice: Sendable {
        /// The entries that are to be published, newest first.
        var kept: [StoredEntry]
        /// Those that each view chooses, whether they are published or not.
        var viewed: [Set<StoredEntry.ID>] = []
        /// What was not in the store yet.
        var decided: [StoredEntry.ID: StoredVerdict] = [:]
    }

    /// - Parameter entries: newest first.
    func choice(of entries: [StoredEntry], in store: any Store) throws(StoreError) -> Choice {
        guard !rules.set.isEmpty || views.count > 0 else { return Choice(kept: entries) }
        var verdicts = try store.verdicts()
        var choice = Choice(kept: [], viewed: Array(repeating: [], count: views.count))
        choice.decided = try decide(entries.filter { verdicts[$0.id]?.inputs != inputs(of: $0) }, in: store)
        for (entry, verdict) in choice.decided { verdicts[entry] = verdict }
        var quotas = RuleQuotas(rules.set)
        choice.kept = entries.filter { stored in
            guard let known = verdicts[stored.id] else { return true }
            let verdict = RuleVerdict(bytes: known.verdict)
            guard !verdict.isDropped else { return false }
            for view in verdict.views where view < views.count { choice.viewed[view].insert(stored.id) }
            return quotas.refusal(of: verdict, feed: feed(stored), sortKey: stored.sortKey) == nil
        }
        return choice
    }

    func outcome(_ entry: Entry, _ stored: StoredEntry) -> RuleOutcome {
        rules.set.apply(entry, of: feed(stored), sortKey: stored.sortKey, now: now)
    }

    func feed(_ stored: StoredEntry) -> RuleFeed { feeds[stored.feed] ?? RuleFeed() }

    /// The entry as it is to be published.
    func edited(_ entry: Entry, _ stored: StoredEntry) -> Entry {
        var edited = rules.set.isEmpty ? entry : edited(outcome(entry, stored))
        edited.removeClasses()
        return edited
    }

    private func edited(_ outcome: RuleOutcome) -> Entry {
        var edited = outcome.entry
        if let story = outcome.story { edited.categories.append(Category(term: story, scheme: storyScheme)) }
        return edited
    }

    /// What each rule did to the entry.
    func hits(_ entry: Entry, _ stored: StoredEntry) -> [RuleOutcome.Hit] {
        rules.set.isEmpty ? [] : outcome(entry, stored).hits
    }
}

extension RuleVerdicts {
    /// A batch at a time, so that memory does not follow the number of entries.
    private func decide(
        _ entries: [StoredEntry], in store: any Store
    ) throws(StoreError) -> [StoredEntry.ID: StoredVerdict] {
        var decided: [StoredEntry.ID: StoredVerdict] = [:]
        for start in stride(from: 0, to: entries.count, by: Self.batch) {
            let batch = Array(entries[start..<min(start + Self.batch, entries.count)])
            let texts = try store.texts(of: batch.map(\.id))
            let verdicts = zip(batch, texts).map { ($0, $1) }.concurrentMap { verdict($1, $0) }
            for (stored, verdict) in zip(batch, verdicts) {
                decided[stored.id] = StoredVerdict(inputs: inputs(of: stored), verdict: verdict.bytes)
            }
        }
        return decided
    }

    private func verdict(_ entry: Entry, _ stored: StoredEntry) -> RuleVerdict {
        let outcome = outcome(entry, stored)
        var verdict = outcome.verdict
        guard views.count > 0, !outcome.isDropped else { return verdict }
        let item = RiverEntry(
            entry: edited(outcome), feed: records[stored.feed]?.asSource, sortKey: stored.sortKey,
            updated: stored.updated)
        verdict.views = views.views(of: item, outcome.hits)
        return verdict
    }

    /// Of all that a verdict is made from: while it stays the same, so does the verdict.
    private func inputs(of stored: StoredEntry) -> UInt64 {
        let age = UInt64(rules.set.ageBand(of: stored.sortKey, now: now))
        let feed = feedHashes[stored.feed] ?? 0
        return StableHash.mix(StableHash.mix(stored.version) ^ StableHash.mix(feed &+ age))
    }

    private static let batch = 512
}

extension RuleFeed {
    fileprivate var inputs: [UInt8] {
        Array(([address, title, language ?? ""] + rules.sorted()).joined(separator: "\u{0}").utf8)
    }
}
