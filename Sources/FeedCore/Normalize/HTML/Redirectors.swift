/// Addresses of counters that send the reader on to an address which stands in their own.
enum Redirectors {
    /// Where `address` leads in the end; nil if it is no known redirector or does not say.
    static func target(of address: Address) -> String? {
        guard let authority = address.authority, let query = address.query else { return nil }
        var host = authority.lowercased()
        if host.hasPrefix("www.") { host.removeFirst(4) }
        // Every country has its Google, and every tenant of Outlook's its own name.
        if host.hasPrefix("google.") { host = "google.com" }
        if host.hasSuffix(".safelinks.protection.outlook.com") { host = String(host.drop { $0 != "." }.dropFirst()) }
        if host == "href.li" { return web(String(query)) }
        guard let rule = rules[host], address.path.hasPrefix(rule.path) else { return nil }
        for parameter in query.split(separator: "&") {
            let pair = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2, rule.parameters.contains(String(pair[0])) {
                return percentDecoded(pair[1]).flatMap(web)
            }
        }
        return nil
    }

    private static let rules: [String: (path: String, parameters: [String])] = [
        "adclick.g.doubleclick.net": ("/", ["adurl"]),
        "anrdoezrs.net": ("/", ["url"]),
        "away.vk.com": ("/", ["to"]),
        "awin1.com": ("/", ["ued", "p"]),
        "click.linksynergy.com": ("/", ["murl"]),
        "disq.us": ("/url", ["url"]),
        "dpbolvw.net": ("/", ["url"]),
        "duckduckgo.com": ("/l/", ["uddg"]),
        "exit.sc": ("/", ["url"]),
        "facebook.com": ("/l.php", ["u"]),
        "getpocket.com": ("/redirect", ["url"]),
        "go.bsky.app": ("/redirect", ["u"]),
        "go.redirectingat.com": ("/", ["url"]),
        "go.skimresources.com": ("/", ["url"]),
        "google.com": ("/url", ["q", "url"]),
        "jdoqocy.com": ("/", ["url"]),
        "kqzyfj.com": ("/", ["url"]),
        "l.facebook.com": ("/l.php", ["u"]),
        "l.instagram.com": ("/", ["u"]),
        "l.messenger.com": ("/l.php", ["u"]),
        "l.threads.com": ("/", ["u"]),
        "l.threads.net": ("/", ["u"]),
        "link.csdn.net": ("/", ["target"]),
        "link.juejin.cn": ("/", ["target"]),
        "link.zhihu.com": ("/", ["target"]),
        "linkedin.com": ("/redir/redirect", ["url"]),
        "lm.facebook.com": ("/l.php", ["u"]),
        "medium.com": ("/r/", ["url"]),
        "news.google.com": ("/news/url", ["url"]),
        "out.reddit.com": ("/", ["url"]),
        "redirect.viglink.com": ("/", ["u"]),
        "rover.ebay.com": ("/", ["mpre"]),
        "safelinks.protection.outlook.com": ("/", ["url"]),
        "slack-redir.net": ("/link", ["url"]),
        "steamcommunity.com": ("/linkfilter", ["url", "u"]),
        "t.umblr.com": ("/redirect", ["z"]),
        "tkqlhce.com": ("/", ["url"]),
        "vk.com": ("/away.php", ["to"]),
        "weibo.cn": ("/sinaurl", ["u"]),
        "youtube.com": ("/redirect", ["q"]),
    ]

    /// Only the web: a redirector is no way to other schemes.
    private static func web(_ target: String) -> String? {
        let bytes = Array(target.utf8)
        // Nothing that the tokenizer would have replaced may come back by way of percent signs.
        guard target.hasPrefix("http://") || target.hasPrefix("https://"),
            target.unicodeScalars.allSatisfy({
                CharacterReference.scalar($0.value) == $0 && $0 > " " && $0 != "\u{7F}" && $0 != "\\"
            }),
            LinkPolicy.address(bytes, for: .link, base: nil) == bytes
        else { return nil }
        return target
    }

    private static func percentDecoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard let code = UInt8(String(rest.prefix(2)) ?? "", radix: 16), rest.count >= 2 else { return nil }
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
