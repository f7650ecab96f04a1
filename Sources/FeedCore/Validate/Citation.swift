/// The passage of a specification that a finding is about.
public struct Citation: Sendable, Equatable, Encodable {
    /// Such as `RFC 4287 §4.2.6`.
    public let text: String
    public let url: String
}

/// A document that says how feeds are written.
struct Specification: Sendable {
    let name: String
    let address: String
    /// The fragment of a section's address; nil where sections have none.
    var fragment: @Sendable (String) -> String? = { _ in nil }

    /// - Parameter section: its number, or the word that stands for it; empty for the whole document.
    func citation(_ section: String) -> Citation {
        guard let first = section.first else { return Citation(text: name, url: address) }
        return Citation(
            text: first.isNumber ? "\(name) §\(section)" : "\(name), \(section)",
            url: address + (fragment(section).map { "#" + $0 } ?? ""))
    }
}

extension Specification {
    static let atom = rfc(4287)
    static let threading = rfc(4685)
    static let history = rfc(5005)
    static let tombstones = rfc(6721)
    static let xmlMediaTypes = rfc(7303)
    static let json = rfc(8259)
    static let xml = w3c("XML 1.0", "https://www.w3.org/TR/xml/")
    static let namespaces = w3c("Namespaces in XML 1.0", "https://www.w3.org/TR/xml-names/")

    static let rss = Specification(name: "RSS 2.0", address: "https://www.rssboard.org/rss-specification") { section in
        switch section {
        case "channel": "requiredChannelElements"
        case "item": "hrelementsOfLtitemgt"
        case "image", "cloud", "ttl", "textInput": "lt\(section.lowercased())gtSubelementOfLtchannelgt"
        case "source", "enclosure", "category", "pubDate", "guid", "comments", "author":
            "lt\(section.lowercased())gtSubelementOfLtitemgt"
        case "namespaces": "extendingRss"
        default: "optionalChannelElements"
        }
    }
    static let rssProfile = Specification(
        name: "RSS Best Practices Profile", address: "https://www.rssboard.org/rss-profile", fragment: { $0 })
    static let oldRSS = Specification(name: "RSS 0.91", address: "https://www.rssboard.org/rss-0-9-1-netscape")
    static let rdf = Specification(name: "RSS 1.0", address: "https://web.resource.org/rss/1.0/spec") { "s" + $0 }
    static let jsonFeed = Specification(name: "JSON Feed 1.1", address: "https://www.jsonfeed.org/version/1.1/")
    static let opml = Specification(name: "OPML 2.0", address: "http://opml.org/spec2.opml")

    static let dublinCore = Specification(name: "Dublin Core", address: "https://www.dublincore.org/documents/dces/")
    static let content = Specification(
        name: "RSS content module", address: "https://web.resource.org/rss/1.0/modules/content/")
    static let syndication = Specification(
        name: "RSS syndication module", address: "https://web.resource.org/rss/1.0/modules/syndication/")
    static let slash = Specification(
        name: "RSS slash module", address: "https://web.resource.org/rss/1.0/modules/slash/")
    static let commentAPI = Specification(name: "CommentAPI", address: "http://wellformedweb.org/CommentAPI/")
    static let iTunes = Specification(
        name: "Apple Podcasts", address: "https://help.apple.com/itc/podcasts_connect/#/itcb54353390")
    static let podcasting = Specification(
        name: "Podcasting 2.0", address: "https://github.com/Podcastindex-org/podcast-namespace")
    static let media = Specification(name: "Media RSS 1.5.1", address: "https://www.rssboard.org/media-rss") {
        $0.hasPrefix("media:") ? "media-" + $0.dropFirst(6).lowercased() : nil
    }
    static let geoRSS = Specification(name: "GeoRSS", address: "https://docs.ogc.org/cs/17-002r1/17-002r1.html")

    static func rfc(_ number: Int) -> Specification {
        Specification(name: "RFC \(number)", address: "https://www.rfc-editor.org/rfc/rfc\(number)") { "section-" + $0 }
    }

    private static func w3c(_ name: String, _ address: String) -> Specification {
        Specification(name: name, address: address)
    }
}
