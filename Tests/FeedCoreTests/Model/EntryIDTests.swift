import Testing

@testable import FeedCore

/// The values below are stored and published: if one of these tests fails, the code is wrong, not the test.
@Suite("What identifies an entry")
struct EntryIDTests {
    @Test("is its id, else its link, else what it carries, else a digest")
    func order() {
        var entry = Entry()
        entry.title = Text("Title")
        entry.published = Timestamp(seconds: 1_072_865_695)
        entry.content = [Text("Body")]
        #expect(
            EntryID.derive(for: entry) == "urn:sha256:4582ef24d9954333af53ca52b7e3a21ee8362a52652bfdc3efd877b50209bd6e")
        entry.media.contents = [Media.Content()]
        entry.media.contents[0].url = "https://e.example/v.mp4"
        #expect(EntryID.derive(for: entry) == "https://e.example/v.mp4")
        entry.links = [
            Link(rel: "license", href: "https://l.example/"), Link(rel: "enclosure", href: "https://e.example/a.mp3"),
        ]
        #expect(EntryID.derive(for: entry) == "https://e.example/a.mp3")
        entry.link = "https://e.example/1"
        #expect(EntryID.derive(for: entry) == "https://e.example/1")
        entry.id = "tag:1"
        #expect(EntryID.derive(for: entry) == "tag:1")
    }

    @Test("differs when the parts are divided differently")
    func divided() {
        var one = Entry()
        one.title = Text("ab")
        one.summary = Text("c")
        var other = Entry()
        other.title = Text("a")
        other.summary = Text("bc")
        #expect(EntryID.derive(for: one) != EntryID.derive(for: other))
    }
}
