/// Reads a written feed again before it replaces the last good one.
enum OutputCheck {
    /// What is wrong with `bytes` as `document` in a feed format: not readable, entries lost, or without what the
    /// format's specification demands and a writer can get wrong; nil if nothing is.
    static func fault(in bytes: [UInt8], of document: RiverDocument, as format: PublishFormat) -> String? {
        let parsed: ParsedFeed
        do throws(ParseError) {
            parsed = try FeedParser.parse(bytes, context: DocumentContext())
        } catch {
            return "the written feed cannot be read again (\(error.message))"
        }
        guard parsed.wellFormed, parsed.format == expected[format] else {
            return
                "the written feed is not well-formed (\(parsed.diagnostics.first?.message ?? parsed.format.rawValue))"
        }
        guard parsed.entries.count == document.entries.count else {
            return "\(parsed.entries.count) of \(document.entries.count) entries can be read again"
        }
        return format == .atom ? atomFault(in: parsed) : nil
    }

    private static let expected: [PublishFormat: ParsedFeed.Format] = [
        .atom: .atom10, .rss: .rss20, .json: .jsonFeed11,
    ]

    /// RFC 4287, sections 4.1.1 and 4.1.2.
    private static func atomFault(in parsed: ParsedFeed) -> String? {
        if parsed.feed.id == nil || parsed.feed.title == nil || parsed.feed.updated == nil {
            return "the written feed lacks its id, title or updated"
        }
        for entry in parsed.entries where entry.id == nil || entry.title == nil || entry.updated == nil {
            return "the entry \(entry.id ?? entry.title?.value ?? "?") lacks its id, title or updated"
        }
        return nil
    }
}
