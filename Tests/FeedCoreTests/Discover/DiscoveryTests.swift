import Testing

@testable import FeedCore

struct DiscoveryTests {
    @Test(arguments: [
        ("https://www.youtube.com/channel/UCx-1", ["https://www.youtube.com/feeds/videos.xml?channel_id=UCx-1"]),
        ("https://m.youtube.com/channel/UCx/videos?a=b", ["https://www.youtube.com/feeds/videos.xml?channel_id=UCx"]),
        ("https://youtube.com/playlist?a=b&list=PL9", ["https://www.youtube.com/feeds/videos.xml?playlist_id=PL9"]),
        ("http://www.youtube.com/user/abc", ["https://www.youtube.com/feeds/videos.xml?user=abc"]),
        ("https://www.youtube.com/@abc", []),
        (
            "https://github.com/o/p",
            [
                "https://github.com/o/p/releases.atom", "https://github.com/o/p/commits.atom",
                "https://github.com/o/p/tags.atom",
            ]
        ),
        ("https://github.com/o/p/commits/main/src", ["https://github.com/o/p/commits/main/src.atom"]),
        ("https://github.com/o/p/releases/", ["https://github.com/o/p/releases.atom"]),
        ("https://github.com/o", ["https://github.com/o.atom"]),
        ("https://github.com/o/p/blob/main/a/b.md", ["https://github.com/o/p/commits/main/a/b.md.atom"]),
        ("https://github.com/o/p/tags", ["https://github.com/o/p/tags.atom"]),
        ("https://bsky.app/profile/did:plc:x1", ["https://bsky.app/profile/did:plc:x1/rss"]),
        ("https://medium.com/@me/a-post-1", ["https://medium.com/feed/@me"]),
        ("https://me.substack.com/p/a-post", ["https://me.substack.com/feed"]),
        ("https://open.substack.com/pub/me/p/a-post", ["https://me.substack.com/feed"]),
        ("https://me.blogspot.com/search/label/x", ["https://me.blogspot.com/feeds/posts/default/-/x"]),
        ("https://www.reddit.com/u/x", ["https://www.reddit.com/user/x/.rss"]),
        ("https://github.com/o/p/releases.atom", []),
        ("https://gitlab.com/g/s/p/-/tags", ["https://gitlab.com/g/s/p/-/tags?format=atom"]),
        ("https://gitlab.com/g/p/-/commits/main", ["https://gitlab.com/g/p/-/commits/main?format=atom"]),
        ("https://old.reddit.com/r/swift", ["https://www.reddit.com/r/swift/.rss"]),
        ("https://www.reddit.com/r/swift/new/", ["https://www.reddit.com/r/swift/new/.rss"]),
        ("https://www.reddit.com/user/x", ["https://www.reddit.com/user/x/.rss"]),
        ("https://bsky.app/profile/a.example", ["https://bsky.app/profile/a.example/rss"]),
        ("https://medium.com/@me", ["https://medium.com/feed/@me"]),
        ("https://me.medium.com", ["https://me.medium.com/feed"]),
        ("https://me.substack.com/", ["https://me.substack.com/feed"]),
        ("https://me.tumblr.com", ["https://me.tumblr.com/rss"]),
        ("https://www.tumblr.com/me", ["https://me.tumblr.com/rss"]),
        ("https://me.blogspot.co.uk/", ["https://me.blogspot.co.uk/feeds/posts/default"]),
        ("https://me.wordpress.com/", ["https://me.wordpress.com/feed/"]),
        ("https://stackoverflow.com/questions/tagged/swift", ["https://stackoverflow.com/feeds/tag/swift"]),
        ("https://unix.stackexchange.com/questions/7/a-b", ["https://unix.stackexchange.com/feeds/question/7"]),
        ("https://news.ycombinator.com", ["https://news.ycombinator.com/rss"]),
        ("https://news.ycombinator.com/show", ["https://news.ycombinator.com/showrss"]),
        ("https://news.ycombinator.com/user?id=x", []),
        ("https://www.reddit.com/search?q=a+b&sort=new", ["https://www.reddit.com/search.rss?q=a+b"]),
        (
            "https://www.reddit.com/r/swift/search/?q=a%20b",
            ["https://www.reddit.com/r/swift/search.rss?q=a%20b&restrict_sr=on"]
        ),
        ("https://www.reddit.com/user/x/m/many", ["https://www.reddit.com/user/x/m/many/.rss"]),
        ("https://www.reddit.com/domain/a.example/", ["https://www.reddit.com/domain/a.example/.rss"]),
        ("https://github.com/o/p/releases/tag/v1.0", ["https://github.com/o/p/releases.atom"]),
        ("https://github.com/o/private/commits/main.atom?token=abc", []),
        ("https://gist.github.com/o", ["https://gist.github.com/o.atom"]),
        ("https://gitlab.com/g/s/p/-/issues", ["https://gitlab.com/g/s/p/-/issues.atom"]),
        ("https://bsky.app/profile/a.example/post/3k", ["https://bsky.app/profile/a.example/rss"]),
        ("https://stackoverflow.com/q/7/8", ["https://stackoverflow.com/feeds/question/7"]),
        ("https://math.stackexchange.com/tags/sets/info", ["https://math.stackexchange.com/feeds/tag/sets"]),
        ("https://blog.example/", []), ("https://notgithub.com/o", []), ("ftp://github.com/o", []), ("x.xml", []),
        ("https://user:word@github.com/o", []), ("https://github.com.evil.example/o", []),
    ])
    func aPlatformsFeedsFollowFromTheAddress(_ address: String, _ feeds: [String]) {
        #expect(Discovery.candidates(at: address).map(\.address) == feeds)
    }

