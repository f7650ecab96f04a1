import Foundation
import Testing

@testable import FeedCore

struct CompactJSONTests {
    /// Everything that the model has: texts, numbers, truth, dates, enumerations, lists, groups, dictionaries.
    private static var entry: Entry {
        var entry = Entry()
        entry.id = "a \"quoted\" \\ id\u{1}\n\t\u{7F}\u{2028}é😀"
        entry.idIsPermalink = false
        entry.title = Text("t", type: .html, language: "en", base: "https://a.example/?a=b&c")
        entry.content = [Text("x", type: .media("image/png"), src: "s"), Text("")]
        entry.published = Timestamp(seconds: -5, nanoseconds: 250_000_000)
        entry.links = [Link(href: "a", length: 12), Link(rel: "self", href: "b")]
        entry.location = Location(type: "Polygon", coordinates: .rings([[[1.5, -2], [3, 4e-7]]]))
        entry.itunes.duration = 61.5
        entry.slash.hitParade = [1, 2, 3]
        entry.source.title = Text("s")
        var unknown = Extension(name: "n", namespace: "urn:x", prefix: "p")
        unknown.attributes = ["b": "2", "a": "1", "c": "3"]
        unknown.children = [Extension(name: "child")]
        entry.extensions = [unknown]
        return entry
    }

    @Test func foundationReadsTheSameValueBack() throws {
        let bytes = try CompactJSON.encode(Self.entry)
        #expect(try JSONDecoder().decode(Entry.self, from: Data(bytes)) == Self.entry)
    }

    @Test func saysWhatFoundationSays() throws {
        let ours = try JSONSerialization.jsonObject(with: Data(try CompactJSON.encode(Self.entry))) as? NSDictionary
        let theirs = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(Self.entry)) as? NSDictionary
        #expect(ours != nil && ours == theirs)
    }

    @Test func equalValuesAreEqualBytes() throws {
        let first = try CompactJSON.encode(Self.entry)
        for _ in 1...20 { #expect(try CompactJSON.encode(Self.entry) == first) }
    }

    @Test(arguments: [Double.infinity, -.infinity, .nan])
    func aNumberThatIsNotFiniteIsAnError(_ number: Double) {
        var entry = Entry()
        entry.itunes.duration = number
        #expect(throws: CompactJSON.NotFinite.self) { try CompactJSON.encode(entry) }
    }

    @Test func emptyThingsAreWritten() throws {
        #expect(String(decoding: try CompactJSON.encode(Entry()), as: UTF8.self) == "{}")
        #expect(String(decoding: try CompactJSON.encode([Int]()), as: UTF8.self) == "[]")
        #expect(String(decoding: try CompactJSON.encode([String: String]()), as: UTF8.self) == "{}")
    }

    @Test(
        arguments: [
            ("say \"a\\b\"", #""say \"a\\b\"""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
            ("\0\u{1}\u{1F}", #""\u0000\u0001\u001f""#), ("/\u{7F}é\u{2028}😀", "\"/\u{7F}é\u{2028}😀\""), ("", "\"\""),
        ]) func escapesAreAsShortAsTheyCanBe(_ text: String, _ json: String) throws
    {
        #expect(String(decoding: try CompactJSON.encode([text]), as: UTF8.self) == "[\(json)]")
        #expect(try CompactJSON.decode([String].self, from: CompactJSON.encode([text])) == [text])
    }
}
