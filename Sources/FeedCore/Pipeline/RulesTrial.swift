/// What the site's rules would do to the entries that are stored, while nothing is changed; the JSON of
/// `rules test --json`.
public struct RulesTrial: Sendable, Equatable, Encodable {
    /// How many would be published without rules; what is folded into another does not count.
    public private(set) var entries = 0
    /// How many of them the rules leave out.
    public private(set) var leftOut = 0
    /// In the order in which they run.
    public private(set) var rules: [Trial] = []

    public struct Trial: Sendable, Equatable, Encodable {
        public let name: String
        public fileprivate(set) var effects: [Effect] = []
    }

    /// One thing that a rule does.
    public struct Effect: Sendable, Equatable, Encodable {
        /// A name of `RuleOutcome.Effect`.
        public let name: String
        /// To how many entries.
        public fileprivate(set) var count = 0
        /// The newest few of them.
        public fileprivate(set) var examples: [Example] = []
    }

    public struct Example: Sendable, Equatable, Encodable {
        public let title: String?
        public let link: String?
        /// The title of its feed.
        public let feed: String
        public let reason: String
    }

    /// Reads the store of a site and writes nothing.
    public init(of site: Site) throws(RefreshError) {
        let store = try SiteStore.open(site)
        do throws(StoreError) {
            try run(of: site, on: store)
        } catch {
            throw RefreshError(error)
        }
    }
}

extension RulesTrial {
    private mutating func run(of site: Site, on store: any Store) throws(StoreError) {
        rules = site.configuration.rules.map { Trial(name: $0.name) }
        let feeds = try store.feeds()
        let inventory = try store.inventory()
        let verdicts = RuleVerdicts(site, feeds: feeds, entries: inventory.entries.joined())
        let entries = River.inOrder(inventory.entries, keepsRetired: false)
        // What folds into another entry is none of its own, whatever the rules do to it.
        func published(_ entries: [StoredEntry]) -> Set<StoredEntry.ID> {
            let candidates = River.candidates(entries, inventory.facets, feeds)
            let folds = site.configuration.merge.duplicates == .collapse
            return Set(River(entries, candidates: candidates, feeds: feeds, folds: folds).entries.map(\.id))
        }
        let before = published(entries)
        let after = published(try verdicts.choice(of: entries, in: store).kept)
        self.entries = before.count
        var quotas = RuleQuotas(site.rules)
        // A batch at a time, so that memory does not follow the number of entries.
        for start in stride(from: 0, to: entries.count, by: Self.batch) {
            let chosen = Array(entries[start..<min(start + Self.batch, entries.count)])
            let texts = try store.texts(of: chosen.map(\.id))
            let outcomes = zip(chosen, texts).map { ($0, $1) }.concurrentMap { verdicts.outcome($1, $0) }
            for ((stored, entry), outcome) in zip(zip(chosen, texts), outcomes) {
                let feed = verdicts.feed(stored)
                let refusal =
                    outcome.isDropped
                    ? nil : quotas.refusal(of: outcome.verdict, feed: feed, sortKey: stored.sortKey)
                // To be counted by a cap is no change; to be over it is.
                let hits = outcome.hits.filter { $0.effect != .counted } + [refusal].compactMap(\.self)
                let isLeftOut = outcome.isDropped || refusal != nil
                guard isLeftOut ? before.contains(stored.id) : after.contains(stored.id) else { continue }
                count(hits, of: entry, in: feed)
                if isLeftOut { leftOut += 1 }
            }
        }
    }

    private mutating func count(_ hits: [RuleOutcome.Hit], of entry: Entry, in feed: RuleFeed) {
        for hit in hits {
            rules[hit.rule].add(
                hit.effect.rawValue,
                Example(title: entry.title?.line, link: entry.link, feed: feed.title, reason: hit.reason))
        }
    }

    private static let batch = 512
}

extension RulesTrial.Trial {
    fileprivate mutating func add(_ effect: String, _ example: RulesTrial.Example) {
        let index = effects.firstIndex { $0.name == effect } ?? effects.endIndex
        if index == effects.endIndex { effects.append(RulesTrial.Effect(name: effect)) }
        effects[index].count += 1
        if effects[index].examples.count < Self.examples { effects[index].examples.append(example) }
    }

    private static let examples = 5
}
