import Testing

@testable import FeedCore

struct CanonicalAddressTests {
    @Test(arguments: [
        ("https://example.org/post", "http://www.example.org/post/"),
        ("https://example.org/post", "https://EXAMPLE.org:443/post#comments"),
        ("https://example.org/post", "http://m.example.org:80/post?utm_source=planet&utm_medium=rss"),
        ("https://example.org/post", "https://amp.example.org/post"),
        ("https://example.org/post", "https://example.org/post/amp/"),
        ("https://example.org/post", "https://example.org/amp/post"),
        ("https://example.org/post", "https://example.org/post?amp=1"),
        ("https://example.org/post.html", "https://example.org/post.amp.html"),
        ("https://example.org/post", "https://www.google.com/amp/s/example.org/post"),
        ("https://example.org/post", "https://example-org.cdn.ampproject.org/c/s/example.org/post"),
        ("https://example.org/post", "https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fpost&sa=D"),
        ("https://example.org/post", "https://example.org/post?source=rss----4f2a---4"),
        ("https://example.org/post", " https://user@example.org./post"),
        ("https://example.org", "http://example.org/index.html"),
        ("https://example.org/?p=12", "https://example.org/index.php?p=12"),
        ("https://example.org/a?x=1&y=2", "https://example.org/a?y=2&amp;x=1"),
        ("https://example.org/caf\u{E9}", "https://example.org/caf%c3%a9"),
        ("https://example.org/post", "HTTPS://Example.org/%70ost?utm_content=x"),
        ("https://example.org/~me", "https://example.org/%7Eme"),
        ("https://example.org//a//b", "https://example.org/a/b"),
        ("https://en.wikipedia.org/wiki/Feed", "https://en.m.wikipedia.org/wiki/Feed"),
        ("https://blog.example.org/2026/post.html?m=1", "http://blog.example.org/2026/post.html"),
    ])
    func onePageHasOneKey(_ one: String, _ other: String) {
        let key = CanonicalAddress(one)
        #expect(key != nil && key == CanonicalAddress(other))
    }

    @Test(arguments: [
        ("https://example.org/?p=12", "https://example.org/?p=13"),
        ("https://example.org/post?id=1", "https://example.org/post"),
        ("https://example.org/Post", "https://example.org/post"),
        ("https://example.org/#!/one", "https://example.org/#!/two"),
        ("https://example.org/a?m=201103", "https://example.org/a"),
        ("https://example.org/a?ref=main", "https://example.org/a"),
        ("https://example.org:8080/a", "https://example.org/a"),
        ("https://one.example.org/a", "https://two.example.org/a"),
        ("https://example.org/a%2Fb", "https://example.org/a/b"),
        ("https://example.org/amp", "https://example.org/"),
        ("https://m.org/a", "https://org/a"),
    ])
    func whatTellsPagesApartStays(_ one: String, _ other: String) {
        let key = CanonicalAddress(one)
        #expect(key != nil && key != CanonicalAddress(other))
    }

    @Test(arguments: [
        "", "post", "/post", "//example.org/post", "mailto:a@example.org", "urn:x:y", "https://", "https:///a",
    ])
    func whatIsNoWebAddressHasNoKey(_ address: String) {
        #expect(CanonicalAddress(address) == nil)
    }

    @Test func theKeyOfAKeyIsTheKey() throws {
        let key = try #require(CanonicalAddress("http://www.example.org/a%7e/%20b/?y=%C3%A9&x#top"))
        #expect(CanonicalAddress("https://" + String(decoding: key.bytes, as: UTF8.self)) == key)
    }

    @Test(arguments: ["https://example.org", "http://www.example.org/#news", "https://example.org/index.html"])
    func aHomePageIsKnown(_ address: String) throws {
        #expect(try #require(CanonicalAddress(address)).isHomePage)
    }
}
