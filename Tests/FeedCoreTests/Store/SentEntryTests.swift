import Testing

@testable import FeedCore

struct SentEntryTests {
    private static let plain = {
        var entry = Entry()
        entry.id = "a"
        entry.title = Text("t")
        return entry
    }()

    /// Each differs from all others, where a text ends and another starts included.
    private static let entries: [Entry] = {
        let edits: [(inout Entry) -> Void] = [
            { _ in }, { $0.id = "b" }, { $0.title = Text("u") }, { $0.summary = Text("") }, { $0.summary = Text("s") },
            { $0.summary = Text("s", type: .html) }, { $0.content = [Text("s")] },
            { $0.content = [Text("s"), Text("t")] },
            { $0.content = [Text("t"), Text("s")] }, { $0.content = [Text("st"), Text("")] },
            { $0.content = [Text("s", language: "en")] },
            {
                $0.summary = Text("s")
                $0.content = [Text("t")]
            },
        ]
        return edits.map { edit in
            var entry = plain
            edit(&entry)
            return entry
        }
    }()

    @Test func theDigestTellsEntriesApart() throws {
        let digests = try Self.entries.map { try SentEntry($0).digest }
        #expect(Set(digests).count == digests.count)
        #expect(try Self.entries.map { try SentEntry($0).digest } == digests)
    }

    @Test func anEntryWithoutTextsIsEncodedWhole() throws {
        #expect(try SentEntry(Self.plain).json == JSONRecord.encode(Self.plain))
    }
}
