import Testing

@testable import FeedCore

struct FeedsPageTests {
    @Test func healthIsSaidInWords() {
        var good = PageSamples.feed()
        good.checkedAt = PageSamples.noon
        var bad = good
        bad.failures = 3
        bad.error = "<no such host>"
        bad.succeededAt = PageSamples.noon
        var gone = bad
        gone.relocation.retiredAt = PageSamples.noon
        let page = page(listing(good), listing(bad), listing(nil), listing(gone))
        #expect(page.contains("<span class=\"health good\">Working</span>"))
        #expect(page.contains("Failing since <time datetime=\"2026-11-22T12:00:00Z\">22 November 2026</time>"))
        #expect(page.contains("Gone for good, not checked since <time datetime=\"2026-11-22T12:00:00Z\">"))
        #expect(page.ranges(of: "no such host").count == 1)
        #expect(page.contains("<bdi>&lt;no such host&gt;</bdi>"))
        #expect(page.contains("<span class=\"health unknown\">Not checked yet</span>"))
        #expect(PageSamples.imbalances(in: page) == [])
    }

    /// A check that found nothing new must not rewrite the file.
    @Test func theTimeOfTheLastCheckChangesNothing() {
        var feed = PageSamples.feed()
        feed.checkedAt = PageSamples.noon
        feed.succeededAt = PageSamples.noon
        let before = page(listing(feed))
        feed.checkedAt = Timestamp(seconds: 1_900_000_000)
        feed.succeededAt = feed.checkedAt
        feed.nextCheck = feed.checkedAt
        #expect(page(listing(feed)) == before)
    }

    @Test func aFeedOfTheSiteItselfIsNotLinked() {
        let listing = FeedListing(
            subscription: Subscription(position: 0, url: "samples/a.xml", title: "Sample"), feed: nil, lastPost: nil,
            activity: [])
        let page = page(listing)
        #expect(page.contains("<bdi>Sample</bdi></h2>") && !page.contains("samples/a.xml"))
    }

    @Test func aPrivateFeedIsNotNamed() {
        let subscription = Subscription(position: 0, url: "http://10.0.0.1/feed", title: "Secret", isPrivate: true)
        let page = page(FeedListing(subscription: subscription, feed: nil, lastPost: nil, activity: []))
        #expect(!page.contains("Secret") && !page.contains("10.0.0.1"))
    }

    @Test(arguments: [[0, 4, 1, 2], [], [0], [1_000_000, 1], [Int](repeating: 0, count: 12)])
    func activityHasATextAlternative(_ weeks: [Int]) {
        let svg = String(decoding: Sparkline.svg(weeks, PageLanguages.english).bytes, as: UTF8.self)
        #expect(svg.ranges(of: "<rect").count == weeks.count)
        #expect(svg.contains("role=\"img\" aria-label=\"Posts in each of the last \(weeks.count) weeks: "))
    }

    @Test func barsAreAsHighAsTheirShare() {
        let svg = String(decoding: Sparkline.svg([0, 4, 1, 2], PageLanguages.english).bytes, as: UTF8.self)
        #expect(svg.contains(#"<rect x="8" y="0" width="6" height="24"/><rect x="16" y="18" width="6" height="6"/>"#))
    }

    private func listing(_ feed: FeedRecord?) -> FeedListing {
        FeedListing(
            subscription: Subscription(position: 0, url: "https://a.example/feed"), feed: feed,
            lastPost: feed.map { _ in PageSamples.noon }, activity: [0, 1])
    }

    private func page(_ feeds: FeedListing...) -> String {
        let bytes = FeedsPage.write(feeds, of: PageSamples.site, formats: PublishFormat.allCases)
        return String(decoding: bytes, as: UTF8.self)
    }
}
