/// The merged feed as Atom (RFC 4287).
///
/// Equal input gives equal bytes: neither clock nor chance nor hash order has a part in it.
struct AtomWriter {
    private let site: PublishedSite
    private var xml = XMLSink()

    static func write(_ river: [RiverEntry], of site: PublishedSite) -> [UInt8] {
        var writer = AtomWriter(site: site)
        writer.feed(river)
        return writer.xml.bytes
    }

    private init(site: PublishedSite) { self.site = site }

    private mutating func feed(_ river: [RiverEntry]) {
        xml.start("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": site.language])
        xml.element("id", site.id)
        xml.element("title", site.title)
        xml.element("subtitle", site.subtitle)
        // Section 4.1.1 demands a date even of a feed that has no entry yet; the epoch is the only one without a clock.
        xml.element("updated", (river.map(\.updated).max() ?? Timestamp(seconds: 0)).rfc3339)
        xml.empty("link", ["rel": "self", "type": "application/atom+xml", "href": selfAddress])
        xml.empty("link", ["rel": "alternate", "type": "text/html", "href": site.link])
        person("author", site.author)
        xml.element("generator", site.generator.name, ["uri": site.generator.uri, "version": site.generator.version])
        xml.element("icon", site.icon)
        xml.element("logo", site.logo)
        xml.element("rights", site.rights)
        for entry in river { self.entry(entry) }
        xml.end()
    }

    private var selfAddress: String {
        Address.resolve("atom.xml", against: site.link.hasSuffix("/") ? site.link : site.link + "/")
    }

    private mutating func entry(_ item: RiverEntry) {
        let entry = item.entry
        xml.start("entry", ["xml:lang": entry.language == site.language ? nil : entry.language])
        xml.element("id", AtomID.published(entry.id ?? "", feed: item.feed?.address ?? site.id))
        text("title", entry.title ?? Text(""))
        xml.element("updated", item.updated.rfc3339)
        // A date in the future was clamped to the moment it was first seen.
        xml.element("published", entry.published.map { min($0, item.updated) }?.rfc3339)
        for person in authors(of: item) { self.person("author", person) }
        for person in entry.contributors { self.person("contributor", person) }
        links(of: entry)
        categories(entry.categories)
        if let summary = entry.summary { text("summary", summary) }
        content(entry)
        if let rights = entry.rights { text("rights", rights) }
        if let feed = item.feed { source(feed) }
        xml.end()
    }

    /// An entry without an author is its feed's (section 4.2.1), and the source says that only to those who look there.
    private func authors(of item: RiverEntry) -> [Person] {
        let own = item.entry.authors.filter { $0.name != nil || $0.email != nil }
        guard own.isEmpty else { return own }
        guard let feed = item.feed else { return [] }
        let inherited = feed.metadata.authors.filter { $0.name != nil || $0.email != nil }
        return inherited.isEmpty ? [Person(name: title(of: feed), uri: feed.metadata.link)] : inherited
    }

    private func title(of feed: FeedRecord) -> String {
        guard let title = feed.metadata.title?.value, !title.isEmpty else { return feed.address }
        return title
    }

    private mutating func links(of entry: Entry) {
        var links = entry.links
        if let page = entry.link, !links.contains(where: { $0.rel == "alternate" && $0.href == page }) {
            links.insert(Link(href: page), at: 0)
        }
        for link in links { self.link(link) }
        if let comments = entry.comments {
            xml.empty("link", ["rel": "replies", "type": "text/html", "href": comments])
        }
    }

    private mutating func link(_ link: Link) {
        xml.empty(
            "link",
            [
                "rel": link.rel, "type": link.type, "hreflang": link.hreflang, "title": link.title,
                "length": link.length.map(String.init), "href": link.href,
            ])
    }

    private mutating func categories(_ categories: [Category]) {
        for category in categories {
            xml.empty("category", ["term": category.term, "scheme": category.scheme, "label": category.label])
        }
    }

    private mutating func content(_ entry: Entry) {
        guard let content = entry.content.first else { return }
        if let src = content.src {
            xml.empty("content", ["type": content.type.name, "src": src])
        } else {
            text("content", content)
        }
    }

    /// Markup is sanitized and goes out escaped, as `html`, whatever it came in as.
    private mutating func text(_ name: String, _ text: Text) {
        let type: String? =
            switch text.type {
            case .text, .media("text/plain"): nil
            case .html, .xhtml, .media("text/html"), .media("application/xhtml+xml"): "html"
            case .media(let type): type
            }
        xml.element(name, text.value, ["type": type])
    }

    private mutating func person(_ name: String, _ person: Person) {
        guard let shown = person.name ?? person.email ?? person.uri else { return }
        xml.start(name)
        xml.element("name", shown)
        xml.element("uri", person.uri)
        xml.element("email", person.email)
        xml.end()
    }

    /// `atom:source` (section 4.2.11): the feed that the entry came from.
    private mutating func source(_ feed: FeedRecord) {
        let metadata = feed.metadata
        xml.start("source")
        let id = metadata.id ?? feed.address
        xml.element("id", AtomID.published(id, feed: feed.address))
        text("title", metadata.title ?? Text(feed.address))
        if let subtitle = metadata.subtitle { text("subtitle", subtitle) }
        xml.element("updated", (metadata.updated ?? metadata.published)?.rfc3339)
        for person in metadata.authors { self.person("author", person) }
        sourceLinks(metadata, address: feed.address)
        categories(metadata.categories)
        xml.element("icon", metadata.icon)
        xml.element("logo", metadata.logo ?? metadata.image.url)
        if let rights = metadata.rights { text("rights", rights) }
        xml.end()
    }

    private mutating func sourceLinks(_ metadata: Feed, address: String) {
        let links = metadata.links
        if !links.contains(where: { $0.rel == "self" }), AtomID.isIRI(address) {
            link(Link(rel: "self", href: address))
        }
        if let page = metadata.link, !links.contains(where: { $0.rel == "alternate" && $0.href == page }) {
            link(Link(href: page))
        }
        for link in links { self.link(link) }
    }
}
