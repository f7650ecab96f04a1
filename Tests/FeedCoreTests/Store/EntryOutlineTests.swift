import Testing

@testable import FeedCore

struct EntryOutlineTests {
    @Test func keepsWhatAnEntryIsCalledAndNothingThatItSays() {
        var entry = Entry()
        entry.id = "urn:x:1"
        entry.link = "https://a.example/1"
        entry.title = Text("One")
        entry.authors = [Person(name: "Ann")]
        entry.published = Timestamp(seconds: 5)
        let outline = entry
        entry.summary = Text("said in short")
        entry.content = [Text("<p>said at length</p>", type: .html)]
        entry.media.title = Text("shown")
        #expect(entry.outline == outline)
    }
}
