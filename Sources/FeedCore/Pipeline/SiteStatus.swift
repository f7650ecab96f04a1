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
    }

    /// Reads the store of a site; a site that was never refreshed has nothing in it.
    public init(of site: Site) throws(RefreshError) {
        let store = try SiteStore.open(site)
        do throws(StoreError) {
            let counts = try store.counts()
            let records = try store.feeds().filter { $0.address != FeedRecord.articles }
            feeds = records.count
            entries = counts.entries
            articles = counts.articles
            failing = records.count { $0.failures > 0 }
            subscriptions = records.map(SubscriptionStatus.init)
        } catch {
            throw RefreshError(error)
        }
    }
}

extension SiteStatus.SubscriptionStatus {
    init(_ record: FeedRecord) {
        address = record.address
        title = record.metadata.title?.value
        entries = record.entries
        checked = record.checkedAt
        succeeded = record.succeededAt
        nextCheck = record.nextCheck
        failures = record.failures
        error = record.error
    }
}
