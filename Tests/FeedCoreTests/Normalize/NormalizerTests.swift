import Testing

@testable import FeedCore

struct NormalizerTests {
    private static var entry: Entry {
        var entry = Entry()
        entry.id = "https://a.example/1?utm_source=feed"
        entry.link = "https://a.example/posts/1?utm_source=feed&page=2"
        entry.links = [
            Link(href: "https://a.example/posts/1?utm_source=feed&page=2"),
            Link(rel: "enclosure", href: "https://a.example/1.mp3?utm_source=feed"),
        ]
        entry.comments = "https://a.example/posts/1?fbclid=x#comments"
        entry.title = Text("<h1>Big <em>news</em></h1><script>x()</script>", type: .html)
        entry.summary = Text("<p onclick=\"x()\">see <a href=\"../2\">two</a></p>", type: .html)
        return entry
    }

    @Test func whatIsPublishedHasNoTrackersInItsLinks() {
        var normalizer = Normalizer(Sanitizer.Options(), for: .publish)
        let published = normalizer.normalize(Self.entry)
        #expect(published.link == "https://a.example/posts/1?page=2")
        #expect(
            published.links.map(\.href) == [
                "https://a.example/posts/1?page=2", "https://a.example/1.mp3?utm_source=feed",
            ])
        #expect(published.comments == "https://a.example/posts/1#comments")
        #expect(published.id == Self.entry.id)
        // The post's address and that of its comments, and the title's script.
        #expect(normalizer.removed.trackers == 2 && normalizer.removed.elements == 1)
    }

    @Test func trackersStayWhereTheSiteKeepsThem() {
        let options = Sanitizer.Options(removesTrackers: false)
        var normalizer = Normalizer(options, for: .publish)
        #expect(normalizer.normalize(Self.entry).links == Self.entry.links)
        #expect(normalizer.removed.trackers == 0)
    }

    @Test func aPublishedTitleKeepsEmphasisAndLosesBlocks() {
        var normalizer = Normalizer(Sanitizer.Options(), for: .publish)
        let published = normalizer.normalize(Self.entry)
        #expect(published.title?.value == "Big <em>news</em>")
    }

    @Test func withoutABaseTheEntrysPageResolvesItsReferences() {
        var normalizer = Normalizer(Sanitizer.Options(), for: .publish)
        let published = normalizer.normalize(Self.entry)
        #expect(published.summary?.value.contains("href=\"https://a.example/2\"") == true)
        #expect(published.summary?.value.contains("onclick") == false)
    }

    @Test func whatIsShownIsWhatTheFeedSaysMadeHarmless() {
        var normalizer = Normalizer(Sanitizer.Options(removesTrackers: false), for: .show)
        let shown = normalizer.normalize(Self.entry)
        #expect(shown.title?.value == "<h1>Big <em>news</em></h1>")
        #expect(shown.links == Self.entry.links && shown.link == Self.entry.link)
        #expect(shown.summary?.value.contains("href=\"../2\"") == true)
    }
}
