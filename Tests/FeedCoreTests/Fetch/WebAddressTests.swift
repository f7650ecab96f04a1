import Testing

@testable import FeedCore

struct WebAddressTests {
    @Test(arguments: [
        ("http://Example.ORG", "http://example.org/"),
        ("HTTPS://example.org:443/Feed?A=b#part", "https://example.org/Feed?A=b"),
        ("http://example.org:8080/", "http://example.org:8080/"),
        ("http://example.org:/x", "http://example.org/x"),
        ("http://example.org./x", "http://example.org/x"),
        ("  http://example.org/x \n", "http://example.org/x"),
        ("http://example.org?q", "http://example.org/?q"),
        ("http://user:word@example.org/x", "http://example.org/x"),
        ("http://example.org/a b/ü?x=<>|\"", "http://example.org/a%20b/%C3%BC?x=%3C%3E%7C%22"),
        ("http://example.org/100%/%zz?%", "http://example.org/100%/%zz?%"),
        ("http://example.org/?p=a\\b", "http://example.org/?p=a%5Cb"),
        ("http://b%C3%BCcher.example/", "http://xn--bcher-kva.example/"),
        ("http://BÜCHER.example/", "http://xn--bcher-kva.example/"),
        ("http://日本。example/", "http://xn--wgv71a.example/"),
        ("http://snake_case.example.org/", "http://snake_case.example.org/"),
        ("http://134744072/", "http://8.8.8.8/"), ("http://[2A00:0::1]:81/", "http://[2a00::1]:81/"),
        ("feed://example.org/rss", "http://example.org/rss"), ("feed:https://example.org/", "https://example.org/"),
        ("feeds://example.org/", "https://example.org/"),
    ])
    func hasOneSpelling(_ text: String, _ want: String) throws {
        #expect(try WebAddress(text).text == want)
    }

    @Test(arguments: [
        "", " ", "x", "/feed", "//example.org/", "http:", "http:example.org", "http://", "http:///example.org",
        "http://:80/", "http://user@/", "http://a@b@example.org/", "http://exa mple.org/", "http://example.org\\/",
        "http://example.org/a\\b", "http:\\\\example.org/", "http://exam\tple.org/", "http://example.org/\u{0}",
        "http://example.org/\r\nHost: x", "http://a..b/", "http://.example.org/", "http://%/", "http://%zz.org/",
        "http://a%00b.org/", "http://a%2fb.org/", "http://a%20b.org/", "http://ex<am>ple.org/", "http://a,b.org/",
        "http://[::1/", "http://[::1]x/", "http://[]/", "http://[1.2.3.4]/", "http://[::zz]/",
        "http://example.org:0/", "http://example.org:65536/", "http://example.org:80a/", "http://example.org:+80/",
        "http://example.org:80:80/", "http://127.00.0.1/", "http://1.2.3.4.5/", "http://256.1.1.1/", "http://a.1/",
        "http://\(String(repeating: "a", count: 64)).org/", "http://\(String(repeating: "a.", count: 130))org/",
        "feed:x", "feed:", "http://1.1.1.1 &@example.org/", "http://a{b@example.org/",
    ])
    func refusesWhatTwoProgramsCouldReadDifferently(_ text: String) {
        #expect(throws: WebAddress.Problem.self) { try WebAddress(text) }
    }

    @Test(arguments: ["ftp", "file", "gopher", "data", "javascript", "ws", "http+unix", "exec"])
    func knowsTwoSchemesOnly(_ scheme: String) {
        #expect(throws: WebAddress.Problem.scheme(scheme)) { try WebAddress("\(scheme)://example.org/") }
    }

    @Test(arguments: [
        ("/b", "http://example.org:81/b"), ("b?c", "http://example.org:81/a/b?c"),
        ("//other.example/", "http://other.example/"), ("https://u:p@other.example/x#y", "https://other.example/x"),
        ("?q", "http://example.org:81/a/?q"), (" /b ", "http://example.org:81/b"),
    ])
    func followsRedirects(_ location: String, _ want: String) throws {
        let next = try WebAddress("http://u:p@example.org:81/a/").following(location)
        #expect(next.text == want)
        #expect(next.userInfo == nil)
    }

    @Test(arguments: [
        "\\\\other.example\\x", "/\\other.example/", "http:/other.example", "ftp://example.org/", "\u{1}",
    ])
    func followsNothingOdd(_ location: String) throws {
        let address = try WebAddress("http://example.org/")
        #expect(throws: WebAddress.Problem.self) { try address.following(location) }
    }
}
