import Testing

@testable import FeedCore

struct ScheduleTests {
    /// A Sunday, 12:00.
    private let now = Timestamp(seconds: 1_795_348_800)
    private let schedule = Schedule()

    @Test(arguments: [
        ("nothing said: the usual interval", ServerHints(), 0, 3_600),
        ("fresh for longer: not before that", ServerHints(freshSeconds: 7_200), 0, 7_200),
        ("fresh for a year: the maximum", ServerHints(freshSeconds: 31_536_000), 0, 86_400),
        ("one failure: twice the interval", ServerHints(), 1, 7_200),
        ("three failures: eight times", ServerHints(), 3, 28_800),
        ("many failures: a week", ServerHints(), 50, 604_800),
        ("asked to wait: not before that, over the maximum too", ServerHints(retrySeconds: 200_000), 1, 200_000),
        ("asked to wait a year: a week", ServerHints(retrySeconds: 31_536_000), 1, 604_800),
        ("asked to wait a second: our own interval", ServerHints(retrySeconds: 1), 0, 3_600),
    ])
    func waits(_ name: String, _ server: ServerHints, _ failures: Int, _ want: Int) {
        let next = schedule.next(server: server, hints: FeedHints(), failures: failures, subscription: "", now: now)
        let jitter = abs(Int(next.seconds - now.seconds) - want)
        #expect(jitter <= want / 10, "\(name): \(next.seconds - now.seconds) s")
    }

    @Test func spreadsSubscriptionsEvenlyAndPredictably() {
        let shares = (0..<1_000).map { Schedule.fraction(of: "https://\($0).example/feed") }
        let tenths = Dictionary(grouping: shares) { Int($0 * 10) }.mapValues(\.count)
        #expect(tenths.count == 10)
        #expect(tenths.values.allSatisfy { (60...140).contains($0) })
        #expect(Schedule.fraction(of: "a") == Schedule.fraction(of: "a"))
    }

    @Test(arguments: [
        ("a post a day: checked at the maximum", 86_400, 86_400), ("a post in two hours", 7_200, 7_200),
        ("a post a minute: checked at the minimum", 60, 900),
    ])
    func followsTheFeedsOwnRhythm(_ name: String, _ gap: Int, _ want: Int) {
        let posts = (0..<12).map { now.adding(-gap * $0) } + [now.adding(999_999)]
        let wait = wait(FeedHints(Feed(), rhythm: PostRhythm(posts.reversed(), now: now)))
        #expect(abs(wait - want) <= want / 10, "\(name): \(wait) s")
    }

    @Test func doesNotBelieveDatesThatAreAllTheSame() {
        #expect(PostRhythm(Array(repeating: now, count: 9), now: now) == nil)
        #expect(PostRhythm([now, now.adding(-60)], now: now) == nil)
    }

    @Test func slowsDownWithAFeedThatFellSilent() {
        let old = (0..<9).map { now.adding(-30 * 86_400 - 60 * $0) }
        #expect(wait(FeedHints(Feed(), rhythm: PostRhythm(old, now: now))) >= 86_400 * 9 / 10)
    }

    @Test func heedsTtlAndUpdatePeriod() {
        var feed = Feed()
        feed.ttl = 120
        #expect(FeedHints(feed, rhythm: nil).wait == 7_200)
        feed.syndication.updatePeriod = "daily"
        feed.syndication.updateFrequency = 4
        #expect(FeedHints(feed, rhythm: nil).wait == 21_600)
        feed.ttl = .max
        #expect(wait(FeedHints(feed, rhythm: nil)) <= 86_400)
    }

    @Test func meetsTheFeedsOwnUpdates() {
        var feed = Feed()
        feed.syndication.updatePeriod = "hourly"
        feed.syndication.updateBase = Timestamp(year: 2000, month: 1, day: 1, minute: 20)
        #expect(FeedHints(feed, rhythm: nil).secondsToGrid(after: now) == 1_200)
        #expect(FeedHints(feed, rhythm: nil).secondsToGrid(after: now.adding(1_201)) == 3_599)
    }

    @Test func skipsHoursAndDays() {
        var feed = Feed()
        feed.skipHours = [13, 14]
        feed.skipDays = ["Monday"]
        let hints = FeedHints(feed, rhythm: nil)
        #expect(hints.skipping(now) == now)
        #expect(hints.skipping(now.adding(3_700)).fields.hour == 15)
        let tuesday = hints.skipping(now.adding(86_400)).fields
        #expect((tuesday.day, tuesday.hour) == (now.adding(2 * 86_400).fields.day, 0))
        feed.skipHours = Array(0...23)
        #expect(FeedHints(feed, rhythm: nil).skipping(now.adding(3_700)) == now.adding(3_700))
    }

    private func wait(_ hints: FeedHints) -> Int {
        Int(schedule.next(server: ServerHints(), hints: hints, subscription: "x", now: now).seconds - now.seconds)
    }
}
