/// A document as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
enum JSONFeedWriter {
    /// - Throws: if a number of the entries cannot be said in JSON.
    static func write(_ document: RiverDocument) throws -> [UInt8] {
        try CompactJSON.encode(JSONFeedOutput(document)) + [UInt8(ascii: "\n")]
    }
}

/// The document under JSON Feed's names, in the order in which they are written.
private struct JSONFeedOutput: Encodable {
    let version = "https://jsonfeed.org/version/1.1"
    let title: String
    let homePageURL: String
    let feedURL: String
    let description: String?
    let icon: String?
    let favicon: String?
    let authors: [Author]
    let language: String?
    let hubs: [Hub]?
    let items: [Item]

    enum CodingKeys: String, CodingKey {
        case version, title, description, icon, favicon, authors, language, hubs, items
        case homePageURL = "home_page_url"
        case feedURL = "feed_url"
    }

    init(_ document: RiverDocument) {
        let site = document.site
        title = document.title
        homePageURL = document.page
        feedURL = document.address(of: .json)
        description = document.subtitle
        icon = site.logo
        favicon = site.icon
        authors = [Author(site.author)].compactMap(\.self)
        language = site.language
        hubs = document.hub.map { [Hub(url: $0)] }
        items = document.entries.map { Item($0, on: site) }
    }

    struct Hub: Encodable {
        let type = "WebSub"
        let url: String
    }

    struct Author: Encodable {
        let name: String
        let url: String?

        init?(_ person: Person) {
            guard let name = person.shownName else { return nil }
            self.name = name
            url = Address.whole(person.uri) ?? ValueSyntax.email.accepted(person.email).map { "mailto:\($0)" }
        }
    }

    struct Attachment: Encodable {
        let url: String
        let mediaType: String
        let title: String?
        let size: Int?
        let duration: Double?

        enum CodingKeys: String, CodingKey {
            case url, title
            case mediaType = "mime_type"
            case size = "size_in_bytes"
            case duration = "duration_in_seconds"
        }
    }

    struct Item: Encodable {
        let id: String
        let url: String?
        let externalURL: String?
        let title: String?
        let contentHTML: String?
        let contentText: String?
        let summary: String?
        let image: String?
        let published: Timestamp
        let modified: Timestamp
        let authors: [Author]?
        let tags: [String]?
        let language: String?
        let attachments: [Attachment]?
        let provenance: Provenance?

        enum CodingKeys: String, CodingKey {
            case id, url, title, summary, image, authors, tags, language, attachments
            case externalURL = "external_url"
            case contentHTML = "content_html"
            case contentText = "content_text"
            case published = "date_published"
            case modified = "date_modified"
            case provenance = "_feedtool"
        }

        init(_ item: RiverEntry, on site: PublishedSite) {
            let entry = item.entry
            let links = item.links.all
            id = item.publishedID(on: site)
            url = Address.whole(links.first { $0.rel == "alternate" }?.href)
            // What a linkblog's entry is about; the pages of its copies in other feeds are related too, and none.
            let elsewhere = entry.links.first { $0.rel == "related" } ?? links.first { $0.rel == "via" }
            externalURL = Address.whole(elsewhere?.href)
            title = item.plainTitle
            let text = item.content ?? entry.summary
            contentHTML = text.flatMap { $0.type.isMarkup ? $0.value : nil }
            // Every item has one of the two.
            contentText = text.map { $0.type.isMarkup ? nil : $0.plain } ?? ""
            summary = item.content == nil ? nil : entry.summary?.plain.nonBlank
            image = Address.whole(entry.image.url ?? entry.media.thumbnails.first?.url ?? entry.itunes.image)
            published = item.published ?? item.sortKey
            modified = item.updated
            authors = item.authors.compactMap(Author.init).nonEmpty
            tags = Self.tags(entry.categories).nonEmpty
            language = entry.language == site.language ? nil : ValueSyntax.language.accepted(entry.language)
            attachments =
                item.enclosures.map { link in
                    Attachment(
                        url: link.href,
                        mediaType: ValueSyntax.mediaType.accepted(link.type) ?? MediaGuess.of(link.href),
                        title: link.title,
                        size: link.length.flatMap { $0 < 0 ? nil : $0 },
                        duration: item.enclosures.count == 1 ? entry.itunes.duration : nil)
                }.nonEmpty
            provenance = item.feed.map { Provenance($0, copies: item.copies) }
        }

        private static func tags(_ categories: [Category]) -> [String] {
            var seen: Set<String> = []
            return categories.map(\.shown).filter { !$0.trimmed.isEmpty && seen.insert($0).inserted }
        }
    }

    /// Where the entry comes from; JSON Feed leaves names with an underscore to programs.
    struct Provenance: Encodable {
        let about = "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.11"
        let source: Source
        let alsoIn: [Source]?

        enum CodingKeys: String, CodingKey {
            case about, source
            case alsoIn = "also_in"
        }

        init(_ feed: FeedRecord, copies: [RiverEntry.Copy]) {
            source = Source(feed, entry: nil)
            alsoIn = copies.map { Source($0.feed, entry: $0.link) }.nonEmpty
        }
    }

    struct Source: Encodable {
        let id: String
        let title: String
        let url: String?
        let feedURL: String
        /// The page of the entry there.
        let entryURL: String?

        enum CodingKeys: String, CodingKey {
            case id, title, url
            case feedURL = "feed_url"
            case entryURL = "entry_url"
        }

        init(_ feed: FeedRecord, entry: String?) {
            id = AtomID.published(feed.metadata.id ?? feed.origin, feed: feed.origin)
            title = feed.title
            url = feed.metadata.link
            feedURL = feed.selfAddress
            entryURL = entry
        }
    }
}

extension Array {
    /// Nil where a format leaves out what is empty.
    fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
