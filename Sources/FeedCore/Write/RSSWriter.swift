/// A document as RSS 2.0 (https://www.rssboard.org/rss-specification), in the profile that readers agree on
/// (https://www.rssboard.org/rss-profile).
struct RSSWriter {
    private let document: RiverDocument
    private var extensions: EntryExtensions
    /// What is being written: the items first, since the root declares the namespaces that are met in them.
    private var xml = XMLSink(depth: 2)

    static func write(_ document: RiverDocument) -> [UInt8] {
        var writer = RSSWriter(document: document)
        for entry in document.entries { writer.item(entry) }
        let items = writer.xml
        writer.xml = XMLSink()
        writer.channel(items)
        return writer.xml.bytes
    }

    private init(document: RiverDocument) {
        self.document = document
        extensions = EntryExtensions(of: document.entries, reserved: Self.namespaces)
    }

    private static let namespaces: [(prefix: String, namespace: String)] = [
        ("atom", "http://www.w3.org/2005/Atom"), ("content", "http://purl.org/rss/1.0/modules/content/"),
        ("dc", "http://purl.org/dc/elements/1.1/"), ("media", "http://search.yahoo.com/mrss/"),
    ]

    private var site: PublishedSite { document.site }

    private mutating func channel(_ items: XMLSink) {
        xml.start("rss", ["version": "2.0"])
        for (prefix, namespace) in extensions.declarations { xml.attribute("xmlns:\(prefix)", namespace) }
        xml.start("channel")
        xml.element("title", document.title)
        xml.element("link", document.page)
        xml.element("description", document.subtitle ?? document.title)
        xml.link("atom:link", Link(rel: "self", href: document.address(of: .rss), type: PublishFormat.rss.mediaType))
        if let hub = document.hub { xml.link("atom:link", Link(rel: "hub", href: hub)) }
        xml.element("language", site.language)
        xml.element("copyright", site.rights)
        if let email = site.author.email {
            xml.element("managingEditor", site.author.name.map { "\(email) (\($0))" } ?? email)
        }
        xml.element("lastBuildDate", document.updated.rfc822)
        xml.element(
            "generator",
            [site.generator.name, site.generator.version].compactMap(\.self).joined(separator: "/").nonBlank)
        xml.element("docs", "https://www.rssboard.org/rss-specification")
        if let logo = site.logo ?? site.icon {
            xml.start("image")
            xml.element("url", logo)
            xml.element("title", document.title)
            xml.element("link", document.page)
            xml.end()
        }
        xml.append(items)
        xml.end()
        xml.end()
    }

    private mutating func item(_ item: RiverEntry) {
        let entry = item.entry
        let links = item.links.all
        let page = links.first { $0.rel == "alternate" }?.href
        xml.start("item")
        xml.element("title", item.plainTitle)
        xml.element("link", Self.url(page))
        texts(of: item)
        for author in item.authors { xml.element("dc:creator", author.shownName) }
        for person in entry.contributors { xml.element("dc:contributor", person.shownName) }
        for category in entry.categories where !category.shown.trimmed.isEmpty {
            xml.element("category", category.shown, ["domain": category.scheme])
        }
        xml.element("comments", Self.url(entry.comments))
        enclosures(of: item)
        // Whether it can be opened, as its feed says; an id that is no address never can.
        let id = item.publishedID(on: site)
        let isPage = id == page && id.hasPrefix("http") && entry.idIsPermalink != false && Self.url(id) == id
        xml.element("guid", id, ["isPermaLink": isPage ? "true" : "false"])
        xml.element("pubDate", (item.published ?? item.sortKey).rfc822)
        // RSS has no word for it, and readers compare it.
        if item.updated != item.published { xml.element("atom:updated", item.updated.rfc3339) }
        if let feed = item.feed, let address = Self.url(feed.selfAddress) {
            xml.element("source", feed.title, ["url": address])
        }
        xml.element(
            "dc:language", entry.language == site.language ? nil : ValueSyntax.language.accepted(entry.language))
        xml.element("dc:rights", entry.rights?.plain)
        for link in links where !["alternate", "enclosure", "self"].contains(link.rel) { xml.link("atom:link", link) }
        extensions.write(entry, to: &xml)
        xml.end()
    }

    /// The description is the summary where there is one; most readers show `content:encoded` instead where both are.
    /// An item without a title has to have a description.
    private mutating func texts(of item: RiverEntry) {
        let content = item.content?.html
        let summary = item.entry.summary?.html
        if summary == nil, item.plainTitle == nil {
            return xml.element("description", content ?? "")
        }
        // Before `content:encoded` there has to be one, or readers take that for a summary.
        xml.element("description", summary ?? "")
        xml.element("content:encoded", content)
    }

    /// RSS is older than IRIs: beyond ASCII, an address is percent-encoded (RFC 3987, section 3.1).
    private static func url(_ text: String?) -> String? {
        guard let address = Address.whole(text) else { return nil }
        return address.utf8.allSatisfy { $0 < 0x80 } ? address : PercentEncoding.encoded(address, except: ascii)
    }

    private static let ascii = Set<UInt8>(0..<0x80)

    /// Readers know one enclosure of an item; Media RSS takes the others, unless the item has them there already. The
    /// length is required, and 0 where nobody said it.
    private mutating func enclosures(of item: RiverEntry) {
        let enclosures = item.enclosures.filter { Address.isIRI($0.href) }
        if let first = enclosures.first {
            xml.empty(
                "enclosure",
                [
                    "url": Self.url(first.href), "length": String(max(0, first.length ?? 0)),
                    "type": ValueSyntax.mediaType.accepted(first.type) ?? MediaGuess.of(first.href),
                ])
        }
        let media = Set(item.entry.media.contents.compactMap(\.url))
        for link in enclosures.dropFirst() where !media.contains(link.href) {
            xml.empty(
                "media:content",
                [
                    "url": link.href, "fileSize": XMLSink.amount(link.length),
                    "type": ValueSyntax.mediaType.accepted(link.type) ?? MediaGuess.of(link.href),
                ])
        }
    }
}
