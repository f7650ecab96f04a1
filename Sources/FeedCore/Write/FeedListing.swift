/// A feed that the site follows, as the blogroll and the page about the feeds show it.
struct FeedListing: Sendable, Equatable {
    let subscription: Subscription
    /// What the store knows of it; nil if it was never looked at.
    let feed: FeedRecord?
    /// The newest entry that is published.
    let lastPost: Timestamp?
    /// Published entries in each of the twelve weeks before the river's newest entry, oldest week first.
    let activity: [Int]
}
