import Foundation
import Testing

@testable import FeedCore

/// Written and read again, entries are what they were, but for what a format has no word for.
struct RoundTripTests {
    /// The fields that a format changes or loses. All markup leaves as HTML, an enclosure takes its entry's language,
    /// and a missing date is filled in; RSS has names for people, and JSON Feed knows no namespaces.
    @Test(arguments: [
        ("rich.atom", PublishFormat.atom, ["content", "extensions"]),
        (
            "rich.atom", .rss,
            [
                "authors", "categories", "content", "extensions", "idIsPermalink", "links", "published", "rights",
                "summary", "title",
            ]
        ),
        (
            "rich.atom", .json,
            [
                "authors", "categories", "chapters", "content", "contributors", "created", "extensions", "links",
                "location", "published", "rights", "summary", "thread", "title", "validity",
            ]
        ),
        (
            "rich.rss", .atom,
            ["comments", "content", "idIsPermalink", "itunes", "links", "media", "summary", "title", "updated"]
        ),
        ("rich.rss", .rss, ["links"]),
        (
            "rich.rss", .json,
            [
                "categories", "comments", "content", "extensions", "idIsPermalink", "image", "itunes", "location",
                "media", "podcast", "publisher", "slash", "summary", "updated", "wfw",
            ]
        ),
        ("rich.json", .atom, ["content", "image", "language", "media", "summary", "title", "updated"]),
        ("rich.json", .rss, ["authors", "content", "idIsPermalink", "image", "links", "media", "summary"]),
        ("rich.json", .json, ["links", "updated"]),
    ])
    func entriesComeBack(_ name: String, _ format: PublishFormat, _ changed: [String]) throws {
        let entries = try RiverSample.feed(name).entries
        let written = try RiverSample.document(of: entries).bytes(as: format)
        let read = try FeedParser.parse(written, context: DocumentContext()).entries
        #expect(read.map(\.id) == entries.map(\.id))
        var different: Set<String> = []
        for (one, other) in zip(entries, read) {
            let (one, other) = (try fields(of: one), try fields(of: other))
            different.formUnion(Set(one.keys).union(other.keys).filter { one[$0] != other[$0] })
        }
        #expect(different.sorted() == changed)
    }

    private func fields(of entry: Entry) throws -> [String: NSObject] {
        let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(entry))
        return try #require(object as? [String: NSObject])
    }
}
