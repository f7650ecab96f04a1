/// Where a feed is at home.
public struct FeedHosts: Sendable {
    /// The host that the feed is fetched from; nil for files and the site's own articles.
    let fetched: String?
    /// Hosts that the feed names as its own: anyone can say so.
    let claimed: [String]

    /// - Parameters:
    ///   - feed: what the feed says of itself.
    ///   - address: where it is fetched from.
    public init(of feed: Feed, at address: String) {
        fetched = CanonicalAddress(address)?.host
        let links = feed.links.filter { $0.rel == "self" || $0.rel == "alternate" }
        claimed = ([feed.link] + links.map(\.href)).compactMap { $0.flatMap(CanonicalAddress.init)?.host }
    }

    func isFetched(fromSiteOf host: String) -> Bool { fetched.map { Self.isOneSite($0, host) } ?? false }

    func claims(siteOf host: String) -> Bool { claimed.contains { Self.isOneSite($0, host) } }

    /// Whether one host lies within the other: `feeds.example.org` and `example.org`.
    private static func isOneSite(_ one: String, _ other: String) -> Bool {
        one == other || one.hasSuffix(".\(other)") || other.hasSuffix(".\(one)")
    }
}
