import Foundation
import Testing

@testable import FeedCore

struct SparseTests {
    @Test func absentFieldsAreNotWritten() throws {
        var entry = Entry()
        entry.title = Text("t")
        entry.itunes = ITunes()
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = String(decoding: try encoder.encode(entry), as: UTF8.self)
        #expect(json == #"{"title":{"type":"text","value":"t"}}"#)
        #expect(try JSONDecoder().decode(Entry.self, from: Data(json.utf8)) == entry)
    }

    @Test func copiesAreIndependent() {
        var one = Entry()
        one.itunes.duration = 3
        one.links.append(Link(href: "a"))
        var other = one
        other.itunes.duration = 4
        other.links.append(Link(href: "b"))
        #expect(one.itunes.duration == 3 && other.itunes.duration == 4)
        #expect(one.links.map(\.href) == ["a"] && other.links.map(\.href) == ["a", "b"])
        other.itunes.duration = nil
        #expect(other.itunes.isEmpty && !one.itunes.isEmpty)
    }
}
