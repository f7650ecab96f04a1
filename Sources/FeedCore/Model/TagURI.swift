/// Ids under the site's own name: `tag:` URIs (RFC 4151), the same on every run and every machine.
///
/// The recipe is a contract: with another one, every article comes out as new in every subscriber's reader.
struct TagURI: Sendable, Equatable {
    /// `tag:HOST,DATE:/PATH/`, with the path of the site's link, so that two sites of one host differ.
    private let prefix: String

    /// - Parameter link: the site's, absolute.
    init(site link: String) {
        let address = Address(link)
        var path = Self.encoded(address.path.isEmpty ? "/" : String(address.path))
        if !path.hasSuffix("/") { path += "/" }
        prefix = "tag:\(Self.authority(address.authority ?? "")),\(Self.date):\(path)"
    }

    /// The merged feed's.
    var feed: String { prefix }

    /// The scheme of the categories that put entries into stories.
    var story: String { prefix + "story" }

    /// An article's, by the path of its file below `seeds/`.
    func article(_ path: String) -> String { prefix + Self.encoded(path) }

    /// RFC 4151 wants a day on which the authority held its name; one for all sites and times keeps ids stable.
    private static let date = "2026"

    /// The host alone, in lower case; the colons and brackets of IPv6 are not for a `tag:` authority.
    private static func authority(_ authority: Substring) -> String {
        var host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
            return host[..<end].dropFirst().lowercased().replacing(":", with: "-")
        }
        if let colon = host.firstIndex(of: ":") { host = host[..<colon] }
        return host.lowercased()
    }

    private static func encoded(_ path: String) -> String {
        PercentEncoding.encoded(path, except: PercentEncoding.path)
    }
}
