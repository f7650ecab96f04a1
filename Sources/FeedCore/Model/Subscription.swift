/// A feed that the site follows: one `outline` with an `xmlUrl` (OPML 2.0, "Subscription lists").
public struct Subscription: Sendable, Equatable {
    /// From 0, in document order.
    public var position: Int
    /// `xmlUrl` as written, but for a name and password in it.
    public var url: String
    /// That name and password, percent-encoded (`NAME:PASSWORD`): apart, so that what is printed, stored or published of
    /// the address never has them.
    public var userInfo: String?
    /// What to fetch: an absolute address, or a path relative to the directory of the list for a feed kept there.
    public var address: String
    public var title: String?
    public var htmlURL: String?
    /// Folder paths such as `Science/Weather`, from the enclosing outlines and the `category` attribute.
    public var categories: [String]
    /// BCP 47, as the list says.
    public var language: String?
    /// `private="true"`: this feed may lie in a private network.
    public var isPrivate: Bool
    /// `trackers="keep"` or `trackers="strip"`, feedtool's own attribute; nil for what the site says.
    public var trackers: TrackerPolicy?
    /// `rules="NAME NAME"`, feedtool's own attribute: rules of the site that are for those who name them alone.
    public var rules: [String] = []

    public init(
        position: Int, url: String, title: String? = nil, htmlURL: String? = nil, categories: [String] = [],
        language: String? = nil, isPrivate: Bool = false, trackers: TrackerPolicy? = nil
    ) {
        self.position = position
        self.url = url
        self.title = title
        self.htmlURL = htmlURL
        self.categories = categories
        self.language = language
        self.isPrivate = isPrivate
        self.trackers = trackers
        address = Self.address(of: url)
        var parts = Address(address)
        if let userInfo = parts.takeUserInfo() {
            self.userInfo = userInfo
            address = parts.text
            self.url = address
        }
    }
}

extension Subscription {
    /// Whether the feed is a file of the site.
    public var isFile: Bool { Address(address).scheme == nil }

    /// What two spellings of one address have in common: scheme and host have no letter case, a fragment is not sent.
    var key: String {
        var address = Address(address)
        let (scheme, authority) = (address.scheme?.lowercased(), address.authority?.lowercased())
        address.scheme = scheme.map { Substring($0) }
        address.authority = authority.map { Substring($0) }
        address.fragment = nil
        if authority != nil, address.path.isEmpty { address.path = "/" }
        return address.text
    }

    /// Without the `feed:` that browsers once put before or in place of the scheme, and without `./` and `../` in the
    /// path of a file.
    private static func address(of url: String) -> String {
        let parts = Address(url)
        if parts.scheme?.lowercased() == "feed" {
            let rest = url.dropFirst("feed:".count)
            return rest.hasPrefix("//") ? "http:\(rest)" : String(rest)
        }
        guard parts.scheme == nil, parts.authority == nil, !url.hasPrefix("/") else { return url }
        var kept: [Substring] = []
        for segment in url.split(separator: "/") where segment != "." {
            if segment == "..", let last = kept.last, last != ".." { kept.removeLast() } else { kept.append(segment) }
        }
        return kept.joined(separator: "/")
    }
}
