@testable import FeedCore

/// A small site to write pages of.
enum PageSamples {
    static let site = PublishedSite(
        id: "urn:example:site", title: "Planet <Test>", subtitle: "All & sundry", link: "https://planet.example/",
        author: Person(), language: "en", rights: nil, icon: nil, logo: nil, generator: Generator())

    static func feed(_ address: String = "https://a.example/feed", title: String = "Feed A") -> FeedRecord {
        var feed = FeedRecord(id: 1, address: address)
        feed.metadata.title = Text(title)
        feed.metadata.link = "https://a.example/"
        return feed
    }

    static func item(
        _ entry: Entry, at moment: Timestamp = noon, from feed: FeedRecord? = feed(), copies: [RiverEntry.Copy] = []
    ) -> RiverEntry {
        RiverEntry(entry: entry, feed: feed, sortKey: moment, updated: moment, copies: copies)
    }

    /// Noon of 22 November 2026, a Sunday.
    static let noon = Timestamp(seconds: 1_795_348_800)

    static func entry(_ title: String, html: String? = nil) -> Entry {
        var entry = Entry()
        entry.title = Text(title)
        entry.link = "https://a.example/1"
        if let html { entry.content = [Text(html, type: .html)] }
        return entry
    }

    static func document(
        _ entries: [RiverEntry], title: String = "Planet <Test>", folder: String = "",
        place: RiverDocument.Place = .current(previousArchive: nil, isComplete: false)
    ) -> RiverDocument {
        RiverDocument(
            site: site, id: "urn:example:site", title: title, folder: folder, entries: entries,
            formats: PublishFormat.allCases, place: place)
    }

    static func page(_ entries: Entry..., navigation: Navigation = Navigation()) -> String {
        let page = RiverPage.write(document(entries.map { item($0) }), navigation: navigation)
        return String(decoding: page, as: UTF8.self)
    }

    /// The elements of a page that are not closed, or closed where none is open, in order.
    static func imbalances(in page: String) -> [String] {
        let void: Set<String> = ["meta", "link", "img", "br", "hr", "source", "wbr", "col", "track"]
        var open: [String] = []
        var faults: [String] = []
        var scanner = MarkupScanner(page)
        while let tag = scanner.next() {
            if void.contains(tag.name) || tag.isEmpty { continue }
            if !tag.isEnd {
                open.append(tag.name)
            } else if open.popLast() != tag.name {
                faults.append(tag.name)
            }
        }
        return faults + open
    }
}
