/// One entry on a page.
struct EntryArticle {
    private let item: RiverEntry
    private let page: RiverPage
    /// Of the entry's own page.
    private let link: PageAddress?
    private let media: EntryMedia
    private let content: Text?
    /// Whether the page shows the beginning only: an archive lists what has been, and links to where it can be read.
    private let isBrief: Bool
    /// The content as plain text, on one line; if brief, no more of it than is shown.
    private let text: String
    private let title: String
    /// Of its own.
    private let hasTitle: Bool

    init(_ item: RiverEntry, on page: RiverPage) {
        self.item = item
        self.page = page
        link = PageAddress(item.entry.link)
        media = EntryMedia(item)
        content = Self.content(of: item.entry)
        isBrief = page.frame.isArchive && link != nil
        text = (isBrief ? content?.line(beyond: Self.excerptLength) : content?.line) ?? ""
        let ownTitle = item.plainTitle
        hasTitle = ownTitle != nil
        title =
            ownTitle ?? (text.isEmpty ? page.words.untitled : Summary.of(text, limit: Self.titleLength))
    }

    var html: HTML {
        """
        <article class="entry">
        \(source)<h3\(direction(item.entry.title))>\(heading)</h3>
        \(story)\(media.players(title: title, page.words))\(copies)\(categories)</article>

        """
    }

    // MARK: Above the story

    private var source: HTML {
        let source = page.source(of: item.feed)
        return """
            <p class="source">\(source.label)\(authors(of: item.feed == nil ? nil : source.name)) \
            <time datetime="\(item.sortKey.rfc3339)">\(page.words.time(item.sortKey))</time></p>

            """
    }

    /// An author who is called as the feed tells nothing.
    private func authors(of feed: String?) -> HTML {
        let names = item.authors.compactMap { $0.name.map(PlainText.clean) }.filter { !$0.isEmpty && $0 != feed }
        guard !names.isEmpty else { return "" }
        let shown = names.prefix(Self.maxAuthors).joined(separator: ", ") + (names.count > Self.maxAuthors ? " …" : "")
        return " <span class=\"author\">\(page.words.by) <bdi>\(shown)</bdi></span>"
    }

    private var heading: HTML {
        let label = titleMarkup ?? "\(title)"
        return link.map { "<a href=\"\($0)\">\(label)</a>" } ?? label
    }

    /// Nil for an entry without a title, as microblogs have them: it is called by its first words.
    private var titleMarkup: HTML? {
        hasTitle ? item.entry.title.map(HTML.init(title:)) : nil
    }

    // MARK: The story

    /// Markup before plain text; the pages of video hosts have a description only.
    private static func content(of entry: Entry) -> Text? {
        let own = entry.content.filter(\.isReadable)
        if let content = own.first(where: { $0.type.isMarkup }) ?? own.first { return content }
        return [entry.summary, entry.media.description, entry.itunes.summary].lazy.compactMap(\.self)
            .first(where: \.isReadable)
    }

    /// The whole content if it is short, else an excerpt of it that can be opened.
    private var story: HTML {
        guard let content else { return picture ?? "" }
        if isBrief { return brief }
        let (body, pictures) = HTML.content(content, players: page.frame.players)
        let start = Summary.of(text, limit: Self.excerptLength)
        if start == text, pictures.count <= 1 { return short(body, hasPicture: !pictures.isEmpty) }
        let lead = picture ?? pictures.first.map(EntryMedia.lead)
        return """
            \(excerpt(deck ?? start, repeats: deck == nil, lead: lead))<details>
            <summary>\(page.words.readOn)<span class="hidden">: \(title)</span>\(length)</summary>
            <div class="content"\(direction(content))>
            \(body)
            </div>
            </details>

            """
    }

    private var brief: HTML {
        let start = deck ?? Summary.of(text, limit: Self.excerptLength)
        return excerpt(start == title ? "" : start, repeats: false, lead: picture)
    }

    private func short(_ body: HTML, hasPicture: Bool) -> HTML {
        let above = deck.map { excerpt($0, repeats: false, lead: nil) }
        let lead = hasPicture ? nil : picture
        // What a post without a title says can stand in its place as a whole.
        guard hasPicture || !text.isEmpty && (titleMarkup != nil || text != title) else { return lead ?? "" }
        return """
            \(above)<div class="excerpt">\(lead)<div class="content"\(direction(content))>
            \(body)
            </div></div>

            """
    }

    /// - Parameter repeats: The opened content begins with the same words.
    private func excerpt(_ text: String, repeats: Bool, lead: HTML?) -> HTML {
        let words: HTML? = text.isEmpty ? nil : "<p\(direction(content))>\(text)</p>"
        return "<div class=\"excerpt\(repeats ? " start" : "")\">\(lead)\(words)</div>\n"
    }

    /// A summary that says something else than the content's first words.
    private var deck: String? {
        guard let own = item.entry.summary, own != content else { return nil }
        let summary = own.line
        if summary.isEmpty || text.hasPrefix(summary.prefix(Self.comparedLength)) { return nil }
        return Summary.of(summary, limit: Self.excerptLength)
    }

    private var length: HTML? {
        let minutes = ReadingTime(of: text).minutes
        return minutes == 0 ? nil : " <span class=\"length\">\(page.words.minutes(minutes))</span>"
    }

    private var picture: HTML? { media.picture.map(EntryMedia.lead) }

    // MARK: Below the story

    private var copies: HTML {
        guard !item.copies.isEmpty else { return "" }
        let names = item.copies.map { copy -> HTML in
            let name = page.frame.name(of: copy.feed)
            return PageAddress(copy.link).map { "<a href=\"\($0)\"><bdi>\(name)</bdi></a>" } ?? "<bdi>\(name)</bdi>"
        }
        let list = names.dropFirst().reduce(into: names[0]) { list, name in list += ", \(name)" }
        return "<p class=\"also\">\(page.words.alsoIn) \(list)</p>\n"
    }

    private var categories: HTML {
        var seen: Set<String> = []
        var list = HTML()
        for category in item.entry.categories where seen.count < Self.maxCategories {
            let label = PlainText.clean(category.label ?? category.term)
            guard label.contains(where: { !$0.isWhitespace }), seen.insert(label).inserted else { continue }
            let topic = page.navigation.tag(category.term, from: page.frame.path)
            let name: HTML = "<bdi>\(label)</bdi>"
            list += "<li>\(topic.map { "<a href=\"\($0)\" rel=\"tag\">\(name)</a>" } ?? name)</li>\n"
        }
        return list.isEmpty ? "" : "<ul class=\"tags\">\n\(list)</ul>\n"
    }

    private func direction(_ text: Text?) -> HTML {
        TextDirection.attributes(text?.language ?? item.entry.language, page: page.frame.site.language ?? "en")
    }

    private static let maxAuthors = 3
    private static let maxCategories = 8
    /// In characters.
    private static let excerptLength = 280
    private static let comparedLength = 40
    private static let titleLength = 80
}

extension Text {
    /// Whether there is text, and not the Base64 or the XML of some other media type.
    fileprivate var isReadable: Bool {
        guard !value.isEmpty else { return false }
        switch type {
        case .media(let name): return type.isMarkup || name == "text/plain"
        default: return true
        }
    }
}
