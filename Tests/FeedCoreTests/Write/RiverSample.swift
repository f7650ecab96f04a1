import Foundation

@testable import FeedCore

/// A document of rich entries, as the writers get it.
enum RiverSample {
    private static let cases = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Cases")

    static func path(_ name: String) -> String { cases.appending(path: name).path }

    /// What a file of the folder `Cases` says, made ready for publication.
    static func feed(_ name: String) throws -> ParsedFeed {
        let bytes = Array(try Data(contentsOf: cases.appending(path: name)))
        var normalizer = Normalizer(Sanitizer.Options(removesTrackers: false), for: .publish)
        return normalizer.normalize(try FeedParser.parse(bytes, context: DocumentContext()))
    }

    /// - Parameter feed: that the entries came from; nil for the site's own.
    static func document(
        of entries: [Entry], from feed: FeedRecord? = nil,
        place: RiverDocument.Place = .current(previousArchive: nil, isComplete: true)
    ) -> RiverDocument {
        let site = PublishedSite(
            id: "urn:example:site", title: "Planet", subtitle: "All", link: "https://planet.example/",
            author: Person(name: "Pat", email: "pat@planet.example"), language: "en", rights: "Pat",
            icon: "https://planet.example/i.png", logo: nil, generator: Generator())
        let items = entries.map { entry in
            let moment = entry.updated ?? entry.published ?? Timestamp(seconds: 1_700_000_000)
            return RiverEntry(entry: entry, feed: feed, sortKey: entry.published ?? moment, updated: moment)
        }
        var document = RiverDocument(
            site: site, id: site.id, title: site.title, subtitle: site.subtitle, entries: items,
            formats: [.atom, .rss, .json])
        document.place = place
        return document
    }
}
