/// The page about the feeds: who is followed, whether their feeds can be read, and how much they write.
///
/// It says nothing that changes while nothing happens, such as the time of the last check.
struct FeedsPage {
    private let frame: PageFrame
    private let navigation: Navigation

    /// Feeds in a private network are left out, as they are from the blogroll.
    /// - Parameter formats: Those of the river, which stand in the page's navigation.
    static func write(
        _ feeds: [FeedListing], of site: PublishedSite, formats: [PublishFormat], theme: Theme = .builtIn,
        navigation: Navigation = Navigation()
    ) -> [UInt8] {
        let feeds = feeds.filter { !$0.subscription.isPrivate }
        let words = PageWords.of(site.language)
        var frame = PageFrame(
            site: site, theme: theme, path: PageFrame.feedsPath, heading: words.feeds,
            description: words.followed(feeds.count), address: site.address(of: PageFrame.feedsPath))
        frame.offer(formats, in: "", title: site.title)
        let page = FeedsPage(frame: frame, navigation: navigation)
        let items = feeds.reduce(into: HTML()) { list, feed in list += page.item(feed) }
        return frame.page(
            """
            <p>\(words.followed(feeds.count))</p>
            <ul class="feeds">
            \(items)</ul>

            """)
    }
}

extension FeedsPage {
    private func item(_ listing: FeedListing) -> HTML {
        let address = listing.subscription.address
        let title = listing.title
        let home = PageAddress(listing.subscription.htmlURL) ?? PageAddress(listing.feed?.metadata.link)
        let page = navigation.feed(address, from: frame.path) ?? home
        let label: HTML = page.map { "<a href=\"\($0)\"><bdi>\(title)</bdi></a>" } ?? "<bdi>\(title)</bdi>"
        let source: HTML? = PageAddress(listing.publicAddress).map { "<a href=\"\($0)\">\(frame.words.address)</a>" }
        return """
            <li>
            <h2>\(SourceIcon.icon(address, title: title)) \(label)</h2>
            \(Sparkline.svg(listing.activity, frame.words))
            <p class="facts">\(health(listing.feed))\u{A0}· \(lastPost(listing.lastPost))\
            \(source.map { "\u{A0}· \($0)" })</p>
            </li>

            """
    }

    private func health(_ feed: FeedRecord?) -> HTML {
        guard let feed, feed.checkedAt != nil else {
            return "<span class=\"health unknown\">\(frame.words.unchecked)</span>"
        }
        if let moment = feed.relocation.retiredAt {
            return "<span class=\"health bad\">\(frame.words.retiredSince) \(date(moment))</span>"
        }
        guard feed.failures > 0 else { return "<span class=\"health good\">\(frame.words.working)</span>" }
        let state: HTML =
            feed.succeededAt.map { "\(frame.words.failingSince) \(date($0))" } ?? "\(frame.words.failing)"
        let reason: HTML? = feed.error.map { ": <bdi>\(PlainText.clean($0))</bdi>" }
        return "<span class=\"health bad\">\(state)</span>\(reason)"
    }

    private func lastPost(_ moment: Timestamp?) -> HTML {
        guard let moment else { return "\(frame.words.noPost)" }
        return "\(frame.words.lastPost) \(date(moment))"
    }

    private func date(_ moment: Timestamp) -> HTML {
        "<time datetime=\"\(moment.rfc3339)\">\(frame.words.date(moment))</time>"
    }
}
