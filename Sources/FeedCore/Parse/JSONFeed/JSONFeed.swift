import Foundation

/// JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/).
enum JSONFeed {
    /// Whether the document can only be JSON.
    static func isJSON(_ bytes: [UInt8]) -> Bool {
        let first = withoutMark(bytes).first { !$0.isASCIIBlank }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    static func parse(_ bytes: [UInt8], context: DocumentContext) throws(ParseError) -> ParsedFeed {
        let bytes = withoutMark(bytes)
        let sound = hasHalfSurrogate(bytes) ? nil : try? JSONDecoder().decode(JSONFeedDocument.self, from: Data(bytes))
        guard let document = sound ?? repaired(bytes) else { throw ParseError(found: "JSON that cannot be read") }
        guard let items = document.items, document.isFeed else { throw ParseError(found: "JSON of another kind") }
        let scope = context.scope
        var mapping = JSONFeedMapping(scope: scope)
        if sound == nil { mapping.complain(.notWellFormed, "the JSON had to be repaired") }
        if items.count > ParseLimits.entries { mapping.complain(.limitExceeded, ParseLimits.entriesExceeded) }
        let feed = mapping.feed(document)
        let entries = items.prefix(ParseLimits.entries).map { mapping.entry($0) }.filter { $0 != Entry() }
        return ParsedFeed(
            format: document.version?.contains("/version/1.1") == true ? .jsonFeed11 : .jsonFeed10, encoding: "utf-8",
            wellFormed: sound != nil, diagnostics: mapping.diagnostics, feed: feed, entries: entries)
    }

    /// The decoder refuses a string with half a character, and one bad string must not cost its entry the text.
    private static func hasHalfSurrogate(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.contains(UInt8(ascii: "\\")) && JSONRepair.mended(bytes).elementsEqual(bytes) == false
    }

    private static func repaired(_ bytes: ArraySlice<UInt8>) -> JSONFeedDocument? {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        return try? decoder.decode(JSONFeedDocument.self, from: Data(JSONRepair.mended(bytes)))
    }

    /// RFC 8259, section 8.1, forbids a byte order mark; some send one all the same. White space at the end is no part
    /// of the value that a repair would compare.
    private static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let end = (bytes.lastIndex { !$0.isASCIIBlank } ?? -1) + 1
        return bytes[start..<max(start, end)]
    }
}
