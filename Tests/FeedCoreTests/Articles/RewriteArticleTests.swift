import Testing

@testable import FeedCore

struct RewriteArticleTests {
    private static let want = """
        <p>One <em>two</em>. &lt;b&gt; mail x@y.example &amp; more.</p>
        <p>Three.</p>
        <p>— news from <a href="https://herald.example/">Herald.example</a></p>
        <blockquote cite="https://herald.example/">
        <p><strong>The “Head” — line</strong></p>
        <p>I’m Ann van Berg, an editor. Here.</p>
        <p>Next &lt;i&gt;.</p>
        </blockquote>

        """

    /// The same article, as different programs leave it behind.
    @Test(arguments: [
        #"One *two*. <b> mail x@y.example & more.\n\nThree.\n— news from Herald.example\n\n— News Original —\nThe “Head” — line\nI’m Ann van Berg, an editor. Here. n nNext <i>."#,
        #"One *two*. <b> mail x@y.example & more. n nThree. n n-- NEWS FROM Herald.example\r\n\r\n- news original -\r\n**The \u201cHead\u201d \u2014 line**\n\nI’m Ann van Berg, an editor. Here.\n\nNext <i>.\n"#,
        "One *two*. <b> mail x@y.example & more.\n\nThree.\n\n– News from Herald.example.\n\n– NEWS ORIGINAL –\n\nThe “Head” — line\n\nI’m Ann van Berg, an editor. Here.\n\nNext <i>.",
    ])
    func allSpellingsReadAlike(_ text: String) throws {
        let entry = try read(text).entry
        #expect(entry.title == Text("The “Head” — line"))
        #expect(entry.content.first?.value == Self.want)
        #expect(entry.links == [Link(rel: "via", href: "https://herald.example/")])
        #expect(entry.contributors.map(\.name) == ["Herald.example", "Ann van Berg"])
    }

    @Test func withoutAnOriginalTheFirstLineIsTheTitle() throws {
        let entry = try read(#"A headline\n\nText. n nMore.\n— news from The Herald\n— news from The Post"#).entry
        #expect(entry.title == Text("A headline") && entry.links.isEmpty)
        #expect(entry.contributors == [Person(name: "The Herald"), Person(name: "The Post")])
        #expect(
            entry.content.first?.value == """
                <p>Text.</p>
                <p>More.</p>
                <p>— news from The Herald</p>
                <p>— news from The Post</p>

                """)
    }

    @Test func wrappedLinesAreOneParagraph() throws {
        let text = """
            A first line that is about as long as an editor would let it become before
            it goes on.

            — News Original —
            Head
            The opening goes on
            here.

            Next.
            """
        let html = try #require(try read(text).entry.content.first?.value)
        #expect(
            html.hasPrefix(
                "<p>A first line that is about as long as an editor would let it become before\nit goes on.</p>"))
        #expect(html.contains("<p><strong>Head</strong></p>\n<p>The opening goes on here.</p>\n<p>Next.</p>"))
    }

    @Test func withoutAPublisherTheOriginalStays() throws {
        let entry = try read("Text.\n\n—News Original—\nHead\nBy Ann Lee and Bob O'Hara\nOpening.").entry
        #expect(entry.title == Text("Head") && entry.contributors.map(\.name) == ["Ann Lee", "Bob O'Hara"])
        #expect(entry.links.isEmpty)
    }

    @Test func wordsOfOneLetterStayWhereTheyAreWords() throws {
        let text = #"Of n n-grams and n n, see C:\new and n.\n\nText"#
        #expect(RewriteText.lines(of: "A. n\nC:\\new\nb").first == "A. n")
        #expect(RewriteText.lines(of: text).first?.hasPrefix("Of n n-grams and n n, see") == true)
    }

    @Test(arguments: [
        ("By Ann Lee", ["Ann Lee"]), ("BY Ann Lee, Staff Writer", ["Ann Lee"]), ("By Friday Morning, all was over", []),
        ("By the way, no", []), ("By Ann Lee went home", []), ("Hello, I'm Ann Lee, and", ["Ann Lee"]),
        ("I'm Sorry, but", []),
        ("I am J. R. Hartley, of", ["J. R. Hartley"]), ("By", []), ("", []),
    ])
    func bylinesAreFound(_ line: String, _ want: [String]) { #expect(Byline.names(in: line) == want) }

    @Test(arguments: [
        ("Bloom.example", "Bloom.example", "https://bloom.example/"), ("The Herald", "The Herald", nil),
        ("https://a.example/x?y", "a.example", "https://a.example/x?y"),
        ("Herald (herald.example)", "Herald", "https://herald.example/"),
        ("[Herald](https://h.example/)", "Herald", "https://h.example/"), ("me@h.example", "me@h.example", nil),
        ("v1.2", "v1.2", nil), ("javascript:x.example", "javascript:x.example", nil),
    ])
    func publishersAreNamesDomainsOrAddresses(_ text: String, _ name: String, _ address: String?) {
        #expect(NewsSource(text).name == name && NewsSource(text).address == address)
    }

    @Test func anEmptyFileIsAProblem() { #expect(throws: ArticleProblem.self) { try read(" \n") } }

    private func read(_ text: String) throws -> Article {
        var draft = ArticleDraft(ArticleFile(path: "x.txt", id: "tag:x", base: "https://s.example/"))
        try RewriteArticle.read(String(text), into: &draft)
        return draft.finished()
    }
}
