import Foundation
import Testing

@testable import FeedCore

struct RulesTrialTests {
    private let folder: TemporaryFolder
    private static let today = Timestamp(rfc3339: "2026-11-22T12:00:00Z") ?? Timestamp(seconds: 0)

    init() throws { folder = try TemporaryFolder() }

    @Test func eachRuleTellsWhatItWouldDoAndNothingIsChanged() async throws {
        try write(rules: "")
        try follow("")
        for name in ["a", "b"] { try folder.write(feed(name), to: "feeds/\(name).xml") }
        try await refresh()
        let before = try folder.read("public/atom.xml")
        try follow(#"rules="short""#)
        try write(
            rules: """
                { name: "no-jobs", match: { title: "hiring" }, action: "drop" },
                { name: "mark", match: { text: "rain" }, action: { tag: "Weather" } },
                { name: "short", match: { any: [{ title: "one" }] }, action: "keep", onlyWhereNamed: true },
                { name: "few", match: { feed: "Feed a" }, action: { cap: { entries: 1, per: "window" } } },
                { name: "idle", match: { author: "Nobody" }, action: "drop" }
                """)
        let trial = try RulesTrial(of: try Site.load(folder.url))
        #expect(trial.entries == 6 && trial.leftOut == 4)
        #expect(
            trial.rules.map { rule in rule.effects.map { "\(rule.name) \($0.name) \($0.count)" } } == [
                ["no-jobs dropped 2"], ["mark tagged 4"], ["short notKept 1"], ["few overCap 1"], [],
            ])
        #expect(
            trial.rules[0].effects[0].examples.map { "\($0.title ?? "") \($0.feed) \($0.reason)" } == [
                "Now hiring Feed a title: hiring", "Now hiring Feed b title: hiring",
            ])
        #expect(try folder.read("public/atom.xml") == before)
    }

    @Test func whatFoldsIntoAnotherEntryIsNotCounted() async throws {
        try write(rules: "")
        try follow("")
        try folder.write(feed("a"), to: "feeds/a.xml")
        try folder.write(feed("b").replacing("https://b.example/", with: "https://a.example/"), to: "feeds/b.xml")
        try await refresh()
        try write(
            rules: """
                { name: "mark", match: {}, action: { tag: "Weather" } },
                { name: "no-a", match: { feed: "Feed a", title: "hiring" }, action: "drop" }
                """)
        let trial = try RulesTrial(of: try Site.load(folder.url))
        #expect(trial.entries == 3 && trial.leftOut == 1)
        // The copy of what is dropped comes out in its place, and is marked.
        #expect(trial.rules.map { $0.effects.map { "\($0.name) \($0.count)" } } == [["tagged 4"], ["dropped 1"]])
    }

    private func follow(_ attributes: String) throws {
        try folder.write(
            #"<opml version="2.0"><body><outline xmlUrl="a.xml"/><outline xmlUrl="b.xml" \#(attributes)/></body></opml>"#,
            to: "feeds/subscriptions.opml")
    }

    private func write(rules: String) throws {
        try folder.write(
            "{ title: \"T\", link: \"https://planet.example/\", rules: [\(rules)] }", to: "feeds/site.json")
    }

    private func feed(_ name: String) -> String {
        let items = [("1", "Day one"), ("2", "Day two"), ("3", "Now hiring")].map { day, title in
            """
            <entry><id>urn:\(name):\(day)</id><title>\(title)</title><updated>2026-11-0\(day)T00:00:00Z</updated>
            <content>Rain in \(name)\(day)</content><link href="https://\(name).example/\(day)"/></entry>
            """
        }
        return """
            <feed xmlns="http://www.w3.org/2005/Atom"><id>urn:\(name)</id><title>Feed \(name)</title>
            <updated>2026-01-01T00:00:00Z</updated><author><name>N</name></author>\(items.joined())</feed>
            """
    }

    private func refresh() async throws {
        let now = Self.today
        _ = try await Refresh(try Site.load(folder.url), options: Refresh.Options(program: Generator()) { now }).run()
    }
}
