/// Entries for other programs: one line each.
enum EntryTable {
    /// Newline-delimited JSON: each entry under the names of `feedtool parse`, with its feed as `source`.
    ///
    /// - Throws: if a number of an entry cannot be said in JSON.
    static func ndjson(_ entries: [RiverEntry], on site: PublishedSite) throws -> [UInt8] {
        var bytes: [UInt8] = []
        for item in entries {
            bytes += try CompactJSON.encode(item.asPublished(on: site))
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    /// Comma-separated values (RFC 4180), with a line of names first.
    static func csv(_ entries: [RiverEntry], on site: PublishedSite) -> [UInt8] {
        let names = ["id", "published", "updated", "title", "link", "authors", "feed", "categories", "summary"]
        let rows = entries.map { item in
            let entry = item.entry
            let text = (entry.summary ?? item.content)?.plain ?? ""
            return [
                item.publishedID(on: site), (item.published ?? item.sortKey).rfc3339, item.updated.rfc3339,
                item.plainTitle ?? "", entry.link ?? "",
                item.authors.compactMap(\.shownName).joined(separator: "; "), item.feed?.title ?? site.title,
                entry.categories.map { $0.label ?? $0.term }.joined(separator: "; "), Summary.of(text, limit: 280),
            ]
        }
        return ([names] + rows).flatMap { row in
            Array(row.map(field).joined(separator: ",").utf8) + [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
        }
    }

    /// In quotation marks where it has to be; with an apostrophe where a spreadsheet would take it for a formula.
    private static func field(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
        let text = isFormula ? "'" + text : text
        guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

extension RiverEntry {
    /// The entry as a reader of the merged feed meets it.
    fileprivate func asPublished(on site: PublishedSite) -> Entry {
        var entry = entry
        entry.id = publishedID(on: site)
        entry.published = published
        entry.updated = updated
        entry.authors = authors
        entry.links = links.all
        if let feed {
            entry.source = feed.metadata
            entry.source.id = AtomID.published(feed.metadata.id ?? feed.origin, feed: feed.origin)
        }
        return entry
    }
}
