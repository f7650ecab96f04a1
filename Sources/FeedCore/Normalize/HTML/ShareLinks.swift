/// Buttons of feed footers that post an entry elsewhere.
enum ShareLinks {
    static func matches(_ href: [UInt8]) -> Bool {
        guard let host = WebHost(href) else { return false }
        return paths[host.shortName]?.contains(where: host.isUnder) ?? false
    }

    /// Whether a link's text is no more than a button's; such a link in a sentence keeps its words.
    static func isButton(_ text: [UInt8]) -> Bool {
        let words = String(decoding: text, as: UTF8.self).lowercased().split { !$0.isLetter && $0 != "-" }
        guard let first = words.first else { return true }
        return buttons.contains(String(first))
    }

    private static let buttons: Set<String> = [
        "add", "bluesky", "bookmark", "buffer", "comment", "compartilhar", "compartir", "condividi", "del", "delen",
        "delicious", "dela", "digg", "e-mail", "email", "facebook", "fark", "flattr", "flipboard", "google", "hacker",
        "hn", "like", "linkedin", "mail", "mastodon", "partager", "pin", "pinterest", "pocket", "post", "print",
        "recommend", "reddit", "repost", "retweet", "save", "share", "stumble", "stumbleupon", "submit", "teilen",
        "telegram", "threads", "tumblr", "tweet", "twitter", "vk", "whatsapp", "x",
    ]

    private static let paths: [String: [String]] = [
        "addthis.com": ["/bookmark.php"],
        "addtoany.com": ["/add_to/", "/share"],
        "api.addthis.com": ["/oexchange/"],
        "api.whatsapp.com": ["/send"],
        "bsky.app": ["/intent/compose"],
        "bufferapp.com": ["/add"],
        "del.icio.us": ["/post"],
        "delicious.com": ["/save"],
        "digg.com": ["/submit"],
        "facebook.com": ["/sharer", "/share.php", "/dialog/share"],
        "feedproxy.google.com": ["/~ff/"],
        "feeds.feedburner.com": ["/~ff/"],
        "feeds.wordpress.com": ["/1.0/"],
        "flipboard.com": ["/bookmarklet/popout"],
        "getpocket.com": ["/save", "/edit"],
        "instapaper.com": ["/hello2", "/edit"],
        "linkedin.com": ["/shareArticle", "/sharing/share-offsite"],
        "news.ycombinator.com": ["/submitlink"],
        "pinterest.com": ["/pin/create/"],
        "plus.google.com": ["/share"],
        "reddit.com": ["/submit"],
        "share.feedsportal.com": ["/"],
        "share.flipboard.com": ["/bookmarklet"],
        "stumbleupon.com": ["/submit"],
        "t.me": ["/share/"],
        "telegram.me": ["/share/"],
        "threads.net": ["/intent/post"],
        "tumblr.com": ["/share", "/widgets/share/"],
        "twitter.com": ["/intent/tweet", "/share?", "/home?status="],
        "vk.com": ["/share.php"],
        "x.com": ["/intent/tweet", "/intent/post", "/share?"],
    ]
}
