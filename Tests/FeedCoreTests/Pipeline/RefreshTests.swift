import Foundation
import Testing

@testable import FeedCore

/// The whole program on sites of files: no network, a clock of the test's own.
struct RefreshTests {
    private let folder: TemporaryFolder

    private static let today = Timestamp(rfc3339: "2026-11-22T12:00:00Z") ?? Timestamp(seconds: 0)

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            #"{"title": "T", "link": "https://planet.example/", "author": {"name": "A"}}"#, to: "feeds/site.json")
        try follow([])
        try folder.write("", to: "seeds/.keep")
    }

    private func follow(_ files: [String]) throws {
        let outlines = files.map { #"<outline type="rss" text="\#($0)" xmlUrl="\#($0)"/>"# }
        try folder.write(
            #"<opml version="2.0"><head><title>t</title></head><body>\#(outlines.joined())</body></opml>"#,
            to: "feeds/subscriptions.opml")
    }

    private func feed(_ entries: [(id: String, title: String, published: String)]) -> String {
        let items = entries.map { entry in
            """
            <entry><id>urn:x:\(entry.id)</id><title>\(entry.title)</title><updated>\(entry.published)</updated>
            <published>\(entry.published)</published><link href="https://a.example/\(entry.id)"/></entry>
            """
        }
        return """
            <feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x:feed</id><title>Feed</title>
            <updated>2026-01-01T00:00:00Z</updated><author><name>N</name></author>\(items.joined())</feed>
            """
    }

    @discardableResult
    private func refresh(force: Bool = false, at now: Timestamp = today) async throws -> Report {
        var options = Refresh.Options(program: Generator()) { now }
        options.force = force
        return try await Refresh(try Site.load(folder.url), options: options).run()
    }

    private func published() throws -> ParsedFeed {
        try FeedParser.parse(Array(try folder.read("public/atom.xml").utf8), context: DocumentContext())
    }

    private func titles() throws -> [String?] { try published().entries.map(\.title?.value) }

    @Test func theEmbeddedDefaultIsPublishedWhole() async throws {
        let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        for part in ["feeds", "seeds"] {
            try FileManager.default.removeItem(at: folder.url.appendingPathComponent(part))
            try FileManager.default.copyItem(
                at: repository.appendingPathComponent(part), to: folder.url.appendingPathComponent(part))
        }
        let report = try await refresh()
        #expect(report.feeds >= 5 && report.changed == report.feeds)
        #expect(report.failed == [] && report.articleProblems == [])
        #expect(report.articles >= 3)
        let feed = try published()
        #expect(feed.wellFormed && feed.entries.count == report.published)
        #expect(feed.entries.count { !$0.source.isEmpty } == report.newEntries - report.articles)
    }

    @Test func aSecondRefreshTouchesNothing() async throws {
        try folder.write(feed([("1", "one", "2026-01-01T00:00:00Z")]), to: "feeds/a.xml")
        try follow(["a.xml"])
        #expect(try await refresh().replacedFiles.contains("atom.xml"))
        let before = try folder.read("public/atom.xml")
        let later = try await refresh(force: true, at: Timestamp(seconds: Self.today.seconds + 86_400))
        #expect(later.replacedFiles == [] && later.changed == 0 && later.notModified == 1)
        #expect(try folder.read("public/atom.xml") == before)
    }

    @Test func entriesAreMergedNewestFirstAndKeepTheirSource() async throws {
        try folder.write(
            feed([("1", "old", "2026-01-01T00:00:00Z"), ("2", "new", "2026-03-01T00:00:00Z")]), to: "feeds/a.xml")
        try folder.write(
            """
            <rss version="2.0"><channel><title>R</title><link>https://r.example/</link>
            <item><title>between</title><guid isPermaLink="false">7</guid>
            <pubDate>Sun, 01 Feb 2026 00:00:00 GMT</pubDate></item></channel></rss>
            """, to: "feeds/b.xml")
        try follow(["a.xml", "b.xml"])
        try await refresh()
        #expect(try titles() == ["new", "between", "old"])
        #expect(try published().entries.map(\.source.title?.value) == ["Feed", "R", "Feed"])
        #expect(try published().entries.map(\.id) == ["urn:x:2", AtomID.published("7", feed: "b.xml"), "urn:x:1"])
    }

    @Test func anEditUpdatesAnEntryInItsPlace() async throws {
        try folder.write(
            feed([("1", "first", "2026-01-01T00:00:00Z"), ("2", "second", "2026-02-01T00:00:00Z")]), to: "feeds/a.xml")
        try follow(["a.xml"])
        try await refresh()
        try folder.write(
            feed([("1", "edited", "2026-10-01T00:00:00Z"), ("2", "second", "2026-02-01T00:00:00Z")]), to: "feeds/a.xml")
        let report = try await refresh(force: true)
        #expect(report.newEntries == 0 && report.updatedEntries == 1)
        #expect(try titles() == ["second", "edited"])
    }

    @Test func oneBadFeedCostsNoOtherItsUpdate() async throws {
        try folder.write(feed([("1", "good", "2026-01-01T00:00:00Z")]), to: "feeds/good.xml")
        try folder.write(
            "<!DOCTYPE html><html><head><title>x</title></head><body>sorry</body></html>", to: "feeds/page.xml")
        try folder.write("", to: "feeds/empty.xml")
        try follow(["page.xml", "missing.xml", "good.xml", "empty.xml", "../../outside.xml"])
        let report = try await refresh()
        #expect(report.failed.map(\.feed) == ["../../outside.xml", "empty.xml", "missing.xml", "page.xml"])
        #expect(report.failed.allSatisfy { !$0.message.isEmpty && !$0.message.contains("\n") })
        #expect(try titles() == ["good"])
        let status = try SiteStatus(of: try Site.load(folder.url))
        #expect(status.feeds == 5 && status.failing == 4 && status.entries == 1)
    }

    @Test func aFeedThatBreaksLaterKeepsItsEntries() async throws {
        try folder.write(feed([("1", "kept", "2026-01-01T00:00:00Z")]), to: "feeds/a.xml")
        try follow(["a.xml"])
        try await refresh()
        try folder.write("no feed any more", to: "feeds/a.xml")
        #expect(try await refresh(force: true).failed.count == 1)
        #expect(try titles() == ["kept"])
    }

    @Test func anArticleWhoseFileIsGoneLeavesTheRiver() async throws {
        try folder.write("---\ntitle: One\ndate: 2026-01-01\n---\nText.\n", to: "seeds/one.md")
        try folder.write("---\ntitle: Two\ndate: 2026-01-02\n---\nText.\n", to: "seeds/two.md")
        #expect(try await refresh().articles == 2)
        #expect(try titles() == ["Two", "One"])
        try FileManager.default.removeItem(at: folder.url.appendingPathComponent("seeds/two.md"))
        #expect(try await refresh().articles == 1)
        #expect(try titles() == ["One"])
    }

    @Test func draftsAndArticlesOfTheFutureStayOutUntilTheirTime() async throws {
        try folder.write("---\ntitle: Draft\ndate: 2026-01-01\ndraft: true\n---\nText.\n", to: "seeds/draft.md")
        try folder.write("---\ntitle: Tomorrow\ndate: 2026-11-23\n---\nText.\n", to: "seeds/tomorrow.md")
        #expect(try await refresh().articles == 0)
        #expect(try await refresh(at: Timestamp(seconds: Self.today.seconds + 86_400)).articles == 1)
        #expect(try titles() == ["Tomorrow"])
    }

    @Test func markupIsSanitizedOnItsWayIn() async throws {
        try folder.write(
            """
            <rss version="2.0"><channel><title>R</title><link>https://r.example/</link><item><guid>1</guid>
            <description>&lt;p onclick="x()"&gt;hello&lt;script&gt;alert(1)&lt;/script&gt;&lt;/p&gt;</description>
            </item></channel></rss>
            """, to: "feeds/a.xml")
        try follow(["a.xml"])
        try await refresh()
        #expect(try published().entries.first?.summary?.value == "<p>hello</p>")
    }

    @Test func aSubscriptionKeepsTheTrackersThatTheSiteStrips() async throws {
        let player = "&lt;iframe src='https://player.vimeo.com/video/7'>&lt;/iframe>"
        let rss = """
            <rss version="2.0"><channel><title>R</title><link>https://r.example/</link><item><guid>1</guid>
            <description>&lt;a href="https://r.example/?utm_source=x">a&lt;/a>\(player)</description></item></channel></rss>
            """
        for name in ["a.xml", "b.xml"] { try folder.write(rss, to: "feeds/\(name)") }
        try folder.write(
            #"<opml><body><outline xmlUrl="a.xml"/><outline xmlUrl="b.xml" trackers="keep"/></body></opml>"#,
            to: "feeds/subscriptions.opml")
        try folder.write(
            #"{"title": "T", "link": "https://planet.example/", "merge": {"players": ["vimeo"]}}"#,
            to: "feeds/site.json")
        let report = try await refresh()
        #expect(report.removed.trackers == 1 && report.removed.pixels == 0)
        let texts = try published().entries.compactMap(\.summary?.value)
        #expect(texts.count == 2 && texts.count { $0.contains("utm_source") } == 1)
        #expect(texts.allSatisfy { $0.contains("<iframe src=\"https://player.vimeo.com/video/7\" sandbox=") })
    }

    @Test func twoRefreshesOfOneSiteDoNotMeet() async throws {
        let site = try Site.load(folder.url)
        let lock = try SiteLock(of: site)
        await #expect(throws: RefreshError.self) { try await refresh() }
        withExtendedLifetime(lock) {}
    }

    @Test func feedsThatAreNotDueAreLeftAlone() async throws {
        var options = Refresh.Options(program: Generator()) { Self.today }
        options.force = false
        let feed = FeedRecord(id: 1, address: "https://a.example/feed")
        #expect(Refresh.isDue(feed, at: Self.today))
        var checked = feed
        checked.nextCheck = Timestamp(seconds: Self.today.seconds + 1)
        #expect(!Refresh.isDue(checked, at: Self.today))
        #expect(Refresh.isDue(checked, at: Timestamp(seconds: Self.today.seconds + 1)))
    }

    @Test func aRenamedArticleStaysTheSameEntry() async throws {
        try folder.write("# Frost\n\nThe garden was white from fence to fence.\n", to: "seeds/2026-11-20-a.md")
        try await refresh()
        let first = try #require(try published().entries.first)
        try FileManager.default.moveItem(
            atPath: folder.path("seeds/2026-11-20-a.md"), toPath: folder.path("seeds/2026-11-20-b.md"))
        let report = try await refresh(at: Timestamp(seconds: Self.today.seconds + 3_600))
        #expect(report.newEntries == 0 && report.updatedEntries == 0 && report.replacedFiles.isEmpty)
        try folder.write("# Frost\n\nThe garden was green from fence to fence.\n", to: "seeds/2026-11-20-b.md")
        try await refresh(at: Timestamp(seconds: Self.today.seconds + 7_200))
        let edited = try #require(try published().entries.first)
        #expect(edited.id == first.id && edited.published == first.published)
        #expect(first.updated?.rfc3339 == "2026-11-20T00:00:00Z" && edited.updated?.rfc3339 == "2026-11-22T14:00:00Z")
    }
}
