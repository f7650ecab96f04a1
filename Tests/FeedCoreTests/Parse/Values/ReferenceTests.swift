import Testing

@testable import FeedCore

@Suite("References in feeds")
struct ReferenceTests {
    static let base = "http://example.org/a/b"

    @Test(
        "are made absolute and mended",
        arguments: [
            ("c", "http://example.org/a/c"), ("/c?d=1&e=2", "http://example.org/c?d=1&e=2"),
            ("", "http://example.org/a/b"),
            ("http:///other.example/x", "http://other.example/x"), ("http:////other.example", "http://other.example"),
            ("http://x.example/?a=1&b;=2&c;=3", "http://x.example/?a=1&b=2&c=3"),
            ("http://x.example/?a=1&amp;b=2", "http://x.example/?a=1&b=2"),
            (" http://x.example/ ", "http://x.example/"),
            ("http://www.詹姆斯.com/", "http://www.詹姆斯.com/"), ("http://[::1]/", "http://[::1]/"),
            ("http://x.example/\"><b", "http://x.example/%22%3E%3Cb"),
            ("http://x.example/a\n b", "http://x.example/a b"),
            ("mailto:ada@example.org", "mailto:ada@example.org"), ("tag:example.org,2003:1", "tag:example.org,2003:1"),
        ])
    func resolved(_ text: String, _ expected: String) {
        #expect(Reference.resolve(text, against: Self.base) == expected)
    }

    @Test(
        "are dropped when they cannot be parsed or would run a script",
        arguments: [
            "http://[1.2/", "http://x]y/", "//[", "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)", "vbscript:x", "data:text/html,x",
        ])
    func dropped(_ text: String) {
        #expect(Reference.resolve(text, against: Self.base) == nil)
    }

    @Test(
        "become a base only with a scheme of the web",
        arguments: [
            ("http://b.example/", "http://b.example/"), ("c/", "http://example.org/a/c/"), ("file:///etc/passwd", nil),
            ("javascript:x", nil), ("unknown:x", nil),
        ] as [(String, String?)])
    func base(_ text: String, _ expected: String?) {
        #expect(Reference.base(text, against: Self.base) == expected)
    }
}
