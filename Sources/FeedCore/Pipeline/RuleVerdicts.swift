/// What the site's rules leave of the stored entries.
///
/// Ages count back from the newest entry and not from today, so that nothing changes where nothing is new.
struct RuleVerdicts: Sendable {
    private let rules: SiteRules
    private let feeds: [FeedRecord.ID: RuleFeed]
    private let now: Timestamp
    private let storyScheme: String

    init(_ site: Site, feeds: [FeedRecord], entries: [StoredEntry]) {
        let rules = SiteRules(site)
        self.rules = rules
        self.feeds = Dictionary(uniqueKeysWithValues: feeds.map { ($0.id, rules.feed($0)) })
        now = entries.lazy.map(\.sortKey).max() ?? Timestamp(seconds: 0)
        storyScheme = TagURI(site: site.configuration.link).feed + "story"
    }

    /// The entries that are to be published, newest first.
    /// - Parameter entries: newest first.
    func kept(_ entries: [StoredEntry], in store: any Store) throws(StoreError) -> [StoredEntry] {
        guard !rules.set.isEmpty else { return entries }
        var quotas = RuleQuotas(rules.set)
        var kept: [StoredEntry] = []
        // A batch at a time, so that memory does not follow the number of entries.
        for start in stride(from: 0, to: entries.count, by: Self.batch) {
            let batch = Array(entries[start..<min(start + Self.batch, entries.count)])
            let texts = try store.texts(of: batch.map(\.id))
            let outcomes = zip(batch, texts).map { ($0, $1) }.concurrentMap { outcome($1, $0) }
            for (stored, outcome) in zip(batch, outcomes) where !outcome.isDropped {
                let refusal = quotas.refusal(of: outcome, feed: feed(stored), sortKey: stored.sortKey)
                if refusal == nil { kept.append(stored) }
            }
        }
        return kept
    }

    /// The entry as the rules want it published.
    func edited(_ entry: Entry, _ stored: StoredEntry) -> Entry {
        guard !rules.set.isEmpty else { return entry }
        let outcome = outcome(entry, stored)
        var edited = outcome.entry
        if let story = outcome.story { edited.categories.append(Category(term: story, scheme: storyScheme)) }
        return edited
    }

    /// What each rule did to the entry.
    func hits(_ entry: Entry, _ stored: StoredEntry) -> [RuleOutcome.Hit] {
        rules.set.isEmpty ? [] : outcome(entry, stored).hits
    }

    private func outcome(_ entry: Entry, _ stored: StoredEntry) -> RuleOutcome {
        rules.set.apply(entry, of: feed(stored), sortKey: stored.sortKey, now: now)
    }

    private func feed(_ stored: StoredEntry) -> RuleFeed { feeds[stored.feed] ?? RuleFeed() }

    private static let batch = 512
}
