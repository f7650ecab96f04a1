// What an entry is in every format.

extension RiverEntry {
    /// Its own id wherever that is an IRI and its own.
    func publishedID(on site: PublishedSite) -> String {
        let (id, address) = (entry.id ?? "", feed?.origin ?? site.id)
        return hasForeignID ? AtomID.derived(id, feed: address) : AtomID.published(id, feed: address)
    }

    /// A date in the future was clamped to the moment it was first seen.
    var published: Timestamp? { entry.published.map { min($0, updated) } }

    /// An entry without an author is its feed's (RFC 4287, section 4.2.1), and the source says that only to those who
    /// look there.
    var authors: [Person] {
        let own = entry.authors.filter { $0.shownName != nil }
        return own.isEmpty ? feed?.authors ?? [] : own
    }

    /// In one line.
    var plainTitle: String? {
        entry.title.map(\.line).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// All links: each once, pages and what the entry was folded with and taken from included.
    var links: AtomLinks {
        var links = AtomLinks(page: entry.link, entry.links)
        if let comments = entry.comments { links.add(Link(rel: "replies", href: comments, type: "text/html")) }
        // Where its feed says it has the entry from: a pointer, and never the source, which nobody may claim to be.
        if let source = entry.$source, let claimed = source.link ?? source.links.first?.href {
            links.add(Link(rel: "via", href: claimed, title: source.title?.value))
        }
        for copy in copies {
            if let link = copy.link { links.add(Link(rel: "related", href: link, title: copy.feed.title)) }
        }
        for link in related { links.add(link) }
        return links
    }

    var enclosures: [Link] {
        // Most entries have none, and to put all links in order is half the work of a short page.
        entry.links.contains { $0.rel == "enclosure" } ? links.all.filter { $0.rel == "enclosure" } : []
    }

    /// The whole text as HTML, or as plain text; nil if there is only a summary or nothing.
    var content: Text? { entry.content.first { $0.src == nil && !$0.value.isEmpty } }
}

extension Text {
    /// For formats that know nothing but HTML: plain text escaped, with its lines.
    var html: String {
        guard !type.isMarkup else { return value }
        return value.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\n", with: "<br/>\n")
    }
}

extension Person {
    /// What stands in for a name that is missing or empty.
    var shownName: String? { [name, email, uri].compactMap(\.self).first { !$0.isEmpty } }
}

extension Category {
    /// For formats that know one word only.
    var shown: String { label ?? term }
}
