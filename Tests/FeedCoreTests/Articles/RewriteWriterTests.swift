import Testing

@testable import FeedCore

struct RewriteWriterTests {
    @Test(arguments: [
        #"One two. <b> mail x@y.example & more.\n\nThree “3”.\n— news from Herald.example\n\n— News Original —\nThe Head — line\nI’m Ann van Berg, an editor. Here. n nNext <i>."#,
        #"Text.\n— news from The Herald\n— news from Post (https://post.example/a)\n\n— News Original —\nHead\nBy Ann Lee\nOpening."#,
        #"Text with C:\\new and 2 \\* 3.\n\n— News Original —\nHead"#,
        ##"1\\. Not a list\n\n\\# Nor a heading\n— news from Herald.example\n\n— News Original —\nHead"##,
    ])
    func whatWasReadIsReadAgain(_ text: String) throws {
        let entry = try read(text)
        #expect(try read(RewriteWriter.write(entry)) == entry)
    }

    @Test(arguments: ["Herald.example", "https://post.example/a", "Post (https://post.example/a)", "The Herald"])
    func aSourceIsWrittenAsItWasRead(_ source: String) throws {
        let text = #"Text.\n\n— news from \#(source)\n\n— News Original —\nHead"#
        #expect(RewriteWriter.write(try read(text)) == text)
    }

    @Test func anEntryOfAFeedKeepsTitleTextSourceAndByline() throws {
        var entry = Entry()
        entry.title = Text("A &amp; B", type: .html)
        entry.content = [Text("<p>One *star* and <b>two</b>.</p><ul><li>— news from nowhere</li></ul>", type: .html)]
        entry.authors = [Person(name: "Ann Lee"), Person(name: "Bob O’Hara")]
        let text = RewriteWriter.write(entry, publisher: Person(name: "The Herald", uri: "https://herald.example/x"))
        #expect(!text.contains("\n"))
        let again = try read(text)
        #expect(again.title == Text("A & B"))
        #expect(again.links == [Link(rel: "via", href: "https://herald.example/x", title: "The Herald")])
        #expect(again.contributors.map(\.name) == ["The Herald", "Ann Lee", "Bob O’Hara"])
        let html = try #require(again.content.first?.value)
        #expect(html.hasPrefix("<p>One *star* and two.</p>\n"))
        #expect(RewriteWriter.write(again) == text)
    }

    @Test func anEntryWithoutATitleGetsItsFirstWords() throws {
        var entry = Entry()
        entry.summary = Text("Only this.")
        #expect(RewriteWriter.write(entry) == #"Only this.\n\n\n— News Original —\nOnly this."#)
    }

    private func read(_ text: String) throws -> Entry {
        var draft = ArticleDraft(ArticleFile(path: "x.txt", id: "tag:x", base: "https://s.example/"))
        try RewriteArticle.read(text, into: &draft)
        return draft.finished().entry
    }
}
