import Foundation
import Testing

@testable import FeedCore

struct WhyTests {
    private let folder: TemporaryFolder
    private static let now = Timestamp(rfc3339: "2026-11-22T12:00:00Z") ?? Timestamp(seconds: 0)

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            """
            {"title": "T", "link": "https://planet.example/", "merge": {"backfill": 4},
             "publish": {"entries": 3, "entriesPerFeed": 2, "formats": ["atom", "json"]}}
            """, to: "feeds/site.json")
        try folder.write("", to: "seeds/.keep")
    }

    private func item(_ host: String, _ id: String, _ date: String?, link: String? = nil) -> String {
        """
        <item><title>\(id) of \(host)</title><guid isPermaLink="false">\(id)</guid>
        <link>\(link ?? "https://\(host).example/\(id)")</link>\(date.map { "<pubDate>\($0)</pubDate>" } ?? "")</item>
        """
    }

    private func feed(_ host: String, _ items: [String]) throws {
        try folder.write(
            """
            <rss version="2.0"><channel><title>\(host)</title><link>https://\(host).example/</link>
            \(items.joined())</channel></rss>
            """, to: "feeds/\(host).xml")
    }

    private func refresh(following feeds: [String]) async throws {
        let outlines = feeds.map { "<outline type=\"rss\" text=\"x\" xmlUrl=\"\($0).xml\"/>" }.joined()
        try folder.write(
            "<opml version=\"2.0\"><head/><body>\(outlines)</body></opml>", to: "feeds/subscriptions.opml")
        var options = Refresh.Options(program: Generator()) { Self.now }
        options.force = true
        _ = try await Refresh(try Site.load(folder.url), options: options).run()
    }

    private func why(_ question: String) throws -> [Why.Account] {
        try Why(question, on: try Site.load(folder.url), program: Generator(), now: Self.now).entries
    }

    @Test func everyPlaceOfAnEntryHasItsReason() async throws {
        try feed("a", (1...5).map { item("a", "a\($0)", "0\($0) Nov 2026 10:00:00 GMT") })
        try feed(
            "b", [item("b", "b1", nil), item("b", "b2", "01 Jan 2027 00:00:00 GMT", link: "http://www.a.example/a5#x")])
        try await refresh(following: ["a", "b"])
        #expect(try why("a5").first { $0.id == "a5" }?.reasons == [.published])
        #expect(try why("https://a.example/a5").count == 2)
        let copy = try #require(try why("b2").first)
        #expect(copy.reasons == [.folded, .futureDate] && copy.foldedInto?.id == "a5")
        #expect(try why("a5").first { $0.id == "a5" }?.copies.map(\.test) == ["sameAddress"])
        #expect(try why("b1").map(\.reasons) == [[.published, .undated]])
        #expect(try why("a3").map(\.reasons) == [[.archived]])
        #expect(try why("a3").first?.files == ["archive/2026-11.xml"])
        #expect(try why("a1").map(\.reasons) == [[.backfill]])
        #expect(try why("nothing like it").isEmpty)
        try await refresh(following: ["b"])
        #expect(try why("a4").map(\.reasons) == [[.notFollowed]])
    }

    @Test func anArticleThatIsNotOutSaysSo() async throws {
        try folder.write("---\ntitle: Frost\ndraft: true\n---\nCold.", to: "seeds/frost.md")
        try folder.write("---\ntitle: Thaw\ndate: 2026-12-24\n---\nCold no more.", to: "seeds/thaw.md")
        try folder.write("---\ntitle: Rain\n---\nCold and wet.", to: "seeds/rain.md")
        try await refresh(following: [])
        #expect(try why("cold").map(\.title) == ["Frost", "Thaw", "Rain"])
        #expect(try why("cold").map(\.reasons) == [[.draft], [.scheduled], [.published, .undated]])
    }

    @Test(arguments: ["collapse", "keep"])
    func anIDHasOneOwner(_ duplicates: String) async throws {
        try folder.write(
            #"{title: "T", link: "https://planet.example/", merge: {duplicates: "\#(duplicates)"}}"#,
            to: "feeds/site.json")
        try feed("a", [item("a", "urn:x:1", "01 Nov 2026 10:00:00 GMT")])
        try feed("b", [item("b", "urn:x:1", "02 Nov 2026 10:00:00 GMT")])
        try await refresh(following: ["a", "b"])
        let accounts = try why("urn:x:1")
        #expect(accounts.map(\.reasons) == [[.published, .foreignID], [.published]])
        #expect(accounts.map { $0.idOwner?.feed } == ["a.xml", nil])
        #expect(Set(accounts.map(\.publishedID)).count == 2)
    }

    @Test func copiesThatAreKeptHaveIDsOfTheirOwn() async throws {
        try folder.write(
            #"{title: "T", link: "https://planet.example/", merge: {duplicates: "keep"}}"#, to: "feeds/site.json")
        try feed("a", [item("a", "urn:x:1", nil, link: "https://a.example/1")])
        try feed("b", [item("a", "urn:x:1", nil, link: "https://a.example/1")])
        try await refresh(following: ["a", "b"])
        let accounts = try why("urn:x:1")
        #expect(accounts.allSatisfy { $0.reasons.contains(.published) })
        #expect(Set(accounts.map(\.publishedID)).count == 2)
    }

    @Test func whatLikeWouldReadOtherwiseIsOnlyItself() async throws {
        try feed("a", [item("a", "50%_off!", nil), item("a", "50 xoff", nil)])
        try await refresh(following: ["a"])
        #expect(try why("50%_off!").map(\.id) == ["50%_off!"])
    }
}
