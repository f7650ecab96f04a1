/// The merged feed as Atom (RFC 4287).
///
/// Equal input gives equal bytes: neither clock nor chance nor hash order has a part in it.
struct AtomWriter {
    private let document: RiverDocument
    private var extensions: EntryExtensions
    /// What is being written: the entries first, since the root declares the namespaces that are met in them.
    private var xml = XMLSink(depth: 1)
    /// In force where the writer is (`xml:lang`).
    private var language: String?
    /// Most entries of a document come from a few feeds.
    private var sources: [SourceKey: Source] = [:]

    private struct SourceKey: Hashable {
        let address: String
        /// In force around the source.
        let language: String?
    }

    /// A feed's `atom:source`.
    private struct Source {
        /// Its language, where that is not in force anyway.
        let tag: String?
        /// Before and behind its date.
        let beginning: XMLSink
        let rest: XMLSink
        let updated: Timestamp?
    }

    static func write(_ document: RiverDocument) -> [UInt8] {
        var writer = AtomWriter(document: document)
        for entry in document.entries { writer.entry(entry) }
        let entries = writer.xml
        writer.xml = XMLSink()
        writer.feed(entries)
        return writer.xml.bytes
    }

    private init(document: RiverDocument) {
        self.document = document
        extensions = EntryExtensions(
            of: document.entries,
            reserved: [("atom", "http://www.w3.org/2005/Atom"), ("fh", "http://purl.org/syndication/history/1.0")])
    }

    private var site: PublishedSite { document.site }

