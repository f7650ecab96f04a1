struct SubscriptionList { let subscriptions: [Subscription]; let problems: [String]
 static let file = "feeds/subscriptions.opml"
 static func read(_ bytes: [UInt8]) throws(SiteError) -> SubscriptionList { .init(subscriptions: [], problems: []) } }
