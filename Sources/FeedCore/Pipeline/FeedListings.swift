/// The feeds that a site follows, with what became of their entries in the river.
enum FeedListings {
    static func all(of site: Site, in river: River) -> [FeedListing] {
        let records = Dictionary(river.feeds.values.map { ($0.address, $0) }) { first, _ in first }
        let posts = posts(in: river)
        return site.subscriptions.map { subscription in
            let feed = records[subscription.address]
            let posts = feed.flatMap { posts[$0.id] } ?? Posts()
            return FeedListing(
                subscription: subscription, feed: feed, lastPost: posts.newest, activity: posts.byWeek)
        }
    }

    private struct Posts {
        var newest: Timestamp?
        var byWeek = [Int](repeating: 0, count: weeks)
    }

    private static let weeks = 12
    private static let secondsPerWeek: Int64 = 7 * 86_400

    /// Weeks are counted back from the river's newest entry and not from today, so that nothing changes where nothing is
    /// new.
    private static func posts(in river: River) -> [FeedRecord.ID: Posts] {
        var posts: [FeedRecord.ID: Posts] = [:]
        let end = river.entries.first?.sortKey.seconds ?? 0
        for entry in river.entries {
            let week = Int((end - entry.sortKey.seconds) / secondsPerWeek)
            // Most entries are older, and all that is to be known of their feed is known.
            guard week < weeks || posts[entry.feed] == nil else { continue }
            if posts[entry.feed] == nil { posts[entry.feed] = Posts(newest: entry.sortKey) }
            if week < weeks { posts[entry.feed]?.byWeek[weeks - 1 - week] += 1 }
        }
        return posts
    }
}
