/// A site's rules, and what they have to know of each of its feeds.
struct SiteRules: Sendable {
    let set: RuleSet
    private let title: String
    /// By address.
    private let subscriptions: [String: Subscription]

    init(_ site: Site) {
        set = site.rules
        title = site.configuration.title
        subscriptions = Dictionary(site.subscriptions.map { ($0.address, $0) }) { first, _ in first }
    }

    func feed(_ record: FeedRecord) -> RuleFeed {
        if record.address == FeedRecord.articles { return RuleFeed(title: title) }
        let subscription = subscriptions[record.address]
        return RuleFeed(
            address: record.address, title: Text(record.title).line,
            language: record.metadata.language ?? subscription?.language, rules: Set(subscription?.rules ?? []))
    }
}
