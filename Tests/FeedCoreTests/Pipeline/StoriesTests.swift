import Foundation
import Testing

@testable import FeedCore

/// Entries of different feeds about one event, as they are published.
struct StoriesTests {
    private let folder: TemporaryFolder
    private static let scheme = "tag:planet.example,2026:/story"

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("", to: "seeds/.keep")
        try folder.write(
            #"<opml version="2.0"><body><outline xmlUrl="a.xml"/><outline xmlUrl="b.xml"/></body></opml>"#,
            to: "feeds/subscriptions.opml")
        try feed("a", [item("a", 1, about: "https://news.example/storm", words: 1)])
        try feed(
            "b",
            [
                item("b", 2, about: "https://news.example/storm", words: 2),
                item("b", 3, about: "https://news.example/other", words: 3),
            ])
    }

    private func item(_ feed: String, _ day: Int, about page: String, words: Int) -> String {
        """
        <item><title>\(feed) \(day)</title><guid isPermaLink="false">urn:\(feed):\(day)</guid><link>\(page)</link>
        <pubDate>0\(day) Nov 2026 10:00:00 GMT</pubDate><description>\(Post.text(words))</description></item>
        """
    }

    private func feed(_ name: String, _ items: [String]) throws {
        try folder.write(
            "<rss version=\"2.0\"><channel><title>\(name)</title>\(items.joined())</channel></rss>",
            to: "feeds/\(name).xml")
    }

    private func publish(stories: Bool) async throws -> [Entry] {
        try folder.write(
            #"{title: "T", link: "https://planet.example/", merge: {stories: \#(stories)}, publish: {formats: ["atom"]}}"#,
            to: "feeds/site.json")
        let now = Timestamp(rfc3339: "2026-11-22T12:00:00Z") ?? Timestamp(seconds: 0)
        _ = try await Refresh(try Site.load(folder.url), options: Refresh.Options(program: Generator()) { now }).run()
        let bytes = Array(try folder.read("public/atom.xml").utf8)
        return try FeedParser.parse(bytes, context: DocumentContext()).entries
    }

    @Test func aStoryIsOffUnlessAskedFor() async throws {
        #expect(try await publish(stories: false).allSatisfy { $0.categories.isEmpty })
    }

    @Test func aStoryIsACategoryAndPointsToItsOtherEntries() async throws {
        let entries = try await publish(stories: true)
        let story = Category(term: "urn:a:1", scheme: Self.scheme, label: "a 1")
        #expect(entries.map(\.categories) == [[], [story], [story]])
        let related = entries.map { $0.links.filter { $0.rel == "related" }.map(\.title) }
        #expect(related == [[], ["a 1"], ["b 2"]])
        let site = try Site.load(folder.url)
        let account = try #require(
            try Why("urn:b:2", on: site, program: Generator(), now: Timestamp(seconds: 0)).entries.first)
        #expect(account.reasons == [.published, .inStory] && account.story.map(\.id) == ["urn:a:1"])
    }
}
