import Testing

@testable import FeedCore

struct LinkHeaderTests {
    @Test(arguments: [
        (#"</f.xml>; rel="alternate"; type="application/atom+xml""#, ["https://x.example/f.xml"]),
        (#"<f?a=b,c;d>;type=application/rss+xml;rel=alternate"#, ["https://x.example/p/f?a=b,c;d"]),
        (#"<https://y.example/f> ; REL="Feed home""#, ["https://y.example/f"]),
        (#"</a>; rel=alternate; hreflang=de, </b>; title="x, \"y\"; <z>"; rel=feed"#, ["https://x.example/b"]),
        (#"<https://hub.example/>; rel="hub", <https://x.example/t>; rel="self""#, []),
        (#"</f>; rel="alternate"; type="text/html", </g>; rel=stylesheet"#, []),
        (#"</f>; rel="alternate""#, []), ("", []), ("<", []), ("<>; rel", []),
        (#"</f>; rel="feed"#, ["https://x.example/f"]),
    ])
    func announcesFeeds(_ header: String, _ want: [String]) {
        #expect(LinkHeader.feeds(in: header, at: "https://x.example/p/").map(\.address) == want)
    }

    @Test func aFeedsTitleIsKept() {
        let found = LinkHeader.feeds(in: #"</f>; rel=feed; title="All \"posts\"""#, at: "https://x.example/")
        #expect(found.map(\.title) == [#"All "posts""#])
    }

    @Test(.timeLimit(.minutes(1))) func aLongHeaderTakesLinearTime() {
        let header = String(repeating: #"</f>; rel="x\", "#, count: 20_000) + String(repeating: "<", count: 50_000)
        #expect(LinkHeader.feeds(in: header, at: "https://x.example/").isEmpty)
    }
}
