/// A feed that the site follows, as the blogroll and the page about the feeds show it.
struct FeedListing: Sendable, Equatable {
    let subscription: Subscription
    /// What the store knows of it; nil if it was never looked at.
    let feed: FeedRecord?
    /// The newest entry that is published.
    let lastPost: Timestamp?
    /// Published entries in each of the twelve weeks before the river's newest entry, oldest week first.
    let activity: [Int]

    var title: String {
        guard let title = feed?.metadata.title?.plain, !title.isEmpty else {
            return subscription.title ?? subscription.address
        }
        return title
    }

    /// Where anyone can fetch it: a file of the site has such an address only if it names one itself.
    var publicAddress: String? {
        Address.whole(
            subscription.isFile ? feed?.metadata.links.first { $0.rel == "self" }?.href : subscription.address)
    }

    /// Whether others may know of it and could fetch it: not so for feeds in a private network.
    var isPublic: Bool { !subscription.isPrivate && publicAddress != nil }
}
