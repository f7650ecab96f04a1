/// What the site's rules leave of the stored entries.
///
/// Ages count back from the newest entry and not from today, so that nothing changes where nothing is new.
struct RuleVerdicts: Sendable {
    private let rules: SiteRules
    private let feeds: [FeedRecord.ID: RuleFeed]
    private let now: Timestamp
    private let storyScheme: String
    /// Of the rules and of what they know of each feed.
    private let feedHashes: [FeedRecord.ID: UInt64]

    init(_ site: Site, feeds: [FeedRecord], entries: [StoredEntry]) {
        let rules = SiteRules(site)
        self.rules = rules
        self.feeds = Dictionary(uniqueKeysWithValues: feeds.map { ($0.id, rules.feed($0)) })
        feedHashes = self.feeds.mapValues { StableHash.of(rules.set.digest.bytes + $0.inputs) }
        now = entries.lazy.map(\.sortKey).max() ?? Timestamp(seconds: 0)
        storyScheme = TagURI(site: site.configuration.link).story
    }

    /// What the rules choose, and what they had to decide for that.
    struct Choice: Sendable {
        /// The entries that are to be published, newest first.
        var kept: [StoredEntry]
        /// What was not in the store yet.
        var decided: [StoredEntry.ID: StoredVerdict] = [:]
    }

    /// - Parameter entries: newest first.
    func choice(of entries: [StoredEntry], in store: any Store) throws(StoreError) -> Choice {
        guard !rules.set.isEmpty else { return Choice(kept: entries) }
        var verdicts = try store.verdicts()
        var choice = Choice(kept: [])
        choice.decided = try decide(entries.filter { verdicts[$0.id]?.inputs != inputs(of: $0) }, in: store)
        for (entry, verdict) in choice.decided { verdicts[entry] = verdict }
        var quotas = RuleQuotas(rules.set)
        choice.kept = entries.filter { stored in
            guard let known = verdicts[stored.id] else { return true }
            let verdict = RuleVerdict(bytes: known.verdict)
            guard !verdict.isDropped else { return false }
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
        var edited = entry
        if !rules.set.isEmpty {
            let outcome = outcome(entry, stored)
            edited = outcome.entry
            if let story = outcome.story { edited.categories.append(Category(term: story, scheme: storyScheme)) }
        }
        edited.removeClasses()
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
            let outcomes = zip(batch, texts).map { ($0, $1) }.concurrentMap { outcome($1, $0) }
            for (stored, outcome) in zip(batch, outcomes) {
                decided[stored.id] = StoredVerdict(inputs: inputs(of: stored), verdict: outcome.verdict.bytes)
            }
        }
        return decided
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
