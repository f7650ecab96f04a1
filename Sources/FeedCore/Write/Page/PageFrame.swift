/// What every page has around its main part: the head, the site's header with the navigation, and the footer.
struct PageFrame {
    let site: PublishedSite
    let theme: Theme
    /// Of the page's file, relative to the published directory.
    let path: String
    /// The heading of the page; nil on the site's own page, which is headed by the site's title.
    var heading: String?
    var description: String?
    /// Of the page; absolute.
    let address: String
    /// For subscribers: the feeds that say the same as the page, and the list of the feeds that are followed.
    var subscriptions: [Subscribable] = []
    /// Whether the page shows what has left the river.
    var isArchive = false
    var older: PageAddress?
    var newer: PageAddress?
    /// Whose players may stand in frames.
    var players: Set<PlayerService> = []

    struct Subscribable {
        let format: PublishFormat
        let title: String
        /// Relative to the published directory.
        let path: String
    }

    static let feedsPath = "feeds.html"

    var words: PageWords { PageWords.of(site.language) }

    func page(_ main: HTML, aside: HTML = HTML()) -> [UInt8] {
        let language = site.language ?? "en"
        let direction: HTML = TextDirection.isRightToLeft(language) ? " dir=\"rtl\"" : ""
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="\(language)"\(direction)>
            \(head)<body>
            <a class="skip" href="#main">\(words.skip)</a>
            \(header)<div class="columns">
            <main id="main" tabindex="-1">
            \(heading.map { "<h1 dir=\"auto\">\($0)</h1>\n" })\(main)\(paging)</main>
            \(aside)</div>
            \(footer)</body>
            </html>

            """
        return page.bytes
    }

    /// What a feed is called on the pages; the site's own articles are its own.
    func name(of feed: FeedRecord) -> String {
        if feed.address == FeedRecord.articles { return site.title }
        let title = feed.metadata.title?.plain.stripped ?? ""
        return title.isEmpty ? feed.address : String(title)
    }

    /// - Parameter folder: Of the feeds; of the list there is but one.
    mutating func offer(_ formats: [PublishFormat], in folder: String, title: String) {
        subscriptions = formats.filter { $0 != .html }.map { format in
            Subscribable(
                format: format, title: title, path: format == .opml ? format.fileName : folder + format.fileName)
        }
    }

    func link(_ path: String) -> PageAddress { PageAddress(path: path, from: self.path) }
}

extension PageFrame {
    private var header: HTML {
        """
        <header class="site">
        \(theme.header(of: site) ?? masthead)<nav aria-label="\(words.site)">
        <ul>
        \(menuItem(words.river, PublishFormat.html.fileName))\(menuItem(words.feeds, Self.feedsPath))\
        \(formats)</ul>
        </nav>
        </header>

        """
    }

    private var masthead: HTML {
        let link = link(PublishFormat.html.fileName)
        let name: HTML = "<a href=\"\(link)\" dir=\"auto\">\(site.title)</a>"
        let title: HTML = heading == nil ? "<h1 class=\"name\">\(name)</h1>\n" : "<p class=\"name\">\(name)</p>\n"
        return "\(title)\(site.subtitle.map { "<p class=\"subtitle\" dir=\"auto\">\($0)</p>\n" })"
    }

    private func menuItem(_ label: String, _ path: String) -> HTML {
        let current: HTML = path == self.path ? " aria-current=\"page\"" : ""
        return "<li><a href=\"\(link(path))\"\(current)>\(label)</a></li>\n"
    }

    private var formats: HTML {
        subscriptions.reduce(into: HTML()) { list, feed in
            list += """
                <li class="format"><a href="\(link(feed.path))" type="\(feed.format.mediaType)">\
                \(PageWords.name(of: feed.format))</a></li>

                """
        }
    }

    private var paging: HTML {
        guard older != nil || newer != nil else { return "" }
        let newer: HTML? = newer.map { "<a rel=\"next\" href=\"\($0)\">← \(words.newer)</a>\n" }
        let older: HTML? = older.map { "<a rel=\"prev\" class=\"older\" href=\"\($0)\">\(words.older) →</a>\n" }
        return "<nav class=\"paging\" aria-label=\"\(words.pages)\">\n\(newer)\(older)</nav>\n"
    }

    private var footer: HTML {
        """
        <footer class="site">
        \(theme.footer(of: site) ?? colophon)<p class="keys" hidden><button type="button" aria-pressed="true">\
        \(words.shortcuts)</button></p>
        </footer>

        """
    }

    private var colophon: HTML {
        let name = site.generator.name ?? ""
        let program: HTML =
            PageAddress(site.generator.uri).map { "<a href=\"\($0)\">\(name)</a>" } ?? "\(name)"
        let rights: HTML? = site.rights.map { "<p dir=\"auto\">\($0)</p>\n" }
        return "\(rights)<p>\(words.utc) \(words.madeWith) \(program).</p>\n"
    }
}
