import Testing

@testable import FeedCore

struct CanonicalAddressTests {
    @Test(arguments: [
        "http://blog.example/post", "https://www.blog.example/post/", "https://m.blog.example/post#comments",
        "https://blog.example:443/post?utm_source=feed&utm_medium=rss", "HTTPS://Blog.Example/post/amp/",
        "https://blog.example/post/index.html", "https://blog.example/%70ost", "https://blog.example/post?amp=1",
        "https://cdn.ampproject.org/c/s/blog.example/post", "https://user@blog.example./post",
    ])
    func spellingsOfOnePageAreOne(_ address: String) {
        #expect(CanonicalAddress.of(address) == "blog.example/post")
    }

    @Test(arguments: [
        ("https://blog.example/?p=1", "https://blog.example/?p=2"),
        ("https://blog.example/Post", "https://blog.example/post"),
        ("https://blog.example/a%2Fb", "https://blog.example/a/b"),
        ("https://app.example/#!/one", "https://app.example/#!/two"),
        ("https://one.example/post", "https://two.example/post"),
        ("https://m.example/post", "https://example/post"),
    ])
    func differentPagesStayDifferent(_ one: String, _ other: String) {
        #expect(CanonicalAddress.of(one) != CanonicalAddress.of(other))
    }

    @Test func theOrderOfParametersDoesNotMatter() {
        #expect(
            CanonicalAddress.of("https://a.example/x?b=2&a=1") == CanonicalAddress.of("https://a.example/x?a=1&b=2"))
    }

    @Test(arguments: ["https://blog.example/", "https://blog.example", "mailto:a@b.example", "urn:x:1", "", "/path"])
    func whatIsNoPageOfItsOwnHasNoKey(_ address: String) {
        #expect(CanonicalAddress.of(address) == nil)
    }
}
