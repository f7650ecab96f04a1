extension MergeFacets {
    /// - Parameters:
    ///   - entry: normalized, with the id by which its feed's entries are told apart.
    ///   - hosts: of its feed.
    ///   - readsText: false for an entry that is compared with none of another feed: reading its text is most of the work.
    public init(_ entry: Entry, of hosts: FeedHosts, readsText: Bool = true) {
        self.init()
        let pages = Self.pages(of: entry)
        address = pages.first?.hash ?? 0
        alias = pages.dropFirst().first { $0.hash != address }?.hash ?? 0
        let sources = entry.links.lazy.filter { $0.rel == "via" }.compactMap { CanonicalAddress($0.href) }
        via = sources.first { !$0.isHomePage }?.hash ?? 0
        if pages.first?.isHomePage == true { traits.insert(.homePage) }
        readHome(pages, hosts)
        readID(entry.id ?? "", hosts)
        let title = entry.title.map(TextWords.hashes) ?? []
        titleWords = UInt8(clamping: title.count)
        self.title = Self.hash(of: title)
        published = (entry.published ?? entry.created ?? entry.updated)?.seconds ?? 0
        guard readsText else { return }
        let words = Self.text(of: entry).map(TextWords.hashes) ?? []
        self.words = UInt32(clamping: words.count)
        text = Self.hash(of: words)
        signature = TextSignature(words: words)
    }

    /// Best first; the address of a service that stands between a feed and its readers counts only for want of another.
    private static func pages(of entry: Entry) -> [CanonicalAddress] {
        let original = entry.extensions.first { $0.name == "origLink" && $0.namespace?.contains("feedburner") == true }
        let canonical = entry.links.first { $0.rel == "canonical" }
        let permalink = entry.idIsPermalink == false || entry.id == entry.link ? nil : entry.id
        let pages = [canonical?.href, original?.value, entry.link, permalink]
            .compactMap { $0.flatMap(CanonicalAddress.init) }
        let own = pages.filter { !relays.contains($0.host) }
        return own.isEmpty ? pages : own
    }

    private static let relays: Set<String> = [
        "feedproxy.google.com", "feeds.feedburner.com", "feeds.feedblitz.com", "rss.feedsportal.com",
    ]

    /// At home is an entry only if all its addresses are: or else a feed could name another's page as the second one.
    private mutating func readHome(_ pages: [CanonicalAddress], _ hosts: FeedHosts) {
        guard !pages.isEmpty else { return }
        if pages.allSatisfy({ hosts.isFetched(fromSiteOf: $0.host) }) { traits.insert(.homeByAddress) }
        if pages.allSatisfy({ hosts.claims(siteOf: $0.host) }) { traits.insert(.homeByClaim) }
    }

    private mutating func readID(_ id: String, _ hosts: FeedHosts) {
        self.id = StableHash.of(id.utf8)
        let parts = Address(id)
        var authority: Substring?
        switch parts.scheme?.lowercased() {
        case "http", "https": authority = parts.authority
        case "tag":
            // tag:example.org,2026:post (RFC 4151); the authority may be a mail address.
            authority = parts.path.firstIndex(of: ",").map { parts.path[..<$0] }
        case "urn": traits.insert(.globalID)
        default: break
        }
        guard let host = authority.flatMap(CanonicalAddress.host) else { return }
        traits.insert(.globalID)
        if hosts.isFetched(fromSiteOf: host) { traits.insert(.ownsID) }
    }

    /// The longest of the entry's texts: what is the content in one feed is the summary in its copy.
    private static func text(of entry: Entry) -> Text? {
        var texts =
            [entry.summary, entry.media.description].compactMap(\.self) + entry.content.filter { $0.src == nil }
        // Videos say what they are about only here.
        texts += entry.media.contents.compactMap(\.description)
        return texts.max { $0.value.utf8.count < $1.value.utf8.count }
    }

    private static func hash(of words: [UInt64]) -> UInt64 {
        guard !words.isEmpty else { return 0 }
        return max(1, words.reduce(0) { StableHash.mix($0 &+ $1) })
    }
}