    @Test(arguments: [
        ("https://social.example/@me", "https://social.example/@me.rss"),
        ("https://social.example/@me/1234567", "https://social.example/@me.rss"),
        ("https://tube.example/a/me/videos", "https://tube.example/feeds/videos.xml?accountName=me"),
        ("https://tube.example/c/cats/videos", "https://tube.example/feeds/videos.xml?videoChannelName=cats"),
        ("https://tube.example/accounts/me/about", "https://tube.example/feeds/videos.xml?accountName=me"),
        ("https://git.example/group/sub/project/-/tree/main", "https://git.example/group/sub/project/-/releases.atom"),
        ("https://akkoma.example/users/me", "https://akkoma.example/users/me/feed.rss"),
        ("https://lemmy.example/c/cats", "https://lemmy.example/feeds/c/cats.xml"),
        ("https://blog.example", "https://blog.example/feed"),
        ("https://example.org/blog?x#y", "https://example.org/blog/feed"),
    ])
    func theFirstGuessIsTheMostLikely(_ address: String, _ first: String) {
        let guesses = Discovery.guesses(at: address).map(\.address)
        #expect(guesses.first == first)
        #expect(guesses.count <= 16 && Set(guesses).count == guesses.count)
    }

    @Test func guessesAreMadeInTheFolderAndAtTheTop() {
        let guesses = Discovery.guesses(at: "https://example.org/blog").map(\.address)
        #expect(guesses.contains("https://example.org/feed") && guesses.contains("https://example.org/blog/rss.xml"))
    }

    @Test(arguments: [
        (#"<link rel="alternate" type="application/atom+xml" href="/a">"#, ["https://x.example/a"]),
        (#"<LINK TYPE='application/rss+xml; charset=utf-8' HREF=b REL='Home ALTERNATE'>"#, ["https://x.example/p/b"]),
        (#"<base href="//cdn.example/z/"><base href="/no/"><link rel=feed href=f>"#, ["https://cdn.example/z/f"]),
        (#"<a rel="feed" href="?f=1">x</a>"#, ["https://x.example/p/?f=1"]),
        (#"<a href="/blog/index.rdf">x</a><a href="/about">y</a>"#, ["https://x.example/blog/index.rdf"]),
        (#"<a href="/abo"> RSS<!-- x -->-Feed </a><a href="/s">RSS</a>"#, ["https://x.example/s"]),
        (#"<a href="/s" title="RSS"><img src=i></a>"#, ["https://x.example/s"]),
        (#"<a href="feed:https://y.example/f">x</a>"#, ["feed:https://y.example/f"]),
        (#"<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">"#, []),
        (#"<link rel="alternate" type="application/json" href="/feed.json">"#, ["https://x.example/feed.json"]),
        (#"<link rel="alternate" type="application/json+oembed" href="/feed">"#, []),
        (#"<link rel="alternate" hreflang="de" href="/de">"#, []),
        (#"<!-- <link rel="feed" href="/a"> --><script>"<a href='/rss'>"</script>"#, []),
        (#"<link rel="feed" href="javascript:alert(1)"><link rel="feed"><link rel="feed" href=" ">"#, []),
        (
            #"<a href="/rss">x</a><link rel="feed" href="/comments/feed"><link rel="feed" href="/b"><link rel=feed href=/b#c>"#,
            ["https://x.example/b", "https://x.example/rss", "https://x.example/comments/feed"]
        ),
    ])
    func aPagesLinksAreFound(_ page: String, _ feeds: [String]) {
        let found = Discovery.candidates(in: Array(page.utf8), at: "https://x.example/p/")
        #expect(found.map(\.address) == feeds)
    }

    @Test(arguments: [
        (
            "https://www.youtube.com/@abc", #"<script>{"externalId":"UC_9","x":1}</script>"#,
            "https://www.youtube.com/feeds/videos.xml?channel_id=UC_9"
        ),
        (
            "https://podcasts.apple.com/de/podcast/x/id1", #"{"feedUrl":"https:\/\/pod.example\/f?a=1\u0026b=2"}"#,
            "https://pod.example/f?a=1&b=2"
        ),
        ("https://podcasts.apple.com/x", #"{"feedUrl":"javascript:alert(1)"}"#, nil),
        ("https://podcasts.apple.com/x", #"{"feedUrl":"https://pod.example/f"#, "https://pod.example/f"),
        ("https://evil-podcasts.apple.com.example/x", #"{"feedUrl":"https://pod.example/f"}"#, nil),
    ])
    func aPlatformsPageHidesItsFeed(_ address: String, _ page: String, _ feed: String?) {
        #expect(Discovery.candidates(in: Array(page.utf8), at: address).first?.address == feed)
    }

    @Test(arguments: [
        ("<meta http-equiv=refresh content='0;url=/b'>", "https://x.example/b"),
        ("<META HTTP-EQUIV='Refresh' CONTENT='5; URL=\"b\"'>", "https://x.example/p/b"),
        ("<meta http-equiv=refresh content=30>", nil), ("<meta http-equiv=refresh content='0;url='>", nil),
        ("<!-- <meta http-equiv=refresh content='0;url=/b'> -->", nil),
        ("<body><meta http-equiv=refresh content='0;url=/b'>", nil),
    ])
    func aPageMaySendBrowsersOn(_ page: String, _ target: String?) {
        #expect(Discovery.refreshTarget(in: Array(page.utf8), at: "https://x.example/p/") == target)
    }

    @Test func aPageOfLinksIsReadInTimeAndWithinALimit() {
        let page = String(repeating: "<a href=\"/rss", count: 100_000) + String(repeating: "<a href=/1.rss ", count: 9)
        #expect(Discovery.candidates(in: Array(page.utf8), at: "https://x.example/").count <= 50)
    }
}
