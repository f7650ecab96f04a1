import Foundation

/// A feed that a platform's page does not declare but has somewhere in its markup or scripts.
struct PageRule: Sendable {
    /// Its end; the hosts below it count as well.
    let host: String
    /// What stands before the value, which ends at a quotation mark.
    let marker: String
    /// The feed's address, with `{}` for the value.
    let feed: String

    static let known: [PageRule] = [
        // A handle (`/@name`) says nothing of the channel's id; only its page does.
        PageRule(
            host: "youtube.com", marker: #""externalId":""#,
            feed: "https://www.youtube.com/feeds/videos.xml?channel_id={}"),
        PageRule(
            host: "youtube.com", marker: #"<link rel="canonical" href="https://www.youtube.com/channel/"#,
            feed: "https://www.youtube.com/feeds/videos.xml?channel_id={}"),
        PageRule(
            host: "youtube.com", marker: #""channelId":""#,
            feed: "https://www.youtube.com/feeds/videos.xml?channel_id={}"),
        PageRule(host: "podcasts.apple.com", marker: #""feedUrl":""#, feed: "{}"),
        PageRule(
            host: "soundcloud.com", marker: #"content="soundcloud://users:"#,
            feed: "https://feeds.soundcloud.com/users/soundcloud:users:{}/sounds.rss"),
    ]

    /// - Parameter address: where the page was retrieved in the end.
    func feed(in page: [UInt8], at address: String) -> String? {
        guard let authority = Address(address).authority?.lowercased(),
            authority == host || authority.hasSuffix(".\(host)")
        else { return nil }
        let data = Data(page)
        guard let found = data.range(of: Data(marker.utf8)) else { return nil }
        let value = page[found.upperBound...].prefix(Self.maxBytes).prefix { $0 != UInt8(ascii: "\"") }
        let text = Self.unescaped(String(decoding: value, as: UTF8.self))
        guard !text.isEmpty, !text.contains(where: \.isWhitespace) else { return nil }
        let address = feed.replacing("{}", with: text)
        return ["http", "https"].contains(Address(address).scheme?.lowercased()) ? address : nil
    }

    /// As scripts and markup write an address.
    private static func unescaped(_ text: String) -> String {
        MarkupScanner.decoded(
            text.replacing(#"\/"#, with: "/").replacing(#"\u0026"#, with: "&").replacing(#"\u002F"#, with: "/"))
    }

    private static let maxBytes = 2_048
}
