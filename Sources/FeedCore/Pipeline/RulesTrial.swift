/// What the site's rules would do to the entries that are stored, while nothing is changed; the JSON of
/// `rules test --json`.
public struct RulesTrial: Sendable, Equatable, Encodable {
    /// How many were looked at: all that are not withheld for another reason.
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
            try run(SiteRules(site), of: site, on: store)
        } catch {
            throw RefreshError(error)
        }
    }
}

extension RulesTrial {
    private mutating func run(_ rules: SiteRules, of site: Site, on store: any Store) throws(StoreError) {
        self.rules = site.configuration.rules.map { Trial(name: $0.name) }
        let all = try store.feeds()
        let entries = River.inOrder(try store.inventory().entries, keepsRetired: false)
        // As a publication does: ages count back from the newest entry.
        let now = entries.first?.sortKey ?? Timestamp(seconds: 0)
        let feeds = Dictionary(uniqueKeysWithValues: all.map { ($0.id, rules.feed($0)) })
        var quotas = RuleQuotas(rules.set)
        // A batch at a time, so that memory does not follow the number of entries.
        for start in stride(from: 0, to: entries.count, by: Self.batch) {
            let chosen = Array(entries[start..<min(start + Self.batch, entries.count)])
            let texts = try store.texts(of: chosen.map(\.id))
            let outcomes = zip(chosen, texts).map { ($0, $1) }.concurrentMap { stored, entry in
                rules.set.apply(entry, of: feeds[stored.feed] ?? RuleFeed(), sortKey: stored.sortKey, now: now)
            }
            for ((stored, entry), outcome) in zip(zip(chosen, texts), outcomes) {
                count(outcome, of: entry, stored, feeds[stored.feed] ?? RuleFeed(), &quotas)
            }
        }
    }

    private mutating func count(
        _ outcome: RuleOutcome, of entry: Entry, _ stored: StoredEntry, _ feed: RuleFeed, _ quotas: inout RuleQuotas
    ) {
        entries += 1
        let refusal = outcome.isDropped ? nil : quotas.refusal(of: outcome, feed: feed, sortKey: stored.sortKey)
        if outcome.isDropped || refusal != nil { leftOut += 1 }
        // To be counted by a cap is no change; to be over it is.
        for hit in outcome.hits.filter({ $0.effect != .counted }) + [refusal].compactMap(\.self) {
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
