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

    @Test func noFolderHoldsNoArticles() {
        let folder = ArticleFolder.read(URL(filePath: "/nowhere/at/all"), link: "https://s.example/")
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
