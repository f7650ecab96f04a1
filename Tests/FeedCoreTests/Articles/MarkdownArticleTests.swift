import Testing

@testable import FeedCore

struct MarkdownArticleTests {
    @Test func frontMatterFillsTheEntry() throws {
        let article = try read(
            """
            ---
            title: "Rain: \\"a\\" study" # a comment
            description: 'It''s wet'
            date: 2026-11-22 08:30 +01:00
            updated: 2026-11-23
            authors:
              - Ann <ann@a.example>
              - Bob <https://b.example/>
            tags: [rain, "a, b", rain]
            language: en
            draft: yes
            id: urn:x:1
            canonical: /rain
            enclosures:
            - a.mp3 audio/mpeg 42
            via: herald.example

            ---
            # Heading

            Text <b>bold</b> ~~no~~

            """)
        let entry = article.entry
        #expect(entry.title == Text("Rain: \"a\" study") && entry.summary == Text("It's wet"))
        #expect(entry.published?.rfc3339 == "2026-11-22T07:30:00Z" && entry.updated?.rfc3339 == "2026-11-23T00:00:00Z")
        #expect(
            entry.authors == [
                Person(name: "Ann", email: "ann@a.example"), Person(name: "Bob", uri: "https://b.example/"),
            ])
        #expect(entry.categories.map(\.term) == ["rain", "a, b"] && entry.language == "en" && entry.id == "urn:x:1")
        #expect(
            entry.links == [
                Link(href: "https://s.example/rain"),
                Link(rel: "enclosure", href: "https://s.example/a.mp3", type: "audio/mpeg", length: 42),
                Link(rel: "via", href: "https://herald.example/"),
            ])
        #expect(article.isDraft && !article.isDue(at: Timestamp(seconds: .max)))
        #expect(entry.content.first?.value.contains("<h1>Heading</h1>") == true)
        #expect(entry.content.first?.value.contains("<p>Text <b>bold</b> <del>no</del></p>") == true)
        #expect(entry.content.first?.base == "https://s.example/")
    }

    @Test func withoutFrontMatterTheHeadingIsTheTitle() throws {
        let entry = try read("\n# A title\n\nText\n").entry
        #expect(entry.title == Text("A title") && entry.content.first?.value == "<p>Text</p>\n")
        #expect(try read("Text").entry.title == Text("X"))
    }

    @Test(arguments: [
        ("---\ntitle: a\n", 1, "has no end"), ("---\n\ntitle\n---\n", 3, "is no 'key: value'"),
        ("---\ntitle: {a: 1}\n---\n", 2, "cannot begin with '{'"),
        ("---\ntitle: |\n  x\n---\n", 2, "cannot begin with '|'"),
        ("---\ntitle: a\n  b\n---\n", 3, "is indented"), ("---\ntitle: a\n- b\n---\n", 3, "belongs to no key"),
        ("---\ntitle: \"a\n---\n", 2, "no closing"), ("---\ntags: [a, b\n---\n", 2, "no closing ']'"),
        ("---\ntags: [[a]]\n---\n", 2, "cannot begin with '['"), ("---\ntitle: a\nTitle: b\n---\n", 3, "stands twice"),
        ("---\ndate: soon\n---\n", 2, "is no date"), ("---\ndraft: maybe\n---\n", 2, "true or false"),
        ("---\nid: x\n---\n", 2, "absolute address"), ("---\ntitle: \"\\q\"\n---\n", 2, "may follow a backslash"),
        ("---\ntitle: [a, b]\n---\n", 2, "takes one value"),
    ])
    func whatIsNotPlainIsAnErrorWithItsLine(_ text: String, _ line: Int, _ wanted: String) throws {
        let error = try #require(#expect(throws: ArticleProblem.self) { try read(text) })
        #expect(error.line == line && error.reason.contains(wanted), "\(error.message)")
        #expect(error.message.hasPrefix("seeds/x.md:\(line): "))
    }

    private func read(_ text: String) throws -> Article {
        var draft = ArticleDraft(ArticleFile(path: "x.md", id: "tag:x", base: "https://s.example/"))
        try MarkdownArticle.read(text, into: &draft)
        return draft.finished()
    }
}
