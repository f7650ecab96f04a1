/// Who the site follows, as OPML 2.0 (http://opml.org/spec2.opml, "Subscription lists"): the blogroll that any reader can
/// take over.
enum OPMLWriter {
    /// - Parameters:
    ///   - listings: in the order of the subscriptions; those that others cannot fetch are left out.
    ///   - health: whether to say of each feed how it is.
    static func write(_ listings: [FeedListing], of site: PublishedSite, health: Bool = false) -> [UInt8] {
        var xml = XMLSink()
        xml.start("opml", ["version": "2.0", "xmlns:feedtool": health ? namespace : nil])
        xml.start("head")
        xml.element("title", site.title)
        xml.element("ownerName", site.author.name)
        xml.element("ownerEmail", site.author.email)
        xml.element("ownerId", site.author.uri)
        xml.end()
        xml.start("body")
        for folder in folders(listings.filter(\.isPublic)) { write(folder, health: health, to: &xml) }
        xml.end()
        xml.end()
        return xml.bytes
    }

    /// Of the attributes that tell a feed's health.
    private static let namespace = "tag:feedtool,2026:opml"
}

extension OPMLWriter {
    /// A folder, or what stands outside all folders where the path is empty.
    private struct Folder {
        let path: [Substring]
        let listings: [FeedListing]
    }

    /// In the order in which they are first met. A feed in several folders stands in its first one and names the others.
    private static func folders(_ listings: [FeedListing]) -> [Folder] {
        var order: [String] = []
        var contents: [String: [FeedListing]] = [:]
        for listing in listings {
            let path = listing.subscription.categories.first ?? ""
            if contents[path] == nil { order.append(path) }
            contents[path, default: []].append(listing)
        }
        return order.map { Folder(path: $0.split(separator: "/"), listings: contents[$0] ?? []) }
    }

    private static func write(_ folder: Folder, health: Bool, to xml: inout XMLSink) {
        for name in folder.path { xml.start("outline", ["text": String(name), "title": String(name)]) }
        for listing in folder.listings { write(listing, health: health, to: &xml) }
        for _ in folder.path { xml.end() }
    }

    private static func write(_ listing: FeedListing, health: Bool, to xml: inout XMLSink) {
        let title = listing.title
        let categories = listing.subscription.categories
        xml.start(
            "outline",
            [
                "type": "rss", "text": title, "title": title,
                "description": listing.feed?.metadata.subtitle?.plain,
                "xmlUrl": listing.publicAddress,
                "htmlUrl": Address.whole(listing.feed?.metadata.link ?? listing.subscription.htmlURL),
                "language": listing.subscription.language ?? listing.feed?.metadata.language,
                "category": categories.count > 1 ? categories.joined(separator: ",") : nil,
            ])
        if health, let feed = listing.feed {
            xml.attribute("feedtool:failures", String(feed.failures))
            if let error = feed.error { xml.attribute("feedtool:error", error) }
            if let time = feed.succeededAt { xml.attribute("feedtool:succeeded", time.rfc3339) }
            if let time = listing.lastPost { xml.attribute("feedtool:lastPost", time.rfc3339) }
        }
        xml.end()
    }
}
