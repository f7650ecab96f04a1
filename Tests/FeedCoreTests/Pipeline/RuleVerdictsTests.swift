import Foundation
import Testing

@testable import FeedCore

struct RuleVerdictsTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("", to: "seeds/.keep")
        try folder.write(
            #"<opml version="2.0"><body><outline xmlUrl="a.xml"/></body></opml>"#, to: "feeds/subscriptions.opml")
    }

    private func configure(_ rules: String, views: String = "") throws {
        try folder.write(
            #"""
            {title: "T", link: "https://planet.example/", publish: {formats: ["atom"], views: [\#(views)]},
             rules: [\#(rules)]}
            """#, to: "feeds/site.json")
    }

    private func feed(_ titles: [String], text: String = "") throws {
        let items = titles.enumerated().map { day, title in
            """
            <item><title>\(title)</title><guid isPermaLink="false">\(day)</guid><link>https://a.example/\(day)</link>
            <pubDate>1\(day) Nov 2026 10:00:00 GMT</pubDate><description><![CDATA[\(text)]]></description></item>
            """
        }
        try folder.write(
            "<rss version=\"2.0\"><channel><title>F</title>\(items.joined())</channel></rss>", to: "feeds/a.xml")
    }

    private func publish() async throws -> [Entry] {
        let now = Timestamp(rfc3339: "2026-11-22T12:00:00Z") ?? Timestamp(seconds: 0)
        var options = Refresh.Options(program: Generator()) { now }
        options.allowShrink = true
        _ = try await Refresh(try Site.load(folder.url), options: options).run()
        let bytes = Array(try folder.read("public/atom.xml").utf8)
        return try FeedParser.parse(bytes, context: DocumentContext()).entries
    }

    private func text() async throws -> String? {
        let entry = try await publish().first
        return (entry?.content.first ?? entry?.summary)?.value
    }

    private func titles(_ entries: [Entry]) -> [String?] { entries.map { $0.title?.value } }

    private func undecided() throws -> Int {
        let site = try Site.load(folder.url)
        return try Selection(of: site, from: try SiteStore.open(site)).decided.count
    }

    @Test func whatIsDecidedIsDecidedOnce() async throws {
        try configure(#"{ name: "no-jobs", match: { title: "hiring" }, action: "drop" }"#)
        try feed(["one", "hiring", "three"])
        #expect(titles(try await publish()) == ["three", "one"])
        #expect(try undecided() == 0)
        try feed(["one", "hired", "hiring too", "four"])
        #expect(titles(try await publish()) == ["four", "hired", "one"])
        #expect(try undecided() == 0)
    }

    @Test func aChangedRuleIsAskedAboutAllThatIsStored() async throws {
        try configure("")
        try feed(["one", "hiring", "three"])
        #expect(try await publish().count == 3)
        try configure(#"{ name: "r", match: { title: "one" }, action: "drop" }"#)
        #expect(try undecided() == 3)
        #expect(titles(try await publish()) == ["three", "hiring"])
        try configure(#"{ name: "r", match: {}, action: { cap: { entries: 1, per: "window" } } }"#)
        #expect(titles(try await publish()) == ["three"])
        #expect(titles(try await publish()) == ["three"])
        try configure(#"{ name: "r", match: { age: { over: 1 } }, action: "drop" }"#)
        #expect(titles(try await publish()) == ["three", "hiring"])
    }

    @Test func aClassIsStrippedFromWhatWasStoredBeforeTheRule() async throws {
        try configure("")
        try feed(["one"], text: #"<p class="lead">Text, class="x".</p><div class="big ad"><p>Buy</p></div>"#)
        #expect(try await text() == #"<p>Text, class="x".</p><div><p>Buy</p></div>"#)
        try configure(#"{ name: "no-ads", match: {}, action: { strip: { classes: ["ad"] } } }"#)
        #expect(try await text() == #"<p>Text, class="x".</p>"#)
    }

    private func view(_ number: Int) throws -> [String?] {
        let site = try Site.load(folder.url)
        let store = try SiteStore.open(site)
        let selection = try Selection(of: site, from: store)
        return titles(try selection.read(selection.view(number), from: store).map(\.entry))
    }

    @Test func whatAViewChoosesIsDecidedOnce() async throws {
        try configure("", views: #"{ name: "odd", search: "one" }, { name: "in", folder: "News" }"#)
        try feed(["one", "two", "twenty-one"])
        _ = try await publish()
        #expect(try undecided() == 0)
        #expect(try view(0) == ["twenty-one", "one"])
        #expect(try view(1).isEmpty)
        // A folder is no part of any entry.
        try folder.write(
            #"<opml version="2.0"><body><outline text="News"><outline xmlUrl="a.xml"/></outline></body></opml>"#,
            to: "feeds/subscriptions.opml")
        #expect(try undecided() == 3)
        #expect(try view(1) == ["twenty-one", "two", "one"])
    }

    @Test func aViewChoosesByWhatTheRulesDid() async throws {
        try configure(
            #"""
            { name: "jobs", match: { title: "hiring" }, action: { tag: "Job" } },
            { name: "few", match: { title: ["hiring", "one"] }, action: { cap: { entries: 2, per: "window" } } }
            """#, views: #"{ name: "a", rule: "jobs" }, { name: "b", tag: "job" }, { name: "c", rule: "few" }"#)
        try feed(["one", "hiring", "three", "hiring too"])
        _ = try await publish()
        #expect(try view(0) == ["hiring too", "hiring"])
        #expect(try view(1) == ["hiring too", "hiring"])
        // The third that the cap counts is not published at all.
        #expect(try view(2) == ["hiring too", "hiring"])
    }

    @Test(arguments: [
        RuleVerdict(), RuleVerdict(isDropped: true), RuleVerdict(counted: [0]), RuleVerdict(views: [0]),
        RuleVerdict(counted: [1, 300], views: [2, 700]),
    ])
    func aVerdictIsReadAsItWasWritten(_ verdict: RuleVerdict) {
        #expect(RuleVerdict(bytes: verdict.bytes) == verdict)
    }
}
