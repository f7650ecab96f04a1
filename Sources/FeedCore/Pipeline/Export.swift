/// Hands the merged feed on, without fetching or publishing anything.
public struct Export: Sendable {
    public enum Format: String, Sendable, CaseIterable {
        case atom, rss, json, opml, ndjson, csv, rewrite
    }

    public var format = Format.atom
    /// How many entries; nil for what the site publishes.
    public var limit: Int?
    /// Only entries that were published at this moment or later.
    public var since: Timestamp?
    /// The place of a view in the site's list: only its entries, under its id and title.
    public var view: Int?
    /// Only entries with this category, in any letter case.
    public var tag: String?
    /// Whether OPML tells how the feeds are.
    public var health = false

    public init() {}

    /// What the store has now, in the format asked for.
    public func run(on site: Site, program: Generator) throws(RefreshError) -> [UInt8] {
        let store = try SiteStore.open(site)
        do {
            return try bytes(of: Publication(site: site, store: store, program: program))
        } catch {
            throw RefreshError(error, writing: "the export")
        }
    }
}

extension Export {
    private func bytes(of publication: Publication) throws -> [UInt8] {
        let selection = try Selection(of: publication.site, from: publication.store)
        let site = PublishedSite(publication.site.configuration, program: publication.program)
        if format == .opml {
            let listings = FeedListings.all(of: publication.site, in: selection.river)
            return OPMLWriter.write(listings, of: site, health: health)
        }
        let entries = try entries(selection, of: publication)
        // What is chosen here is no window of the published feed: it stands in no chain of archives.
        var document = publication.document(entries, place: .current(previousArchive: nil, isComplete: false))
        if let view { document = RiverDocument(publication.site.configuration.publish.views[view], of: document) }
        switch format {
        case .atom, .opml: return try document.bytes(as: .atom)
        case .rss: return try document.bytes(as: .rss)
        case .json: return try document.bytes(as: .json)
        case .ndjson: return try EntryTable.ndjson(entries, on: site)
        case .csv: return EntryTable.csv(entries, on: site)
        case .rewrite: return rewritten(entries)
        }
    }

    private func entries(_ selection: Selection, of publication: Publication) throws(StoreError) -> [RiverEntry] {
        var candidates = candidates(selection, window: publication.site.configuration.publish.entries)[...]
        if let since { candidates = candidates.prefix { $0.sortKey >= since } }
        var entries: [RiverEntry] = []
        // A few at a time: a tag is known only once an entry is read.
        while !candidates.isEmpty, entries.count < limit ?? .max {
            let batch = candidates.prefix(tag == nil ? limit ?? candidates.count : Self.batchSize)
            candidates = candidates.dropFirst(batch.count)
            entries += try selection.read(Array(batch), from: publication.store).filter(hasTag)
        }
        return Array(entries.prefix(limit ?? .max))
    }

    /// What is published, or all that there is to choose from.
    private func candidates(_ selection: Selection, window: Int) -> [StoredEntry] {
        let isChoosing = limit != nil || since != nil || tag != nil
        if let view { return selection.view(view, limit: isChoosing ? .max : window) }
        return isChoosing ? selection.river.entries : selection.window
    }

    /// In the news rewrite form, each entry on a line of its own: its line breaks are escaped.
    private func rewritten(_ entries: [RiverEntry]) -> [UInt8] {
        entries.flatMap { item in
            let publisher = item.feed.map { Person(name: $0.title, uri: $0.metadata.link) }
            return Array(RewriteWriter.write(item.entry, publisher: publisher).utf8) + [UInt8(ascii: "\n")]
        }
    }

    private func hasTag(_ item: RiverEntry) -> Bool {
        guard let tag = tag?.lowercased() else { return true }
        return item.entry.categories.contains { $0.term.lowercased() == tag || $0.label?.lowercased() == tag }
    }

    private static let batchSize = 1_000
}
