/// When a feed is to be looked at again. Knows no clock: `now` comes with each question.
public struct Schedule: Sendable, Equatable {
    /// Seconds between two looks at a feed that says nothing of itself.
    public var interval: Int
    /// Bounds of what a feed or its server may ask for.
    public var minimum: Int
    public var maximum: Int

    public init(interval: Int = 3_600, minimum: Int = 900, maximum: Int = 86_400) {
        self.interval = interval
        self.minimum = minimum
        self.maximum = maximum
    }

    /// What neither a server's wish nor a row of failures exceeds.
    static let longest = 7 * 86_400

    /// The time of the next look at a subscription.
    ///
    /// - Parameters:
    ///   - server: what the last answer said about its own freshness.
    ///   - hints: what the feed says, and how often it posts.
    ///   - failures: how many looks in a row have failed by now.
    ///   - subscription: its stable name, from which its share of jitter comes.
    func next(
        server: ServerHints, hints: FeedHints, failures: Int = 0, subscription: String, now: Timestamp
    ) -> Timestamp {
        var wait = bounded(max(hints.rhythm?.wait(now: now) ?? interval, server.freshSeconds ?? 0, hints.wait ?? 0))
        if let grid = hints.secondsToGrid(after: now.adding(minimum)) { wait = min(bounded(minimum + grid), wait) }
        if failures > 0 { wait = min(max(wait, interval) << min(failures, 16), Self.longest) }
        wait = jittered(wait, Self.fraction(of: subscription))
        if let asked = server.retrySeconds { wait = max(wait, min(asked, Self.longest)) }
        return hints.skipping(now.adding(wait))
    }

    private func bounded(_ seconds: Int) -> Int { min(max(seconds, minimum), maximum) }

    /// Up to a tenth later, or earlier where later is over the maximum: looks that were once due together drift apart.
    private func jittered(_ seconds: Int, _ fraction: Double) -> Int {
        let shift = Int(Double(seconds) * fraction / 10)
        return seconds + shift > (seconds <= maximum ? maximum : Self.longest) ? seconds - shift : seconds + shift
    }

    /// A number from 0 up to 1 that is the same in every run: FNV-1a over the name.
    static func fraction(of name: String) -> Double {
        let hash = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        // The upper bits of FNV vary little over short names; a multiplication spreads them.
        return Double((hash &* 0x9e37_79b9_7f4a_7c15) >> 11) / Double(1 << 53 as UInt64)
    }
}

extension Timestamp {
    func adding(_ seconds: Int) -> Timestamp {
        Timestamp(seconds: self.seconds + Int64(seconds), nanoseconds: nanoseconds)
    }
}
