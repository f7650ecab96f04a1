import Foundation

/// JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/).
enum JSONFeed {
    /// Whether the document can only be JSON.
    static func isJSON(_ bytes: [UInt8]) -> Bool {
        let first = withoutMark(bytes).first { !$0.isASCIIBlank }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    static func parse(_ bytes: [UInt8], context: DocumentContext) throws(ParseError) -> ParsedFeed {
        let document: JSONFeedDocument
        do {
            document = try JSONDecoder().decode(JSONFeedDocument.self, from: Data(withoutMark(bytes)))
        } catch {
            throw ParseError(found: "JSON that cannot be read")
        }
        guard let items = document.items, document.isFeed else { throw ParseError(found: "JSON of another kind") }
        let scope = context.scope
        var mapping = JSONFeedMapping(scope: scope)
        let feed = mapping.feed(document)
        let entries = items.prefix(ParseLimits.entries).map { mapping.entry($0) }
        return ParsedFeed(
            format: document.version?.contains("/version/1.1") == true ? .jsonFeed11 : .jsonFeed10, encoding: "utf-8",
            wellFormed: true, diagnostics: mapping.diagnostics, feed: feed, entries: entries)
    }

    /// RFC 8259, section 8.1, forbids a byte order mark; some send one all the same.
    private static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    }
}
