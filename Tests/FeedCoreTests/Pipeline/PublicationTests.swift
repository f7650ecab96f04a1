import Foundation
import Testing

@testable import FeedCore

/// What a row of refreshes publishes, on a site of files.
struct PublicationTests {
    private let folder: TemporaryFolder
    private static let program = Generator()

    init() throws {
        folder = try TemporaryFolder()
        try configure(#""publish": {"entries": 3, "formats": ["atom"], "precompress": false}"#)
        try folder.write(
            #"<opml version="2.0"><head/><body><outline type="rss" text="a" xmlUrl="a.xml"/></body></opml>"#,
            to: "feeds/subscriptions.opml")
        try folder.write("", to: "seeds/.keep")
    }

    private func configure(_ more: String, duplicates: String = "collapse") throws {
        try folder.write(
            #"{"title": "T", "link": "https://planet.example/", "merge": {"backfill": 1000, "duplicates": "\#(duplicates)"}, \#(more)}"#,
            to: "feeds/site.json")
    }

    /// A feed with one entry a day since 2026-01-01.
    private func feed(days: Range<Int>, changed: Int? = nil) throws {
        let entries = days.map { day in
            let time = Timestamp(seconds: 1_767_225_600 + Int64(day) * 86_400).rfc3339
            return """
                <entry><id>urn:x:\(day)</id><title>\(day == changed ? "new" : "day") \(day)</title>
                <published>\(time)</published><updated>\(time)</updated><link href="https://a.example/\(day)"/></entry>
                """
        }
        try folder.write(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x:f</id><title>F</title><link href="https://a.example/"/>
            <updated>2026-01-01T00:00:00Z</updated><author><name>N</name></author>\(entries.joined())</feed>
            """, to: "feeds/a.xml")
    }

    @discardableResult
    private func refresh(allowShrink: Bool = false, afterDays days: Int = 0) async throws -> Report {
        let now = (Timestamp(rfc3339: "2026-11-22T12:00:00Z") ?? Timestamp(seconds: 0)).adding(days * 86_400)
        var options = Refresh.Options(program: Self.program) { now }
        options.force = true
        options.allowShrink = allowShrink
        return try await Refresh(try Site.load(folder.url), options: options).run()
    }

    private func document(_ path: String) throws -> ParsedFeed {
        try FeedParser.parse(Array(try folder.read("public/\(path)").utf8), context: DocumentContext())
    }

    /// The ids in the order in which a reader meets them who walks from the current document into the past.
    private func walk() throws -> [String] {
        var path: String? = "atom.xml"
        var ids: [String] = []
        while let current = path {
            let feed = try document(current)
            ids += feed.entries.compactMap(\.id)
            path = feed.feed.links.first { $0.rel == "prev-archive" }
                .map { String($0.href.dropFirst("https://planet.example/".count)) }
        }
        return ids
    }

    private func files() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path("public")).filter { $0.hasSuffix(".xml") }
            .sorted()
    }

    private func tree() throws -> [String: String] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path("public"))
        return Dictionary(
            uniqueKeysWithValues: paths.compactMap { path in
                FileManager.default.contents(atPath: folder.path("public/\(path)")).map {
                    (path, String(decoding: $0, as: UTF8.self))
                }
            })
    }

    /// One that a folder in the way stops like a kill between two renames: what was there before is there again as soon as
    /// what is asked for is that.
    @Test(arguments: ["two/atom.xml", "atom.xml"])
    func aPublicationThatStoppedHalfwayLeavesNothingBehind(obstacle: String) async throws {
        let formats = #""entries": 3, "formats": ["atom", "html"], "precompress": false"#
        try configure(#""publish": {\#(formats)}"#)
        try feed(days: 0..<70)
        try await refresh()
        let before = try tree()
        try? FileManager.default.removeItem(atPath: folder.path("public/\(obstacle)"))
        try folder.write("in the way", to: "public/\(obstacle)/file")
        try configure(
            #""subtitle": "S", "language": "de", "publish": {\#(formats), "views": [{"name": "one", "search": "day"}, {"name": "two", "search": "day"}]}"#
        )
        await #expect(throws: RefreshError.self) { try await refresh() }
        #expect(try tree() != before)
        try FileManager.default.removeItem(atPath: folder.path("public/\(obstacle)"))
        try configure(#""publish": {\#(formats)}"#)
        try await refresh()
        #expect(try tree() == before)
    }

    @Test func theWalkThroughTheArchivesMeetsEveryEntryOnce() async throws {
        try feed(days: 0..<70)
        try await refresh()
        #expect(try walk() == (0..<70).reversed().map { "urn:x:\($0)" })
        #expect(try files() == ["archive/2026-01.xml", "archive/2026-02.xml", "archive/2026-03.xml", "atom.xml"])
        let february = try document("archive/2026-02.xml")
        let links = Dictionary(uniqueKeysWithValues: february.feed.links.map { ($0.rel, $0.href) })
        #expect(links["prev-archive"] == "https://planet.example/archive/2026-01.xml")
        #expect(links["next-archive"] == "https://planet.example/archive/2026-03.xml")
        #expect(links["current"] == "https://planet.example/atom.xml")
        #expect(try folder.read("public/archive/2026-02.xml").contains("<fh:archive/>"))
    }

    @Test func newEntriesChangeOnlyTheNewestArchive() async throws {
        try feed(days: 0..<70)
        try await refresh()
        try feed(days: 0..<72)
        #expect(try await refresh().replacedFiles == ["archive/2026-03.xml", "atom.xml"])
        #expect(try walk().count == 72)
        // A correction of an old entry is the one reason for which an old document changes.
        try feed(days: 0..<72, changed: 3)
        #expect(try await refresh().replacedFiles == ["archive/2026-01.xml"])
        #expect(try folder.read("public/archive/2026-01.xml").contains("new 3"))
    }

    @Test func aLargerWindowTakesEntriesOutOfTheArchives() async throws {
        try feed(days: 0..<40)
        try await refresh()
        try configure(#""publish": {"entries": 20, "formats": ["atom"], "precompress": false}"#)
        try await refresh()
        #expect(try walk() == (0..<40).reversed().map { "urn:x:\($0)" })
        try configure(#""publish": {"entries": 50, "entriesPerFeed": 50, "formats": ["atom"], "precompress": false}"#)
        try await refresh()
        #expect(try files() == ["atom.xml"])
        #expect(try folder.read("public/atom.xml").contains("<fh:complete/>"))
    }

    @Test(arguments: [("false", [false, false]), ("\"current\"", [true, false]), ("true", [true, true])])
    func archivesAreCompressedOnlyOnDemand(_ precompress: String, _ want: [Bool]) async throws {
        try feed(days: 0..<40)
        try configure(#""publish": {"entries": 5, "formats": ["atom"], "precompress": \#(precompress)}"#)
        try await refresh()
        let found = ["atom.xml", "archive/2026-01.xml"].map { name in
            Set([".gz", ".br"].map { FileManager.default.fileExists(atPath: folder.path("public/" + name + $0)) })
        }
        #expect(found == want.map { [$0] })
    }

    @Test func viewsAreDocumentsOfTheirOwn() async throws {
        try feed(days: 0..<40)
        try configure(
            #"""
            "publish": {"entries": 5, "precompress": false, "views": [
                {"name": "search/seven", "title": "Sevens", "search": "7", "formats": ["atom", "json"]},
                {"name": "all", "feed": "a.xml"}, {"name": "none", "tag": "nothing"}]}
            """#)
        try await refresh()
        let view = try document("search/seven/atom.xml")
        #expect(view.entries.compactMap(\.title?.value) == ["day 37", "day 27", "day 17", "day 7"])
        #expect(view.feed.title?.value == "Sevens" && view.feed.id == "tag:planet.example,2026:/search/seven")
        #expect(view.feed.links.contains { $0.href == "https://planet.example/search/seven/atom.xml" })
        #expect(try folder.read("public/search/seven/atom.xml").contains("<fh:complete/>"))
        #expect(try !folder.read("public/all/atom.xml").contains("<fh:complete/>"))
        #expect(try document("all/rss.xml").entries.count == 5)
        #expect(try document("none/atom.xml").entries.isEmpty)
        let all = Set(try FileManager.default.subpathsOfDirectory(atPath: folder.path("public")))
        #expect(
            all.isSuperset(of: ["all/index.html", "search/seven/feed.json", "index.html", "style.css", "feeds.html"]))
        #expect(!all.contains("search/seven/rss.xml"))
        // A view that is no more takes its files along.
        try configure(#""publish": {"entries": 5, "formats": ["atom"], "precompress": false}"#)
        try await refresh()
        #expect(try files().filter { !$0.hasPrefix("archive/") } == ["atom.xml"])
    }

    @Test func theSameStoryInTwoFeedsIsPublishedOnce() async throws {
        try feed(days: 0..<3)
        try folder.write(
            """
            <rss version="2.0"><channel><title>Planet</title><link>https://other.example/</link>
            <item><title>day 1</title><link>http://www.a.example/1?utm_source=planet</link>
            <guid isPermaLink="false">p1</guid><pubDate>Thu, 01 Jan 2026 00:00:00 GMT</pubDate></item>
            </channel></rss>
            """, to: "feeds/b.xml")
        try folder.write(
            """
            <opml version="2.0"><head/><body><outline type="rss" text="b" xmlUrl="b.xml"/>
            <outline type="rss" text="a" xmlUrl="a.xml"/></body></opml>
            """, to: "feeds/subscriptions.opml")
        try await refresh()
        let entries = try document("atom.xml").entries
        #expect(entries.map(\.id) == ["urn:x:2", "urn:x:1", "urn:x:0"])
        let links = entries[1].links.filter { $0.rel == "related" }
        #expect(links.map(\.title) == ["Planet"])
        try configure(#""publish": {"formats": ["atom"]}"#, duplicates: "keep")
        try await refresh()
        #expect(try document("atom.xml").entries.count == 4)
    }

    @Test(arguments: [true, false])
    func entriesGoneFromTheirFeedStayUntilTheyRetireAndNeverComeBack(archives: Bool) async throws {
        try configure(#""publish": {"formats": ["atom"], "archives": \#(archives)}, "retention": {"days": 30}"#)
        try feed(days: 0..<8)
        try await refresh()
        try feed(days: 3..<8)
        try await refresh(afterDays: 1)
        #expect(try document("atom.xml").entries.count == 8)
        try await refresh(afterDays: 20)
        #expect(try document("atom.xml").entries.count == 8)
        try await refresh(afterDays: 32)
        #expect(try document("atom.xml").entries.count == 5)
        #expect(try walk().count == (archives ? 8 : 5))
        // The feed brings them again: they are known.
        try feed(days: 0..<8)
        let report = try await refresh(afterDays: 33)
        #expect(report.newEntries == 0)
        #expect(try document("atom.xml").entries.count == 5)
    }

    @Test func rulesChangeWhatIsPublishedAndNothingElse() async throws {
        try feed(days: 0..<5)
        try await refresh()
        let rules = """
            "rules": [{"name": "no-3", "match": {"title": "3"}, "action": "drop"},
                {"name": "four", "match": {"title": "4"}, "action": {"tag": "four"}},
                {"name": "shout", "match": {"title": "2"}, "action": {"retitle": "Day two"}}]
            """
        try configure(#""publish": {"entries": 9, "formats": ["atom"]}, \#(rules)"#)
        try await refresh()
        let entries = try document("atom.xml").entries
        #expect(entries.map(\.title?.value) == ["day 4", "Day two", "day 1", "day 0"])
        #expect(entries[0].categories.map(\.term) == ["four"])
        let why = try Why("urn:x:3", on: try Site.load(folder.url), program: Self.program, now: Timestamp(seconds: 0))
            .entries
        #expect(why.map(\.reasons) == [[.rule]] && why.first?.rules.map(\.rule) == ["no-3"])
        // Without the rules, everything is as it was.
        try configure(#""publish": {"entries": 9, "formats": ["atom"]}"#)
        try await refresh()
        #expect(try document("atom.xml").entries.map(\.title?.value) == (0..<5).reversed().map { "day \($0)" })
    }

    @Test(arguments: Export.Format.allCases)
    func everyFormatIsExported(_ format: Export.Format) async throws {
        try feed(days: 0..<5)
        try await refresh()
        var export = Export()
        export.format = format
        export.limit = 2
        let bytes = try export.run(on: try Site.load(folder.url), program: Self.program)
        let text = String(decoding: bytes, as: UTF8.self)
        switch format {
        case .atom, .rss, .json:
            let parsed = try FeedParser.parse(bytes, context: DocumentContext())
            #expect(parsed.wellFormed && parsed.entries.compactMap(\.id) == ["urn:x:4", "urn:x:3"])
        case .ndjson:
            let ids = try text.split(separator: "\n").map { line in
                try JSONDecoder().decode(Entry.self, from: Data(line.utf8)).id
            }
            #expect(ids == ["urn:x:4", "urn:x:3"])
        case .csv: #expect(text.split(separator: "\r\n").count == 3 && text.contains("day 4,https://a.example/4,N,F,"))
        case .opml: #expect(text.contains("<opml version=\"2.0\">"))
        case .rewrite: #expect(text.split(separator: "\n").count == 2 && text.contains("day 4"))
        }
    }

    @Test func anExportCanBeginAtADate() async throws {
        try feed(days: 0..<5)
        try await refresh()
        var export = Export()
        export.format = .csv
        export.since = Timestamp(rfc3339: "2026-01-04T00:00:00Z")
        let text = String(decoding: try export.run(on: try Site.load(folder.url), program: Self.program), as: UTF8.self)
        #expect(text.contains("urn:x:4") && text.contains("urn:x:3") && !text.contains("urn:x:2"))
    }

    @Test func anExportOfAViewIsTheView() async throws {
        try feed(days: 0..<20)
        try configure(
            #""publish": {"entries": 2, "views": [{"name": "search/seven", "title": "Sevens", "search": "7"}]}"#)
        try await refresh()
        var export = Export()
        export.view = 0
        var exported = try FeedParser.parse(
            export.run(on: try Site.load(folder.url), program: Self.program), context: DocumentContext())
        #expect(exported.feed.title?.value == "Sevens" && exported.feed.id == "tag:planet.example,2026:/search/seven")
        #expect(exported.entries.map(\.id) == ["urn:x:17", "urn:x:7"])
        export.since = Timestamp(rfc3339: "2026-01-10T00:00:00Z")
        exported = try FeedParser.parse(
            export.run(on: try Site.load(folder.url), program: Self.program), context: DocumentContext())
        #expect(exported.entries.map(\.id) == ["urn:x:17"])
    }

    @Test func halfOfTheEntriesAreNotLostByAccident() async throws {
        try feed(days: 0..<10)
        try configure(#""publish": {"entries": 30, "formats": ["atom"]}"#)
        try await refresh()
        let before = try folder.read("public/atom.xml")
        try folder.write(#"<opml version="2.0"><head/><body/></opml>"#, to: "feeds/subscriptions.opml")
        await #expect(throws: RefreshError.self) { try await refresh() }
        #expect(try folder.read("public/atom.xml") == before)
        #expect(try await refresh(allowShrink: true).published == 0)
        #expect(try document("atom.xml").entries.isEmpty)
    }

    @Test func whatIsLostFromTheDiskComesBack() async throws {
        try feed(days: 0..<40)
        try await refresh()
        for path in ["archive/2026-01.xml", "atom.xml"] {
            let before = try folder.read("public/\(path)")
            try FileManager.default.removeItem(atPath: folder.path("public/\(path)"))
            #expect(try await refresh().replacedFiles == [path])
            #expect(try folder.read("public/\(path)") == before)
        }
    }
}
