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
        // Section 4.1.1: a feed has an author unless all of its entries have one.
        person("author", site.author.shownName == nil ? Person(name: site.title) : site.author)
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
        xml.element("id", AtomID.published(entry.id ?? "", feed: item.feed?.origin ?? site.id))
        textConstruct("title", entry.title ?? Text(""))
        xml.element("updated", item.updated.rfc3339)
        // A date in the future was clamped to the moment it was first seen.
        xml.element("published", entry.published.map { min($0, item.updated) }?.rfc3339)
        for person in authors(of: item) { self.person("author", person) }
        for person in entry.contributors { self.person("contributor", person) }
        links(of: entry)
        categories(entry.categories)
        content(of: entry)
        if let rights = entry.rights { textConstruct("rights", rights) }
        if let feed = item.feed { source(feed) }
        xml.end()
    }

    /// An entry without an author is its feed's (section 4.2.1), and the source says that only to those who look there.
    private func authors(of item: RiverEntry) -> [Person] {
        let own = item.entry.authors.filter { $0.shownName != nil }
        guard own.isEmpty else { return own }
        guard let feed = item.feed else { return [] }
        let inherited = feed.metadata.authors.filter { $0.shownName != nil }
        return inherited.isEmpty ? [Person(name: title(of: feed), uri: feed.metadata.link)] : inherited
    }

    private func title(of feed: FeedRecord) -> String {
        guard let title = feed.metadata.title?.value, !title.isEmpty else { return feed.address }
        return title
    }

    private mutating func links(of entry: Entry) {
        var links = AtomLinks(page: entry.link, entry.links)
        if let comments = entry.comments { links.add(Link(rel: "replies", href: comments, type: "text/html")) }
        for link in links.all { self.link(link) }
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

    /// Section 4.1.1: an entry has content or a page of its own, and content that stands elsewhere has a summary.
    private mutating func content(of entry: Entry) {
        let content = entry.content.first
        if let summary = entry.summary {
            textConstruct("summary", summary)
        } else if content?.src != nil {
            textConstruct("summary", entry.title ?? Text(""))
        }
        guard let content else {
            if !AtomLinks(page: entry.link, entry.links).hasPage { xml.element("content", "") }
            return
        }
        if let src = content.src {
            xml.empty("content", ["type": content.type.name, "src": src])
        } else if case .media(let type) = content.type, type.hasPrefix("text/"), !content.type.isMarkup {
            xml.element("content", content.value, ["type": type])
        } else {
            textConstruct("content", content)
        }
    }

    /// Markup is sanitized and goes out escaped, as `html`, whatever it came in as; the rest is text (section 3.1.1
    /// knows no media types, and 4.1.3.3 wants them as markup or Base64, which is not what is kept of them).
    private mutating func textConstruct(_ name: String, _ text: Text) {
        xml.element(name, text.value, ["type": text.type.isMarkup ? "html" : nil])
    }

    private mutating func person(_ name: String, _ person: Person) {
        guard let shown = person.shownName else { return }
        xml.start(name)
        xml.element("name", shown)
        xml.element("uri", person.uri)
        // Section 3.2.3: something on both sides of an "@".
        xml.element("email", person.email.flatMap { $0.dropFirst().dropLast().contains("@") ? $0 : nil })
        xml.end()
    }

    /// `atom:source` (section 4.2.11): the feed that the entry came from.
    private mutating func source(_ feed: FeedRecord) {
        let metadata = feed.metadata
        xml.start("source")
        let id = metadata.id ?? feed.origin
        xml.element("id", AtomID.published(id, feed: feed.origin))
        textConstruct("title", metadata.title ?? Text(feed.address))
        if let subtitle = metadata.subtitle { textConstruct("subtitle", subtitle) }
        xml.element("updated", (metadata.updated ?? metadata.published)?.rfc3339)
        for person in metadata.authors { self.person("author", person) }
        sourceLinks(metadata, address: feed.address)
        categories(metadata.categories)
        xml.element("icon", metadata.icon)
        xml.element("logo", metadata.logo ?? metadata.image.url)
        if let rights = metadata.rights { textConstruct("rights", rights) }
        xml.end()
    }

    private mutating func sourceLinks(_ metadata: Feed, address: String) {
        var links = AtomLinks(page: metadata.link, metadata.links)
        if !metadata.links.contains(where: { $0.rel == "self" }), AtomID.isIRI(address) {
            links.add(Link(rel: "self", href: address))
        }
        for link in links.all { self.link(link) }
    }
}

extension Person {
    /// What stands in for a name that is missing or empty.
    fileprivate var shownName: String? {
        [name, email, uri].compactMap(\.self).first { !$0.isEmpty }
    }
}
