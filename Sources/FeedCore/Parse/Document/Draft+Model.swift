extension Draft {
    /// The finished feed.
    func makeFeed() -> Feed {
        var feed = feed
        feed.id = id.value
        feed.link = preferredLink
        feed.title = title.value.map(Self.bounded)
        feed.subtitle = summary.value
        feed.rights = rights.value
        feed.links = links
        feed.authors = authors
        feed.contributors = contributors
        feed.publisher = publisher
        feed.categories = categories.withoutRepeats
        feed.image = image
        feed.language = language.value
        feed.published = published.value
        feed.updated = updated.value
        feed.created = created.value
        feed.validity = validity
        feed.location = place.location
        feed.itunes = itunes
        feed.podcast = podcast
        feed.extensions = extensions
        return feed
    }

    /// The finished entry.
    func makeEntry() -> Entry {
        var entry = entry
        entry.id = id.value
        entry.idIsPermalink = idIsPermalink
        entry.link =
            preferredLink ?? (idIsPermalink == true ? id.value.flatMap { Reference.resolve($0, against: nil) } : nil)
        entry.title = title.value.map(Self.bounded)
        entry.summary = summary.value
        entry.rights = rights.value
        entry.links = links
        entry.authors = authors
        entry.contributors = contributors
        entry.publisher = publisher
        entry.categories = categories.withoutRepeats
        entry.image = image
        entry.language = language.value
        entry.published = published.value
        entry.updated = updated.value
        entry.created = created.value
        entry.validity = validity
        entry.location = place.location
        entry.itunes = itunes
        entry.podcast = podcast
        entry.extensions = extensions
        return entry
    }

    /// The first link to a page that a reader opens.
    private var preferredLink: String? {
        links.first { link in
            link.rel == "alternate"
                && (link.type == nil || link.type == "text/html" || link.type == "application/xhtml+xml")
        }?.href
    }

    private static func bounded(_ title: Text) -> Text {
        guard title.value.utf8.count > ParseLimits.title else { return title }
        var title = title
        title.value = title.value.cut(toBytes: ParseLimits.title)
        return title
    }
}
