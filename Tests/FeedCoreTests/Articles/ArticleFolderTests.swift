import Foundation
import Testing

@testable import FeedCore

struct ArticleFolderTests {
    @Test func oneBadFileCostsNoOther() throws {
        let folder = try read([
            "b.md": Data("# B\n\ntext".utf8), "a/z.html": Data(Self.page.utf8), "a.txt": Data([0, 1]),
            ".hidden.md": Data("x".utf8), "c.pdf": Data("x".utf8), "d.md": Data("---\nx".utf8),
            "e.txt": Data([0x63, 0x61, 0x66, 0xE9]), "f.md": Data("---\nid: tag:s.example,2026:/b.md\n---\nx".utf8),
        ])
        #expect(folder.articles.map(\.path) == ["a/z.html", "b.md", "e.txt"])
        #expect(folder.articles.last?.entry.title == Text("café"))
        #expect(folder.problems.map(\.file) == ["seeds/a.txt", "seeds/d.md", "seeds/e.txt", "seeds/f.md"])
        #expect(folder.unreadable == ["tag:s.example,2026:/a.txt", "tag:s.example,2026:/d.md"])
        #expect(folder.articles.first?.entry.id == "tag:s.example,2026:/a/z.html")
    }

    @Test func htmlPagesSayWhatTheyAre() throws {
        let entry = try #require(try read(["p.html": Data(Self.page.utf8)]).articles.first?.entry)
        #expect(entry.title == Text("A & B — c") && entry.summary == Text("S") && entry.language == "de")
        #expect(entry.authors == [Person(name: "Ann")] && entry.categories.map(\.term) == ["x", "y z"])
        #expect(entry.published?.rfc3339 == "2026-11-20T00:00:00Z" && entry.link == "https://s.example/p")
        #expect(entry.content.first?.value == "<p>One<br>two <time datetime=2026-11-20>then</time>\n<!-- </body> -->")
    }

    @Test func aPageWithoutABodyTagIsAllContent() throws {
        let entry = try #require(try read(["p.html": Data("<p>x &copy;".utf8)]).articles.first?.entry)
        #expect(entry.content.first?.value == "<p>x &copy;" && entry.title == Text("P"))
    }

    @Test(arguments: [
        ("<meta charset=iso-8859-2>", [0xB1], "ą"),
        ("<meta http-equiv=content-type content='text/html; charset=KOI8-R'>", [0xC1], "а"),
        ("<meta charset=utf-7>", [0xE9], "é"), ("<meta charset=koi8-r>", [0xC3, 0xA9], "é"),
    ])
    func pagesSayTheirEncoding(_ meta: String, _ bytes: [UInt8], _ want: String) throws {
        let page = Data("\(meta)<title>".utf8 + bytes + "</title><body>x".utf8)
        #expect(try read(["p.html": page]).articles.first?.entry.title == Text(want))
    }

    @Test func filesNextToAnArticleArePublishedWithIt() throws {
        let text = """
            ---
            enclosure: a%20b.mp3 audio/mpeg 42
            ---
            ![Frost](pic/frost.jpg?x#y) [gone](none.jpg) [other](b.md) [away](../../x) [web](https://w.example/c.jpg)
            <img srcset="c.jpg 1x, /d.jpg 2x" src='c.jpg' alt="&quot;">
            """
        let folder = try read([
            "n/a.md": Data(text.utf8), "n/b.md": Data("# B".utf8), "n/a b.mp3": Data("m".utf8),
            "n/pic/frost.jpg": Data("f".utf8), "n/c.jpg": Data("c".utf8),
        ])
        let article = try #require(folder.articles.first)
        #expect(
            article.assets.map(\.path) == ["articles/n/a b.mp3", "articles/n/pic/frost.jpg", "articles/n/c.jpg"])
        #expect(folder.assets(at: Timestamp(seconds: 0)) == article.assets)
        #expect(article.entry.links.first?.href == "https://s.example/articles/n/a%20b.mp3")
        let html = try #require(article.entry.content.first?.value)
        for wanted in [
            #"<img src="https://s.example/articles/n/pic/frost.jpg?x#y" alt="Frost" />"#,
            #"<a href="none.jpg">"#, #"<a href="b.md">"#, #"<a href="https://w.example/c.jpg">"#,
            #"srcset="https://s.example/articles/n/c.jpg 1x, /d.jpg 2x" src="https://s.example/articles/n/c.jpg" alt="&quot;">"#,
        ] { #expect(html.contains(wanted), "\(wanted)") }
        #expect(folder.problems.map(\.reason) == ["'../../x' leads out of seeds/; move the file into it"])
    }

    @Test func linksOutOfSeedsAreNoFilesOfTheirs() throws {
        let folder = try TemporaryFolder()
        try folder.write("secret", to: "secret.txt")
        try folder.write("![a](a.jpg) ![b](b.jpg)", to: "seeds/x.md")
        try folder.write("b", to: "seeds/pic/b.jpg")
        for (link, target) in [("a.jpg", "../secret.txt"), ("b.jpg", "pic/b.jpg")] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path("seeds/\(link)"), withDestinationPath: target)
        }
        let read = ArticleFolder.read(
            folder.url.appending(path: "seeds"), link: "https://s.example")
        #expect(read.articles.first?.assets.map(\.path) == ["articles/b.jpg"])
        #expect(
            read.problems.map(\.reason) == ["'a.jpg' is a link to a place outside of seeds/; copy the file into it"])
    }

    @Test func skeletonsAreDraftsThatReadWell() throws {
        let skeleton = ArticleSkeleton(title: "Frost:  \"the\" C:\\new Übung", now: Timestamp(seconds: 86_400))
        #expect(skeleton.fileName == "1970-01-02-frost-the-c-new-übung.md")
        let folder = try read([skeleton.fileName: Data(skeleton.text.utf8)])
        let article = try #require(folder.articles.first)
        #expect(article.isDraft && article.entry.title == Text("Frost: \"the\" C:\\new Übung"))
        #expect(folder.problems.isEmpty && article.entry.published?.rfc3339 == "1970-01-02T00:00:00Z")
    }

    @Test func noFolderHoldsNoArticles() {
        let folder = ArticleFolder.read(
            URL(filePath: "/nowhere/at/all"), link: "https://s.example/")
        #expect(folder.articles.isEmpty && folder.problems.isEmpty)
    }

    private static let page = """
        <!DOCTYPE html><HTML LANG=de><head><!-- <title>no</title> --><script>"<title>no</title>"</script>
        <title> A &amp; B
          &mdash; c </title><meta name="author" content='Ann'><meta content="S" name=description>
        <meta name=keywords content="x, y z, x"><link href="/p" rel="nofollow canonical"></head>
        <body class="a > b"><p>One<br>two <time datetime=2026-11-20>then</time>
        <!-- </body> --></body></html>
        """

    private func read(_ files: [String: Data]) throws -> ArticleFolder {
        let directory = FileManager.default.temporaryDirectory.appending(path: "feedtool-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: directory) }
        for (path, data) in files {
            let file = directory.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: file)
        }
        return ArticleFolder.read(directory, link: "https://s.example/")
    }
}
