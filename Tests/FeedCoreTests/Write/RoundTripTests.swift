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
            let (one, other) = (try leaves(of: one), try leaves(of: other))
            let paths = Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }
            different.formUnion(paths.map { $0.replacing(/\[\d+\]/, with: "[]") })
        }
        #expect(different.sorted() == changed)
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
