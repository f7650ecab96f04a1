import Foundation
import Testing

@testable import FeedCore

/// Written and read again, entries are what they were, but for what a format has no word for.
struct RoundTripTests {
    /// The values that a format changes, and the fields that it loses whole. All markup leaves as HTML, text takes the
    /// language around it, prefixes of namespaces may be taken, and a missing date is filled in. RSS has names for people
    /// and one word for a category, and says nothing of a text but its HTML; JSON Feed knows no namespaces, and one page
    /// and one other page of an entry.
    @Test(arguments: [
        (
            "rich.atom", PublishFormat.atom,
            [
                "content[].type", "extensions[].attributes.media2:of", "extensions[].attributes.media:of",
                "extensions[].children[].prefix", "extensions[].prefix",
            ]
        ),
        (
            "rich.atom", .rss,
            [
                "authors[].email", "authors[].uri", "categories[].label", "categories[].term", "content",
                "content[].language", "content[].type", "extensions[].attributes.media2:of",
                "extensions[].attributes.media:of", "extensions[].children[].prefix", "extensions[].prefix",
                "idIsPermalink", "links[].href", "links[].hreflang", "links[].length", "links[].rel", "links[].title",
                "links[].type", "published", "rights.language", "rights.type", "rights.value", "summary.language",
                "summary.type", "summary.value", "title.language", "title.type", "title.value",
            ]
        ),
        (
            "rich.atom", .json,
            [
                "authors[].email", "categories[].label", "categories[].scheme", "categories[].term", "chapters",
                "content[].language", "content[].src", "content[].type", "content[].value", "contributors", "created",
                "extensions", "links[].href", "links[].hreflang", "links[].length", "links[].rel", "links[].title",
                "links[].type", "location", "published", "rights", "summary", "summary.language", "thread",
                "title.language", "title.type", "title.value", "validity",
            ]
        ),
        (
            "rich.rss", .atom,
            [
                "comments", "content[].language", "content[].type", "content[].value", "idIsPermalink",
                "itunes.subtitle.language", "itunes.summary.language", "links[].href", "links[].rel", "links[].type",
                "media.description.language", "media.title.language", "summary.language", "title.language", "updated",
            ]
        ),
        ("rich.rss", .rss, ["links[].href", "links[].rel", "links[].type"]),
        (
            "rich.rss", .json,
            [
                "categories[].scheme", "comments", "content[].type", "content[].value", "extensions", "idIsPermalink",
                "image.url", "itunes", "location", "media", "podcast", "publisher", "slash", "summary", "summary.type",
                "summary.value", "updated", "wfw",
            ]
        ),
        (
            "rich.json", .atom,
            [
                "content[].language", "image", "language", "media.thumbnails[].url", "summary.language",
                "title.language", "title.type", "title.value", "updated",
            ]
        ),
        (
            "rich.json", .rss,
            [
                "authors[].uri", "content", "idIsPermalink", "image", "links[].href", "links[].length", "links[].rel",
                "links[].title", "links[].type", "media.thumbnails[].url", "summary.type", "summary.value",
            ]
        ),
        ("rich.json", .json, ["updated"]),
    ])
    func entriesComeBack(_ name: String, _ format: PublishFormat, _ changed: [String]) throws {
        let entries = try RiverSample.feed(name).entries
        let written = try RiverSample.document(of: entries).bytes(as: format)
        let read = try FeedParser.parse(written, context: DocumentContext()).entries
        #expect(read.map(\.id) == entries.map(\.id))
        var different: Set<String> = []
        for (one, other) in zip(entries, read) {
            let (one, other) = (try leaves(of: one), try leaves(of: other))
            let fields = Set(other.keys.map(Self.field))
            for path in Set(one.keys).union(other.keys) where one[path] != other[path] {
                let isLost = !fields.contains(Self.field(of: path))
                different.insert(isLost ? Self.field(of: path) : path.replacing(/\[\d+\]/, with: "[]"))
            }
        }
        #expect(different.sorted() == changed)
    }

    /// Its first name, such as `media` of `media.title.value`.
    private static func field(of path: String) -> String {
        String(path.prefix { $0.isLetter })
    }

    /// But for that whose elements are Atom's own there: `content:encoded` is its content.
    @Test(arguments: ["rich.atom", "rich.rss"])
    func everyNamespaceSurvivesInAtom(_ name: String) throws {
        let fixture = try String(contentsOfFile: RiverSample.path(name), encoding: .utf8)
        let written = String(
            decoding: try RiverSample.document(of: RiverSample.feed(name).entries).bytes(as: .atom), as: UTF8.self)
        let declared = Set(fixture.matches(of: /xmlns(?::\w+)?="([^"]+)"/).map { String($0.1) })
        let own: Set = ["http://purl.org/rss/1.0/modules/content/", "http://www.w3.org/1999/xhtml"]
        #expect(declared.count > 6)
        #expect(declared.subtracting(own).filter { !written.contains("=\"\($0)\"") } == [])
    }

    /// Every string, number and truth value of an entry, by the path to it.
    private func leaves(of entry: Entry) throws -> [String: String] {
        var leaves: [String: String] = [:]
        func visit(_ value: Any, _ path: String) {
            switch value {
            case let object as [String: Any]:
                for (name, value) in object { visit(value, path.isEmpty ? name : "\(path).\(name)") }
            case let list as [Any]: for (index, value) in list.enumerated() { visit(value, "\(path)[\(index)]") }
            default: leaves[path] = "\(value)"
            }
        }
        visit(try JSONSerialization.jsonObject(with: JSONEncoder().encode(entry)), "")
        return leaves
    }
}
