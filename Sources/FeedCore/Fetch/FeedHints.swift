/// What a feed says, and shows, about how often it changes; kept with the feed for the looks that find nothing new.
struct FeedHints: Sendable, Equatable {
    /// Seconds that the feed wants to be left alone (RSS `ttl`, `sy:updatePeriod` over `sy:updateFrequency`).
    var wait: Int?
    /// RSS `skipHours` (0 ... 23) and `skipDays` (0 is Sunday), both in GMT: a bit each.
    var skippedHours: UInt32 = 0
    var skippedDays: UInt32 = 0
    var grid: Grid?
    /// How often it posts, as far as its entries tell.
    var rhythm: PostRhythm?

    /// `sy:updateBase`, in seconds since 1970, and the seconds from one update to the next.
    struct Grid: Sendable, Equatable {
        let base: Int64
        let step: Int64
    }

    init() {}

    init(_ feed: Feed, rhythm: PostRhythm?) {
        self.rhythm = rhythm
        skippedHours = Self.bits(feed.skipHours.map { $0 == 24 ? 0 : $0 }, below: 24)
        skippedDays = Self.bits(feed.skipDays.compactMap { Self.days.firstIndex(of: $0.lowercased()) }, below: 7)
        let step = Self.period(feed.syndication)
        wait = [feed.ttl.map { min(max($0, 0), 1 << 20) * 60 }, step].compactMap(\.self).max()
        if let base = feed.syndication.updateBase, let step, step > 0 {
            grid = Grid(base: base.seconds, step: Int64(step))
        }
    }

    /// Seconds from a time to the feed's next own update.
    func secondsToGrid(after time: Timestamp) -> Int? {
        guard let grid else { return nil }
        let past = (time.seconds - grid.base) % grid.step
        return Int(past <= 0 ? -past : grid.step - past)
    }

    /// The same time, or the beginning of the first hour after it that the feed does not want skipped. A feed that wants
    /// all skipped is not taken at its word.
    func skipping(_ time: Timestamp) -> Timestamp {
        guard skippedHours.nonzeroBitCount < 24, skippedDays.nonzeroBitCount < 7 else { return time }
        var seconds = time.seconds
        while isSkipped(seconds) { seconds += 3_600 - seconds % 3_600 }
        return seconds == time.seconds ? time : Timestamp(seconds: seconds + time.seconds % 600)
    }

    private func isSkipped(_ seconds: Int64) -> Bool {
        // 1970 began on a Thursday.
        skippedHours >> (seconds / 3_600 % 24) & 1 == 1 || skippedDays >> ((seconds / 86_400 + 4) % 7) & 1 == 1
    }

    private static func bits(_ numbers: [Int], below end: Int) -> UInt32 {
        numbers.filter { (0..<end).contains($0) }.reduce(0) { $0 | 1 << UInt32($1) }
    }
}

extension FeedHints {
    private static let days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]

    private static let periods = [
        "hourly": 3_600, "daily": 86_400, "weekly": 7 * 86_400, "monthly": 30 * 86_400, "yearly": 365 * 86_400,
    ]

    /// RSS 1.0's syndication module: a frequency without a period is daily, a period without a frequency once in it.
    private static func period(_ syndication: Syndication) -> Int? {
        guard !syndication.isEmpty else { return nil }
        let period = periods[syndication.updatePeriod?.lowercased() ?? "daily"]
        let frequency = max(1, syndication.updateFrequency ?? 1)
        return period.map { $0 / frequency }
    }
}
