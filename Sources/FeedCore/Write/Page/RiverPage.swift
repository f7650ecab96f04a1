/// The river for people: a page of entries, grouped by day.
///
/// Equal input gives equal bytes. The page needs `Theme.files` beside `index.html`, and `PageFrame.feedsPath`.
///
/// A class, because each of its articles refers to it.
final class RiverPage {
    private let document: RiverDocument
    let navigation: Navigation
    let frame: PageFrame
    let words: PageWords
    /// By the feeds' addresses, nil for the site itself: most entries of a page come from a few feeds.
    private var sources: [String?: Source] = [:]

    /// What the entries of one feed begin with.
    struct Source {
        /// Of the feed.
        let name: String
        /// Which the articles show.
        let label: HTML
    }

    /// The page of the whole river, of a view or of an archive, as the document says.
    static func write(
        _ document: RiverDocument, theme: Theme = .builtIn, navigation: Navigation = Navigation(),
        players: Set<PlayerService> = []
    ) -> [UInt8] {
        let frame = PageFrame(document, theme: theme, players: players)
        let page = RiverPage(document: document, navigation: navigation, frame: frame)
        return frame.page(page.main, aside: page.aside)
    }

    private init(document: RiverDocument, navigation: Navigation, frame: PageFrame) {
        self.document = document
        self.navigation = navigation
        self.frame = frame
        words = frame.words
    }

    /// - Parameter feed: nil for the site itself.
    func source(of feed: FeedRecord?) -> Source {
        if let known = sources[feed?.address] { return known }
        let address = feed?.address ?? frame.site.id
        let name = feed.map(frame.name(of:)) ?? frame.site.title
        let page = navigation.feed(address, from: frame.path) ?? PageAddress(feed?.metadata.link)
        let label: HTML = page.map { "<a href=\"\($0)\"><bdi>\(name)</bdi></a>" } ?? "<bdi>\(name)</bdi>"
        let source = Source(
            name: name, label: "\(SourceIcon.icon(address, title: name)) <span class=\"feed\">\(label)</span>")
        sources[feed?.address] = source
        return source
    }

    private var main: HTML {
        guard !document.entries.isEmpty else { return "<p>\(words.empty)</p>\n" }
        var html = HTML()
        var lastDay: Timestamp?
        for item in document.entries {
            let day = item.sortKey.startOfDay
            if day != lastDay {
                if lastDay != nil { html += "</section>\n" }
                html += """
                    <section class="day">
                    <h2><time datetime="\(String(day.rfc3339.prefix(10)))">\(words.day(day))</time></h2>

                    """
                lastDay = day
            }
            html += EntryArticle(item, on: self).html
        }
        html += "</section>\n"
        return html
    }
}

extension RiverPage {
    /// The feeds and the topics of what stands on the page: those of the whole site would outgrow it.
    private var aside: HTML {
        let feeds = feeds, topics = topics
        guard !feeds.isEmpty || !topics.isEmpty else { return "" }
        return "<aside aria-label=\"\(words.onThisPage)\">\n\(feeds)\(topics)</aside>\n"
    }

    private var feeds: HTML {
        var feeds = Tally<FeedRecord>()
        for item in document.entries { if let feed = item.feed { feeds.count(feed, as: feed.address) } }
        guard !feeds.isEmpty else { return "" }
        let items = feeds.mostFrequent(Self.maxFeeds).reduce(into: HTML()) { list, item in
            let name = frame.name(of: item.value)
            let link = navigation.feed(item.value.address, from: frame.path) ?? PageAddress(item.value.metadata.link)
            let icon = SourceIcon.icon(item.value.address, title: name)
            let label: HTML = link.map { "<a href=\"\($0)\"><bdi>\(name)</bdi></a>" } ?? "<bdi>\(name)</bdi>"
            list += "<li>\(icon) \(label) <span class=\"count\">\(item.count)</span></li>\n"
        }
        return """
            <nav aria-label="\(words.feeds)">
            <h2>\(words.feeds)</h2>
            <ul class="sources">
            \(items)</ul>
            </nav>

            """
    }

    private var topics: HTML {
        var terms = Tally<PageAddress>()
        for item in document.entries {
            for category in item.entry.categories {
                if let page = navigation.tag(category.term, from: frame.path) { terms.count(page, as: category.term) }
            }
        }
        guard !terms.isEmpty else { return "" }
        let items = terms.mostFrequent(Self.maxTopics).reduce(into: HTML()) { list, item in
            list += "<li><a href=\"\(item.value)\" rel=\"tag\"><bdi>\(item.name)</bdi></a></li>\n"
        }
        return """
            <nav aria-label="\(words.topics)">
            <h2>\(words.topics)</h2>
            <ul class="tags">
            \(items)</ul>
            </nav>

            """
    }

    private static let maxFeeds = 40
    private static let maxTopics = 40
}

extension PageFrame {
    init(_ document: RiverDocument, theme: Theme, players: Set<PlayerService>) {
        let site = document.site
        var path = document.folder + PublishFormat.html.fileName
        var address = document.page
        var heading = document.folder.isEmpty ? nil : document.title
        if case .archive(let archive, _, _) = document.place {
            path = archive + ".html"
            address = site.address(of: path)
            let month = PageWords.of(site.language).month(ofArchive: archive)
            heading = heading.map { "\($0), \(month)" } ?? month
        }
        self.init(
            site: site, theme: theme, path: path, heading: heading, description: document.subtitle ?? site.subtitle,
            address: address, players: players)
        offer(document.formats, in: document.folder, title: document.title)
        switch document.place {
        case .current(let previous, _): older = previous.map { archive($0) }
        case .archive(_, let previous, let next):
            isArchive = true
            older = previous.map { archive($0) }
            newer = next.map { archive($0) } ?? link(document.folder + PublishFormat.html.fileName)
        }
    }

    private func archive(_ name: String) -> PageAddress { link(name + ".html") }
}

extension Timestamp {
    fileprivate var startOfDay: Timestamp {
        let (year, month, day, _, _, _) = fields
        return Timestamp(year: year, month: month, day: day) ?? self
    }
}
