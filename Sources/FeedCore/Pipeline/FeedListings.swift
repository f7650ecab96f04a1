/// The feeds that a site follows, with what became of their entries in the river.
enum FeedListings {
    static func all(of site: Site, in river: River) -> [FeedListing] {
        let records = Dictionary(river.feeds.values.map { ($0.address, $0) }) { first, _ in first }
        let entries = Dictionary(grouping: river.entries, by: \.feed)
        let end = river.entries.first?.sortKey
        return site.subscriptions.map { subscription in
            let feed = records[subscription.address]
            let posts = feed.flatMap { entries[$0.id] } ?? []
            return FeedListing(
                subscription: subscription, feed: feed, lastPost: posts.first?.sortKey,
                activity: activity(of: posts, until: end))
        }
    }

    private static let weeks = 12
    private static let secondsPerWeek: Int64 = 7 * 86_400

    /// Counted back from the river's newest entry and not from today, so that nothing changes where nothing is new.
    private static func activity(of posts: [StoredEntry], until end: Timestamp?) -> [Int] {
        var counts = [Int](repeating: 0, count: weeks)
        guard let end else { return counts }
        for post in posts {
            let week = Int((end.seconds - post.sortKey.seconds) / secondsPerWeek)
            guard (0..<weeks).contains(week) else { continue }
            counts[weeks - 1 - week] += 1
        }
        return counts
    }
}
