import Foundation
import Testing

@testable import FeedCore

/// What feeds say is deleted (RFC 6721), on a site of files.
struct DeletionTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            #"{"title": "T", "link": "https://planet.example/", "publish": {"entries": 2, "formats": ["atom"]}}"#,
            to: "feeds/site.json")
        try folder.write("", to: "seeds/.keep")
        try folder.write(
            #"<opml version="2.0"><body><outline xmlUrl="a.xml"/><outline xmlUrl="b.xml"/></body></opml>"#,
            to: "feeds/subscriptions.opml")
    }

    private func feed(_ name: String, days: [Int], deleted: [String] = []) throws {
        let entries = days.map { day in
            """
            <entry><id>urn:\(name):\(day)</id><title>\(name) \(day)</title><updated>2026-11-0\(day)T00:00:00Z</updated>
            <link href="https://\(name).example/\(day)"/></entry>
            """
        }
        let tombstones = deleted.map { #"<at:deleted-entry ref="\#($0)" when="2026-11-10T00:00:00Z"/>"# }
        try folder.write(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
            <id>urn:\(name)</id><title>\(name)</title><updated>2026-01-01T00:00:00Z</updated>
            <author><name>N</name></author>\((tombstones + entries).joined())</feed>
            """, to: "feeds/\(name).xml")
    }

    private func refresh() async throws {
        let now = Timestamp(rfc3339: "2026-11-22T12:00:00Z") ?? Timestamp(seconds: 0)
        var options = Refresh.Options(program: Generator()) { now }
        options.allowShrink = true
        _ = try await Refresh(try Site.load(folder.url), options: options).run()
    }

    private func why(_ question: String) throws -> [Why.Account] {
        try Why(question, on: try Site.load(folder.url), program: Generator(), now: Timestamp(seconds: 0)).entries
    }

    @Test func aFeedDeletesItsOwnEntryAndNoOther() async throws {
        try feed("a", days: [1, 2, 3])
        try feed("b", days: [4])
        try await refresh()
        #expect(try why("urn:a:1").map(\.reasons) == [[.archived]])
        try feed("a", days: [2, 3], deleted: ["urn:a:1", "urn:b:4", "urn:nobody:1"])
        try await refresh()
        let deleted = try #require(try why("urn:a:1").first)
        #expect(deleted.reasons == [.deleted] && deleted.title == nil && deleted.gone != nil)
        #expect(try !folder.read("public/archive/2026-11.xml").contains("urn:a:1"))
        let other = try #require(try why("urn:b:4").first)
        #expect(other.reasons == [.published, .refusedDeletion] && other.refusedDeletions == ["a.xml"])
        try feed("a", days: [1, 2, 3])
        try await refresh()
        #expect(try why("urn:a:1").map(\.reasons) == [[.archived]])
        #expect(try why("urn:b:4").map(\.reasons) == [[.published]])
    }

    @Test(arguments: [(host: "a", left: []), (host: "elsewhere", left: [2])] as [(host: String, left: [Int64])])
    func aCopyGoesWithTheOriginalOnly(_ original: (host: String, left: [Int64])) {
        let text = Post.text(1)
        let deleted = Post("a", link: "https://\(original.host).example/1", title: "One", text: text)
        let copy = Post("b", link: "https://b.example/1", title: "One", text: text, time: 9)
        let feeds = [1, 2].map { FeedRecord(id: $0, address: "https://\($0).example/") }
        let entries = [
            stored(1, deleted, withheld: .deleted, index: 0), stored(2, copy, withheld: nil, index: 1),
        ]
        let river = River(
            [entries[1]], deleted: [entries[0]],
            candidates: River.candidates(entries, [[deleted.facets, copy.facets]], feeds), feeds: feeds, folds: true)
        #expect(river.entries.map(\.id) == original.left)
    }

    private func stored(_ id: Int64, _ post: Post, withheld: Withheld?, index: Int32) -> StoredEntry {
        let time = Timestamp(seconds: post.time)
        return StoredEntry(
            id: id, feed: id, version: 0, firstSeen: time, sortKey: time, updated: time, withheld: withheld,
            archive: nil, place: StoredEntry.Place(index: index))
    }
}
