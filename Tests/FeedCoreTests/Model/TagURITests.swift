import Testing

@testable import FeedCore

/// The recipe is a contract: a change here makes every article new for every reader.
struct TagURITests {
    @Test(arguments: [
        ("https://A.example", "x.md", "tag:a.example,2026:/x.md"),
        ("http://me@a.example:8080/blog?q#f", "n/\u{fc} b.txt", "tag:a.example,2026:/blog/n/%C3%BC%20b.txt"),
        ("http://[::1]/", "50%.md", "tag:--1,2026:/50%25.md"),
    ])
    func articlesKeepTheirIDs(_ link: String, _ path: String, _ want: String) {
        #expect(TagURI(site: link).article(path) == want)
    }
}
