/// A link from a page to what it calls a feed, or what looks like one.
struct FeedLink: Sendable, Equatable {
    /// Absolute where the page's own address is known.
    let address: String
    /// What the page calls it.
    let title: String?
    /// In the page's head or by `rel="feed"`, and not merely an anchor that looks like it.
    let isDeclared: Bool
}

/// Finds the feeds that an HTML page links to: `<link rel="alternate" type="application/rss+xml" href="…">`,
/// `rel="feed"`, and anchors to what looks like a feed.
///
/// Needs no tree, since pages are more often broken than not.
enum FeedLinks {
    /// In document order, each address once.
    static func find(in bytes: [UInt8], base: String?) -> [FeedLink] {
        var page = Page(base: base)
        var scanner = MarkupScanner(String(decoding: bytes.prefix(ParseLimits.discovery), as: UTF8.self))
        while page.links.count < ParseLimits.feedLinks, let tag = scanner.next() { page.take(tag, scanner) }
        return page.links
    }

    /// Whether feeds often have such an address.
    static func looksLikeFeed(_ text: String) -> Bool {
        let address = Address(text)
        if address.scheme?.lowercased() == "feed" { return true }
        let name = String(address.path.split(separator: "/").last ?? "").asciiLowercased
        if names.contains(name) || extensions.contains(where: name.hasSuffix) { return true }
        return (address.query ?? "").split(separator: "&").contains { queries.contains(String($0).asciiLowercased) }
    }

    private static let names: Set<String> = [
        "feed", "feeds", "rss", "rss2", "atom", "feed.xml", "rss.xml", "rss2.xml", "atom.xml", "index.xml", "feed.json",
        "feed.php", "rss.php", "atom.php", "rss.aspx", "posts.xml", "blog.xml", "news.xml", "all.xml",
    ]
    private static let extensions = [".rss", ".atom", ".rdf", ".atom.xml", ".rss.xml"]
    private static let queries: Set<String> = [
        "feed=rss", "feed=rss2", "feed=atom", "feed=rdf", "format=rss", "format=atom", "format=feed", "type=rss",
        "type=atom", "alt=rss", "alt=atom", "output=rss", "output=atom", "rss=1", "mode=rss",
    ]
}

extension FeedLinks {
    /// What was found in a page so far.
    private struct Page {
        /// `<base href>` changes it, once.
        var base: String?
        private var hasBase = false
        private(set) var links: [FeedLink] = []
        private var known: Set<String> = []
        /// An anchor whose text decides, and where that begins.
        private var anchor: (href: String, start: Int)?

        init(base: String?) { self.base = base }

        mutating func take(_ tag: MarkupTag, _ scanner: MarkupScanner) {
            if let (href, start) = anchor {
                anchor = nil
                if FeedLinks.names(scanner.text(start..<tag.range.lowerBound)) {
                    add(href, title: nil, isDeclared: false)
                }
            }
            guard !tag.isEnd else { return }
            switch tag.name {
            case "base" where !hasBase:
                guard let href = tag["href"], let address = Reference.base(href, against: base) else { return }
                (base, hasBase) = (address, true)
            case "link": takeLink(tag)
            case "a", "area": takeAnchor(tag)
            default: return
            }
        }

        private mutating func takeLink(_ tag: MarkupTag) {
            guard let href = tag["href"]?.nonBlank else { return }
            let rel = FeedLinks.words(tag["rel"])
            let type = tag["type"].map(MediaType.essence)
            if rel.contains("feed") || rel.contains("alternate") && type.map(FeedLinks.types.contains) == true {
                add(href, title: tag["title"], isDeclared: true)
            } else if rel.contains("alternate"), type.map(FeedLinks.vagueTypes.contains) ?? true,
                looksLikeFeed(href)
            {
                add(href, title: tag["title"], isDeclared: false)
            }
        }

        private mutating func takeAnchor(_ tag: MarkupTag) {
            guard let href = tag["href"]?.nonBlank else { return }
            if FeedLinks.words(tag["rel"]).contains("feed") {
                add(href, title: tag["title"], isDeclared: true)
            } else if looksLikeFeed(href) || tag["type"].map(MediaType.essence).map(FeedLinks.types.contains) == true
                || [tag["title"], tag["aria-label"]].contains(where: { $0.map(FeedLinks.names) == true })
            {
                add(href, title: tag["title"], isDeclared: false)
            } else {
                anchor = (href, tag.range.upperBound)
            }
        }

        private mutating func add(_ href: String, title: String?, isDeclared: Bool) {
            guard let address = Reference.resolve(href, against: base)?.nonBlank, known.insert(address).inserted else {
                return
            }
            links.append(FeedLink(address: address, title: title?.nonBlank, isDeclared: isDeclared))
        }
    }

    /// Whether a text is what people write on the button of a feed.
    private static func names(_ label: String) -> Bool {
        guard label.utf8.count < 64 else { return false }
        return labels.contains(label.split(whereSeparator: \.isWhitespace).joined(separator: " ").asciiLowercased)
    }

    private static func words(_ text: String?) -> [Substring] {
        (text ?? "").asciiLowercased.split(whereSeparator: \.isWhitespace)
    }

    private static let labels: Set<String> = [
        "rss", "atom", "feed", "rss feed", "atom feed", "web feed", "news feed", "xml feed", "json feed", "rss 2.0",
        "subscribe via rss", "subscribe (rss)", "rss/atom",
    ]
    static let types: Set<String> = [
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
        "application/x.atom+xml", "application/x-rss+xml", "text/rss+xml", "text/atom+xml", "text/xml",
        "application/xml",
    ]
    /// A feed if the address says so as well: blogs announce their programming interfaces in the same way.
    private static let vagueTypes: Set<String> = ["application/json", "text/plain", ""]
}
