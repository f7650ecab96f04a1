/// How often a feed posts, as its entries' dates show; kept with the feed for the looks that find nothing new.
struct PostRhythm: Sendable, Equatable {
    let newest: Timestamp
    /// The median gap between its recent posts, in seconds.
    let gap: Int

    init(newest: Timestamp, gap: Int) {
        self.newest = newest
        self.gap = gap
    }

    /// - Parameter posts: in any order; what lies in the future says nothing. nil for fewer than three dates, and for
    ///   dates that are all the same, which somebody made up.
    init?(_ posts: [Timestamp], now: Timestamp) {
        let recent = posts.filter { $0 <= now }.sorted(by: >).prefix(11)
        guard recent.count >= 3, let newest = recent.first, newest.seconds != recent.last?.seconds else { return nil }
        let gaps = zip(recent, recent.dropFirst()).map { $0.seconds - $1.seconds }.sorted()
        self.init(newest: newest, gap: Int(clamping: gaps[gaps.count / 2]))
    }

    /// Seconds until the next post may be expected: a feed that has been silent for long slows down with its silence.
    func wait(now: Timestamp) -> Int { max(gap, Int(clamping: (now.seconds - newest.seconds) / 10)) }
}
