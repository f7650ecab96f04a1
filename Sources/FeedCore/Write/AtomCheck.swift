/// Reads a written feed again before it replaces the last good one.
enum AtomCheck {
    /// What is wrong with `bytes` as an Atom feed of `entries` entries (the MUSTs of RFC 4287, sections 4.1.1 and
    /// 4.1.2, that a writer can get wrong); nil if nothing is.
    static func fault(in bytes: [UInt8], entries: Int) -> String? {
        let parsed: ParsedFeed
        do throws(ParseError) {
            parsed = try FeedParser.parse(bytes, context: DocumentContext())
        } catch {
            return "the written feed cannot be read again (\(error.message))"
        }
        guard parsed.wellFormed, parsed.format == .atom10 else {
            return
                "the written feed is not well-formed (\(parsed.diagnostics.first?.message ?? parsed.format.rawValue))"
        }
        guard parsed.entries.count == entries else {
            return "\(parsed.entries.count) of \(entries) entries can be read again"
        }
        if parsed.feed.id == nil || parsed.feed.title == nil || parsed.feed.updated == nil {
            return "the written feed lacks its id, title or updated"
        }
        for entry in parsed.entries where entry.id == nil || entry.title == nil || entry.updated == nil {
            return "the entry \(entry.id ?? entry.title?.value ?? "?") lacks its id, title or updated"
        }
        return nil
    }
}
