extension MergeFacets {
    /// - Parameters:
    ///   - entry: normalized, with the id by which its feed's entries are told apart.
    ///   - feed: what the feed says of itself.
    ///   - feedAddress: where the feed was fetched from; for the site's own articles anything without a host.
    public init(_ entry: Entry, of feed: Feed, at feedAddress: String) {
        self.init()
        let pages = Self.pages(of: entry)
        address = pages.first?.hash ?? 0
        alias = pages.dropFirst().first { $0.hash != address }?.hash ?? 0
        let sources = entry.links.lazy.filter { $0.rel == "via" }.compactMap { CanonicalAddress($0.href) }
        via = sources.first { !$0.isHomePage }?.hash ?? 0
        if pages.first?.isHomePage == true { traits.insert(.homePage) }
        readHosts(of: pages, feed, feedAddress)
        readID(entry.id ?? "", feedAddress)
        let title = TextWords.hashes(of: Self.plain(entry.title))
        titleWords = UInt8(clamping: title.count)
        self.title = Self.hash(of: title)
        published = (entry.published ?? entry.created ?? entry.updated)?.seconds ?? 0
        let words = TextWords.hashes(of: Self.text(of: entry))
        self.words = UInt32(clamping: words.count)
        text = Self.hash(of: words)
        signature = TextSignature(words: words)
    }

    /// Best first; the address of a service that stands between a feed and its readers counts only for want of another.
    private static func pages(of entry: Entry) -> [CanonicalAddress] {
        let original = entry.extensions.first { $0.name == "origLink" && $0.namespace?.contains("feedburner") == true }
        let canonical = entry.links.first { $0.rel == "canonical" }
        let permalink = entry.idIsPermalink == false ? nil : entry.id
        let pages = [canonical?.href, original?.value, entry.link, permalink]
            .compactMap { $0.flatMap(CanonicalAddress.init) }
        let own = pages.filter { !relays.contains($0.host) }
        return own.isEmpty ? pages : own
    }

    private static let relays: Set<String> = [
        "feedproxy.google.com", "feeds.feedburner.com", "feeds.feedblitz.com", "rss.feedsportal.com",
    ]

    /// At home is an entry only if all its addresses are: or else a feed could name another's page as the second one.
    private mutating func readHosts(of pages: [CanonicalAddress], _ feed: Feed, _ feedAddress: String) {
        guard !pages.isEmpty else { return }
        func isHome(_ hosts: [String]) -> Bool {
            pages.allSatisfy { page in hosts.contains { Self.isOneSite($0, page.host) } }
        }
        func hosts(_ addresses: [String?]) -> [String] {
            addresses.compactMap { $0.flatMap(CanonicalAddress.init)?.host }
        }
        if isHome(hosts([feedAddress])) { traits.insert(.homeByAddress) }
        let claims = [feed.link] + feed.links.filter { $0.rel == "self" || $0.rel == "alternate" }.map(\.href)
        if isHome(hosts(claims)) { traits.insert(.homeByClaim) }
    }

    private mutating func readID(_ id: String, _ feedAddress: String) {
        self.id = StableHash.of(id.utf8)
        let parts = Address(id)
        switch parts.scheme?.lowercased() {
        case "http", "https":
            guard let host = parts.authority.flatMap(CanonicalAddress.host) else { return }
            traits.insert(.globalID)
            claim(host, feedAddress)
        case "tag":
            // tag:example.org,2026:post (RFC 4151); the authority may be a mail address.
            let authority = parts.path.prefix { $0 != "," }
            guard authority.utf8.count < parts.path.utf8.count, let host = CanonicalAddress.host(authority) else {
                return
            }
            traits.insert(.globalID)
            claim(host, feedAddress)
        case "urn": traits.insert(.globalID)
        default: break
        }
    }

    private mutating func claim(_ host: String, _ feedAddress: String) {
        if let own = CanonicalAddress(feedAddress)?.host, Self.isOneSite(own, host) { traits.insert(.ownsID) }
    }

    /// Whether one host lies within the other: `feeds.example.org` and `example.org`.
    static func isOneSite(_ one: String, _ other: String) -> Bool {
        one == other || one.hasSuffix(".\(other)") || other.hasSuffix(".\(one)")
    }

    /// The longest of the entry's texts: what is the content in one feed is the summary in its copy.
    private static func text(of entry: Entry) -> String {
        let texts = [entry.summary].compactMap(\.self) + entry.content.filter { $0.src == nil }
        return plain(texts.max { $0.value.utf8.count < $1.value.utf8.count })
    }

    private static func plain(_ text: Text?) -> String {
        guard let text else { return "" }
        return text.type.isMarkup ? PlainText.render(text.value) : text.value
    }

    private static func hash(of words: [UInt64]) -> UInt64 {
        guard !words.isEmpty else { return 0 }
        return max(1, words.reduce(0) { StableHash.mix($0 &+ $1) })
    }
}
