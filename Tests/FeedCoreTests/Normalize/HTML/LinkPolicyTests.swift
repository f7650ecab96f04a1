import Testing

@testable import FeedCore

struct LinkPolicyTests {
    @Test(arguments: [
        ("https://e.example/", "https://e.example/"), (" \n HTTPS://e.example/a b ", "https://e.example/a b"),
        ("x", "https://b.example/d/x"), ("//c.example/y", "https://c.example/y"), ("#f", "https://b.example/d/?q#f"),
        ("mailto:a@b.example", "mailto:a@b.example"), ("Tel:+491", "tel:+491"), ("http:/e.example", "http://e.example"),
        ("https:\\\\e.example/", "https://e.example/"), ("https://müller.example/ü%zz", "https://müller.example/ü%zz"),
        ("/Talk:x", "https://b.example/Talk:x"), ("?a:b", "https://b.example/d/?a:b"),
    ])
    func writes(_ value: String, _ address: String) {
        #expect(judged(value, .link) == address)
    }

    @Test(arguments: [
        "javascript:x", "JaVaScRiPt:x", "java\nscript:x", "java\u{FFFD}script:x", "\u{A0}javascript:x", "vbscript:x",
        "data:text/html,x", "data:image/png,x", "file:///etc/passwd", "feed:javascript:x", "blob:x", "view-source:x",
        "1http://e.example", "http://", "http://[::1/", "&:x", "jar:http://e.example",
    ])
    func refuses(_ value: String) {
        #expect(judged(value, .link) == nil)
    }

    @Test(arguments: ["mailto:a@b.example", "ftp://e.example/", "data:image/svg+xml,x", "data:text/plain,x", ""])
    func loadsNothingFrom(_ value: String) {
        #expect(judged(value, .resource) == nil)
    }

    @Test func loadsRasterImages() {
        #expect(judged("data:image/PNG;base64,AA", .resource) == "data:image/PNG;base64,AA")
        #expect(judged("data:image/png;base64,AA", .sourceSet) == nil)
    }

    private func judged(_ value: String, _ use: LinkPolicy.Use) -> String? {
        LinkPolicy.address(Array(value.utf8), for: use, base: "https://b.example/d/?q").map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}
