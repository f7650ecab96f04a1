import Foundation

/// Follows new feeds: `feedtool add`.
public struct Subscribing: Sendable {
    private let site: Site
    private let finder: FeedFinder
    private let followed: Set<String>

    public init(_ site: Site, program: Generator) {
        self.site = site
        let secrets = SecretsIndex(of: site)
        finder = FeedFinder(fetcher: Fetcher(site, program: program), authorize: { secrets.complete(&$0) })
        followed = Set(site.subscriptions.map(\.key))
    }

    /// What a person means by an address: `example.org`, `@name@social.example`, `feed:…`, a file beside the list.
    public func address(of text: String) -> String {
        let text = String(text.stripped)
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        if parts.count == 3, parts[0].isEmpty, !parts[1].isEmpty, !text.contains("/") {
            return "https://\(parts[2])/@\(parts[1])"
        }
        let address = Subscription(position: 0, url: text).address
        let scheme = Address(address).scheme
        // `example.org:8080/` has no scheme, but looks as if it had.
        if let scheme, !scheme.contains("."), !(scheme == "localhost") { return address }
        if scheme == nil, isFile(address) { return address }
        return address.hasPrefix("//") ? "https:\(address)" : "https://\(address)"
    }

    public func isFollowed(_ address: String) -> Bool { followed.contains(Subscription(position: 0, url: address).key) }

    /// The feeds of an address, each fetched and parsed, the best first.
    public func feeds(of address: String, isPrivate: Bool) async throws(DiscoveryError) -> [FoundFeed] {
        try await finder.find(address, isPrivate: isPrivate)
    }

    /// Writes feeds into the list. The next refresh fetches them.
    public func follow(_ feeds: [FoundFeed], folder: String?, isPrivate: Bool) throws(RefreshError) {
        try SubscriptionFile.edit(of: site) { editor throws(SiteError) in
            for feed in feeds {
                let subscription = Subscription(
                    position: 0, url: feed.address, title: feed.title, htmlURL: feed.page, isPrivate: isPrivate)
                try editor.add(subscription, folder: folder)
            }
        }
    }

    private func isFile(_ address: String) -> Bool {
        let place = site.feedsDirectory.appending(path: address).path(percentEncoded: false)
        return FileManager.default.fileExists(atPath: place)
    }
}
