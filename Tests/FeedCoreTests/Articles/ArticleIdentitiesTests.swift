import Testing

@testable import FeedCore

/// Histories of a folder: what its files say, run by run, and which of them are one article.
struct ArticleIdentitiesTests {
    private static let frost = "The first frost came early this year, and the garden was white from fence to fence."
    private static let frostEdited = frost + " The roses did not mind."
    private static let rain = "Rain fell for nine days on the harbor while the ferries waited for the wind to turn."
    private static let other = "Nobody had expected the old clock to strike thirteen, least of all its keeper."

    @Test(arguments: [
        ("a file that stays", [["a": frost], ["a": frost]], ["a": "a"]),
        ("an edit", [["a": frost], ["a": frostEdited]], ["a": "a"]),
        ("a text written anew", [["a": frost], ["a": rain]], ["a": "a"]),
        ("a new name", [["a": frost], ["b": frost]], ["b": "a"]),
        ("two new names one after the other", [["a": frost], ["b": frost], ["c": frost]], ["c": "a"]),
        ("a new name and an edit", [["a": frost], ["b": frostEdited]], ["b": "a"]),
        ("two names swapped", [["a": frost, "b": rain], ["a": rain, "b": frost]], ["a": "b", "b": "a"]),
        (
            "two alike with their names swapped", [["a": frost, "b": frostEdited], ["a": frostEdited, "b": frost]],
            ["a": "b", "b": "a"]
        ),
        ("a copy", [["a": frost], ["a": frost, "b": frost]], ["a": "a", "b": "b"]),
        ("a copy of what is edited then", [["a": frost], ["a": frostEdited, "b": frost]], ["a": "a", "b": "b"]),
        ("deleted and restored", [["a": frost], [:], ["a": frost]], ["a": "a"]),
        ("deleted and restored under another name", [["a": frost], [:], ["b": frost]], ["b": "a"]),
        ("deleted, and another written", [["a": frost], ["b": rain]], ["b": "b"]),
        ("renamed, and its name taken by another", [["a": frost], ["a": rain, "b": frost]], ["a": "a;2", "b": "a"]),
        (
            "renamed and edited, and its name taken by another", [["a": frost], ["a": rain, "b": frostEdited]],
            ["a": "a;2", "b": "a"]
        ),
        ("two files of one text", [["a": frost, "b": frost], ["b": frost, "c": frost]], ["b": "b", "c": "a"]),
        (
            "an article among new ones", [["b": frost], ["a": other, "b": frost, "c": rain]],
            ["a": "a", "b": "b", "c": "c"]
        ),
    ])
    func filesKeepTheirIDs(_ name: String, _ history: [[String: String]], _ want: [String: String]) {
        var known: [KnownArticle] = []
        var ids: [String: String] = [:]
        for (day, files) in history.enumerated() {
            let articles = files.sorted { $0.key < $1.key }.map { article($0.key, $0.value) }
            let identities = ArticleIdentities(articles, known: known, now: Timestamp(seconds: Int64(day)))
            known = identities.remembered
            ids = Dictionary(uniqueKeysWithValues: zip(articles.map(\.path), identities.assigned.map(\.id)))
        }
        #expect(ids == want, "\(name)")
        #expect(Set(known.map(\.id)).count == known.count)
    }

    @Test func updatedMovesWithTheTextOnlyAndOnlyOnceItIsOut() {
        var draft = article("a", Self.frost)
        draft.isDraft = true
        var known = ArticleIdentities([draft], known: [], now: Timestamp(seconds: 1)).remembered
        #expect(known.map(\.publishedAt) == [nil])
        known = ArticleIdentities([article("a", Self.rain)], known: known, now: Timestamp(seconds: 2)).remembered
        #expect(known.map(\.updatedAt) == [nil] && known.map(\.publishedAt) == [Timestamp(seconds: 2)])
        known = ArticleIdentities([article("b", Self.rain)], known: known, now: Timestamp(seconds: 3)).remembered
        #expect(known.map(\.updatedAt) == [nil] && known.map(\.path) == ["b"])
        known = ArticleIdentities([article("b", Self.frost)], known: known, now: Timestamp(seconds: 4)).remembered
        #expect(known.map(\.updatedAt) == [Timestamp(seconds: 4)])
        known = ArticleIdentities([article("b", Self.frost)], known: known, now: Timestamp(seconds: 5)).remembered
        #expect(known.map(\.updatedAt) == [Timestamp(seconds: 4)] && known.map(\.firstSeen) == [Timestamp(seconds: 1)])
    }

    @Test func whatCannotBeReadStaysAsItIs() {
        let known = ArticleIdentities([article("a", Self.frost)], known: [], now: Timestamp(seconds: 1)).remembered
        let copy = article("b", Self.frost)
        let identities = ArticleIdentities([copy], known: known, unreadable: ["a"], now: Timestamp(seconds: 2))
        #expect(identities.assigned.map(\.id) == ["b"])
        #expect(identities.remembered.contains(known[0]))
    }

    @Test func theAuthorsOwnIDCounts() {
        var own = article("b", Self.frost)
        own.ownID = "urn:x:1"
        let known = ArticleIdentities([article("a", Self.frost)], known: [], now: Timestamp(seconds: 1)).remembered
        #expect(ArticleIdentities([own], known: known, now: Timestamp(seconds: 2)).assigned.map(\.id) == ["urn:x:1"])
    }

    @Test func theOrderOfFrontMatterIsNoChange() throws {
        func digest(_ text: String) throws -> Digest {
            var draft = ArticleDraft(ArticleFile(path: "x.md", id: "x", base: "https://s.example/"))
            try MarkdownArticle.read(text, into: &draft)
            return draft.finished().digest
        }
        let first = try digest("---\ntitle: A\ntags: [b, c]\n---\nText\n")
        #expect(try digest("---\ntags: ['b', c]\ndate: 2026-11-22\ndraft: no\ntitle: \"A\"\n---\n\nText\n\n") == first)
        #expect(try digest("---\ntitle: A\ntags: [b]\n---\nText\n") != first)
        #expect(try digest("---\ntitle: A\ntags: [b, c]\n---\nTexts\n") != first)
    }

    private func article(_ path: String, _ text: String) -> Article {
        var entry = Entry()
        entry.id = path
        entry.content = [Text(text, type: .html)]
        return Article(path: path, entry: entry, digest: Digest(of: Array(text.utf8)))
    }
}
