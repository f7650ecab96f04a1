/// The links of an entry or a feed as Atom allows them: each once, and of the pages only one of a media type and
/// language (RFC 4287, sections 4.1.1 and 4.1.2).
struct AtomLinks {
    private(set) var all: [Link] = []

    /// - Parameter page: the address that a reader opens; where several pages are of one kind, this is the one.
    init(page: String?, _ links: [Link]) {
        let pages = links.filter { $0.rel == "alternate" }
        if let page {
            add(pages.first { $0.href == page } ?? Link(href: page))
        }
        for link in links { add(link) }
    }

    /// Whether there is a page to open.
    var hasPage: Bool { all.contains { $0.rel == "alternate" } }

    /// A further page of the same kind is kept as related; RSS feeds give the same entry two addresses.
    mutating func add(_ link: Link) {
        var link = link
        guard let href = Address.reference(link.href),
            !all.contains(where: { $0.rel == link.rel && $0.href == href && $0.type == link.type })
        else {
            return
        }
        link.href = href
        let isTaken = all.contains { other in
            other.rel == "alternate" && other.type == link.type && other.hreflang == link.hreflang
        }
        if link.rel == "alternate", isTaken { link.rel = "related" }
        all.append(link)
    }
}

extension XMLSink {
    /// `atom:link` (RFC 4287, section 4.2.7), in Atom and in RSS: what a feed says of a page and its attributes do not
    /// allow is left out.
    mutating func link(_ name: String, _ link: Link) {
        empty(
            name,
            [
                "rel": relation(link.rel),
                "type": ValueSyntax.mediaType.accepted(link.type),
                "hreflang": ValueSyntax.language.accepted(link.hreflang), "title": link.title,
                "length": XMLSink.amount(link.length), "href": link.href,
            ])
    }

    /// A word that nobody registered is written as the address that it stands for (RFC 4287, section 4.2.7.2), what can
    /// be none as `related`.
    private func relation(_ name: String) -> String {
        if ValueSyntax.linkRelation.fault(in: name) == nil { return name }
        let address = LinkRelations.address(of: name)
        return ValueSyntax.linkRelation.fault(in: address) == nil ? address : "related"
    }
}