    private mutating func feed(_ entries: XMLSink) {
        xml.start("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": site.language])
        for (prefix, namespace) in extensions.declarations where prefix != "atom" {
            xml.attribute("xmlns:\(prefix)", namespace)
        }
        xml.element("id", document.id)
        xml.element("title", document.title)
        xml.element("subtitle", document.subtitle)
        xml.element("updated", document.updated.rfc3339)
        place()
        xml.empty("link", ["rel": "alternate", "type": "text/html", "href": document.page])
        if let hub = document.hub { xml.empty("link", ["rel": "hub", "href": hub]) }
        // Section 4.1.1: a feed has an author unless all of its entries have one.
        person("author", site.author.shownName == nil ? Person(name: site.title) : site.author)
        xml.element("generator", site.generator.name, ["uri": site.generator.uri, "version": site.generator.version])
        xml.element("icon", site.icon)
        xml.element("logo", site.logo)
        xml.element("rights", site.rights)
        xml.append(entries)
        xml.end()
    }

    /// Where this document stands among those of RFC 5005.
    private mutating func place() {
        let current = document.address(of: .atom)
        switch document.place {
        case .current(let previousArchive, let isComplete):
            feedLink("self", current)
            if let previousArchive { feedLink("prev-archive", archive(previousArchive)) }
            if isComplete { xml.empty("fh:complete", [:]) }
        case .archive(let name, let previous, let next):
            feedLink("self", archive(name))
            feedLink("current", current)
            if let previous { feedLink("prev-archive", archive(previous)) }
            if let next { feedLink("next-archive", archive(next)) }
            xml.empty("fh:archive", [:])
        }
    }

    private func archive(_ name: String) -> String { site.address(of: name + ".xml") }

    private mutating func feedLink(_ rel: String, _ address: String) {
        xml.empty("link", ["rel": rel, "type": PublishFormat.atom.mediaType, "href": address])
    }

    private mutating func entry(_ item: RiverEntry) {
        let entry = item.entry
        xml.start(
            "entry", ["xml:lang": entry.language == site.language ? nil : ValueSyntax.language.accepted(entry.language)]
        )
        language = entry.language ?? site.language
        xml.element("id", item.publishedID(on: site))
        textConstruct("title", entry.title ?? Text(""))
        xml.element("updated", item.updated.rfc3339)
        xml.element("published", item.published?.rfc3339)
        for person in item.authors { self.person("author", person) }
        for person in entry.contributors { self.person("contributor", person) }
        let links = item.links
        for link in links.all { xml.link("link", link) }
        categories(entry.categories)
        content(of: entry, hasPage: links.hasPage)
        if let rights = entry.rights { textConstruct("rights", rights) }
        if let feed = item.feed { source(feed, of: item) }
        extensions.write(entry, to: &xml)
        xml.end()
    }

    private mutating func categories(_ categories: [Category]) {
        for category in categories {
            xml.empty(
                "category", ["term": category.term, "scheme": Address.whole(category.scheme), "label": category.label])
        }
    }

    /// Section 4.1.1: an entry has content or a page of its own, and content that stands elsewhere has a summary.
    private mutating func content(of entry: Entry, hasPage: Bool) {
        // The address of content that stands elsewhere may be none.
        let content = entry.content.first { $0.src == nil || Address.whole($0.src) != nil }
        if let summary = entry.summary, !summary.value.isEmpty {
            textConstruct("summary", summary)
        } else if content?.src != nil {
            textConstruct("summary", entry.title ?? Text(""))
        }
        guard let content else {
            if !hasPage { xml.element("content", "") }
            return
        }
        if let src = Address.whole(content.src) {
            xml.empty(
                "content",
                [
                    "type": ValueSyntax.mediaType.accepted(content.type.name), "src": src,
                    "xml:lang": tag(of: content),
                ])
        } else if case .media(let type) = content.type, type.hasPrefix("text/"),
            ValueSyntax.mediaType.accepted(type) != nil,
            !content.type.isMarkup
        {
            xml.element("content", content.value, ["type": type, "xml:lang": tag(of: content)])
        } else {
            textConstruct("content", content)
        }
    }

    /// Markup is sanitized and goes out escaped, as `html`, whatever it came in as; the rest is text (section 3.1.1
    /// knows no media types, and 4.1.3.3 wants them as markup or Base64, which is not what is kept of them).
    ///
    /// A text that shows markup rather than being some ("the &lt;b&gt; of HTML") goes out as HTML too: as text, it would
    /// be taken for markup whose type was forgotten.
    private mutating func textConstruct(_ name: String, _ text: Text) {
        let isHTML = text.type.isMarkup || LooksLikeHTML.check(text.value)
        xml.element(
            name, isHTML ? text.html : text.value,
            [
                "type": isHTML ? "html" : nil,
                "xml:lang": tag(of: text),
            ])
    }

    /// Its language, where that is not in force anyway.
    private func tag(of text: Text) -> String? {
        text.language == language ? nil : ValueSyntax.language.accepted(text.language)
    }

    private mutating func person(_ name: String, _ person: Person) {
        guard let shown = person.shownName else { return }
        xml.start(name)
        xml.element("name", shown)
        xml.element("uri", Address.whole(person.uri))
        xml.element("email", ValueSyntax.email.accepted(person.email))
        xml.end()
    }

    /// `atom:source` (section 4.2.11): the feed that the entry came from.
    private mutating func source(_ feed: FeedRecord, of item: RiverEntry) {
        let key = SourceKey(address: feed.address, language: language)
        xml.start("source")
        let source: Source
        if let known = sources[key] {
            source = known
        } else {
            source = parts(of: feed)
            sources[key] = source
        }
        if let tag = source.tag { xml.attribute("xml:lang", tag) }
        xml.append(source.beginning)
        // Most RSS feeds do not say when they changed; it was not before their entry did.
        xml.element("updated", (source.updated ?? item.updated).rfc3339)
        xml.append(source.rest)
        xml.end()
    }

    private mutating func parts(of feed: FeedRecord) -> Source {
        let metadata = feed.metadata
        let outer = language
        language = metadata.language ?? outer
        defer { language = outer }
        return Source(
            tag: metadata.language == outer ? nil : ValueSyntax.language.accepted(metadata.language),
            beginning: written { $0.beginning(of: metadata, feed) }, rest: written { $0.rest(of: metadata, feed) },
            updated: metadata.updated ?? metadata.published)
    }

    /// Writes something apart that will stand where the writer is.
    private mutating func written(_ write: (inout AtomWriter) -> Void) -> XMLSink {
        let outer = xml
        xml = XMLSink(inside: outer)
        defer { xml = outer }
        write(&self)
        return xml
    }

    private mutating func beginning(of metadata: Feed, _ feed: FeedRecord) {
        xml.element("id", AtomID.published(metadata.id ?? feed.origin, feed: feed.origin))
        textConstruct("title", metadata.title ?? Text(feed.address))
        if let subtitle = metadata.subtitle, !subtitle.value.isEmpty { textConstruct("subtitle", subtitle) }
    }

    private mutating func rest(of metadata: Feed, _ feed: FeedRecord) {
        for person in metadata.authors { self.person("author", person) }
        for person in metadata.contributors { self.person("contributor", person) }
        sourceLinks(metadata, address: feed.address)
        categories(metadata.categories)
        let generator = metadata.generator
        xml.element(
            "generator", generator.name, ["uri": Address.whole(generator.uri), "version": generator.version])
        xml.element("icon", Address.whole(metadata.icon))
        xml.element("logo", Address.whole(metadata.logo ?? metadata.image.url))
        if let rights = metadata.rights { textConstruct("rights", rights) }
    }

    private mutating func sourceLinks(_ metadata: Feed, address: String) {
        var links = AtomLinks(page: metadata.link, metadata.links)
        if !metadata.links.contains(where: { $0.rel == "self" }), Address.isIRI(address) {
            links.add(Link(rel: "self", href: address))
        }
        for link in links.all { xml.link("link", link) }
    }
}
