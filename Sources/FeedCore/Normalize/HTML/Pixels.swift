/// Images that nobody is meant to see.
enum Pixels {
    /// Whether an inline style hides its element or shrinks it to a pixel.
    static func isHidden(_ style: [UInt8]) -> Bool {
        let text = String(decoding: style.filter { !ASCII.isSpace($0) }, as: UTF8.self).lowercased()
        let declarations = Set(text.split(separator: ";").map(String.init))
        if declarations.contains("display:none") || declarations.contains("visibility:hidden") { return true }
        let isNarrow = !declarations.isDisjoint(with: ["width:0", "width:0px", "width:1px"])
        return isNarrow && !declarations.isDisjoint(with: ["height:0", "height:0px", "height:1px"])
    }

    /// Whether an image's address is that of a counter.
    static func isBeacon(_ source: [UInt8]) -> Bool {
        guard let host = WebHost(source) else { return false }
        if hosts.contains(host.name) || suffixes.contains(where: host.name.hasSuffix) { return true }
        return paths.contains { host.name == $0.host && host.isUnder($0.path) }
    }

    private static let hosts: Set<String> = [
        "ad.doubleclick.net", "api.flattr.com", "b.scorecardresearch.com", "bs.serving-sys.com", "cdn.viglink.com",
        "count.rss.com", "da.feedsportal.com", "feedads.g.doubleclick.net", "googleads.g.doubleclick.net",
        "pheedo.com", "pi.feedsportal.com", "piwik.org", "pixel.quantserve.com", "pixel.wp.com", "res.feedsportal.com",
        "rss.buysellads.com", "sb.scorecardresearch.com", "secure-us.imrworldwide.com", "segment.prod.bidr.io",
        "stats.wordpress.com", "stats.wp.com", "t.co", "track.hubspot.com", "www.google-analytics.com",
        "www.feedburner.com", "www.pheedo.com",
    ]

    private static let suffixes = [".2o7.net", ".omtrdc.net", ".sitemeter.com", ".statcounter.com"]

    private static let paths = [
        (host: "feeds.feedburner.com", path: "/~r/"), (host: "feeds.feedburner.com", path: "/~ff/"),
        (host: "feedproxy.google.com", path: "/~r/"), (host: "feedproxy.google.com", path: "/~ff/"),
        (host: "feeds.wordpress.com", path: "/1.0/"), (host: "medium.com", path: "/_/stat"),
        (host: "www.facebook.com", path: "/tr"), (host: "rss.feedsportal.com", path: "/c/"),
    ]
}
