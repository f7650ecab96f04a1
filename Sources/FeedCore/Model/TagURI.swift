/// Ids under the site's own name: `tag:` URIs (RFC 4151), the same on every run and every machine.
///
/// The recipe is a contract: with another one, every article comes out as new in every subscriber's reader.
struct TagURI: Sendable, Equatable {
    /// `tag:HOST,DATE:/PATH/`, with the path of the site's link, so that two sites of one host differ.
    private let prefix: String

    /// - Parameter link: the site's, absolute.
    init(site link: String) {
        let address = Address(link)
        var path = Self.escaped(address.path.isEmpty ? "/" : String(address.path))
        if !path.hasSuffix("/") { path += "/" }
        prefix = "tag:\(Self.authority(address.authority ?? "")),\(Self.date):\(path)"
    }

    /// The merged feed's.
    var feed: String { prefix }

    /// An article's, by the path of its file below `seeds/`.
    func article(_ path: String) -> String { prefix + Self.escaped(path) }

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

    /// Percent-encodes what a `tag:` URI's specific part has no place for.
    private static func escaped(_ path: String) -> String {
        var text: [UInt8] = []
        for byte in path.utf8 {
            if isPathCharacter(byte) {
                text.append(byte)
            } else {
                text += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// `pchar` of RFC 3986 and the slash.
    private static func isPathCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: punctuation.contains(byte)
        }
    }

    private static let punctuation = Array("-._~!$&'()*+,;=:@/".utf8)
    private static let hex = Array("0123456789ABCDEF".utf8)
}
