/// What a site knows at the moment; the JSON of `status --json`.
public struct SiteStatus: Sendable, Equatable, Encodable {
    /// Feeds that the site follows.
    public let feeds: Int
    /// Entries known, local articles included.
    public let entries: Int
    public let articles: Int
    /// Feeds whose last check failed.
    public let failing: Int
    /// In the order of the subscriptions.
    public let subscriptions: [SubscriptionStatus]

    public struct SubscriptionStatus: Sendable, Equatable, Encodable {
        public let address: String
        public let title: String?
        public let entries: Int
        public let checked: Timestamp?
        public let succeeded: Timestamp?
        public let nextCheck: Timestamp?
        /// In a row.
        public let failures: Int
        public let error: String?
        /// Since its server said that it is gone for good, it is not fetched any more.
        public let retired: Timestamp?
        /// What should be changed about it.
        public let proposal: Proposal?
    }

    /// Reads the store of a site; feeds that were never looked at are there with nothing known of them.
    public init(of site: Site) throws(RefreshError) {
        let store = try SiteStore.open(site)
        do throws(StoreError) {
            let counts = try store.counts()
            let records = Dictionary(try store.feeds().map { ($0.address, $0) }) { first, _ in first }
            let followed = Set(site.subscriptions.map(\.key))
            subscriptions = site.subscriptions.map {
                let record = records[$0.address]
                return SubscriptionStatus(
                    $0, record: record, entries: record.flatMap { counts.byFeed[$0.id] } ?? 0, followed: followed)
            }
            feeds = subscriptions.count
            entries = counts.entries
            articles = counts.articles
            failing = subscriptions.count { $0.failures > 0 }
        } catch {
            throw RefreshError(error)
        }
    }
}

extension SiteStatus.SubscriptionStatus {
    init(_ subscription: Subscription, record: FeedRecord?, entries: Int, followed: Set<String>) {
        address = subscription.address
        title = record?.metadata.title?.value ?? subscription.title
        self.entries = entries
        checked = record?.checkedAt
        succeeded = record?.succeededAt
        nextCheck = record?.nextCheck
        failures = record?.failures ?? 0
        error = record?.error
        retired = record?.relocation.retiredAt
        proposal = record.flatMap { Proposal(subscription, $0, followed: followed) }
    }
}
