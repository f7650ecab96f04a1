/// Finds the feeds that an HTML page announces: `<link rel="alternate" type="application/rss+xml" href="…">`.
///
/// Works on bytes and needs no tree, since pages are more often broken than not; markup in comments and scripts is
/// taken at its word.
enum FeedLinks {
    static func find(in bytes: [UInt8], base: String?) -> [String] {
        let page = bytes.prefix(ParseLimits.discovery)
        var found: [String] = []
        var index = page.startIndex
        while let start = page[index...].firstIndex(of: UInt8(ascii: "<")), found.count < 10 {
            index = start + 1
            guard page[index...].prefix(5).map(\.asciiLowercased) == Array("link ".utf8) else { continue }
            let attributes = attributes(page, from: &index)
            guard let rel = attributes["rel"]?.asciiLowercased.split(separator: " "), rel.contains("alternate"),
                let type = attributes["type"].map(MediaType.essence), types.contains(type),
                let href = attributes["href"].flatMap({ Reference.resolve($0, against: base) })?.nonBlank
            else { continue }
            if !found.contains(href) { found.append(href) }
        }
        return found
    }

    private static let types: Set<String> = [
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
        "application/x.atom+xml", "text/xml", "application/xml",
    ]

    /// The attributes of the tag in which `index` stands; moves it behind the tag.
    private static func attributes(_ page: ArraySlice<UInt8>, from index: inout Int) -> [String: String] {
        var result: [String: String] = [:]
        while index < page.endIndex, page[index].isASCIILetter { index += 1 }
        while index < page.endIndex, page[index] != UInt8(ascii: ">") {
            let name = page[index...].prefix { !$0.isASCIIBlank && !"=>/".utf8.contains($0) }
            index = name.endIndex
            if name.isEmpty {
                index += 1
                continue
            }
            guard index < page.endIndex, page[index] == UInt8(ascii: "=") else { continue }
            index += 1
            result[String(decoding: name, as: UTF8.self).asciiLowercased] = value(page, from: &index)
        }
        return result
    }

    private static func value(_ page: ArraySlice<UInt8>, from index: inout Int) -> String {
        guard index < page.endIndex else { return "" }
        let quote = page[index]
        let value: ArraySlice<UInt8>
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            value = page[(index + 1)...].prefix { $0 != quote }
            index = min(value.endIndex + 1, page.endIndex)
        } else {
            value = page[index...].prefix { !$0.isASCIIBlank && $0 != UInt8(ascii: ">") }
            index = value.endIndex
        }
        return String(decoding: value, as: UTF8.self)
    }
}
