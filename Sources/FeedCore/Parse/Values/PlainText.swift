extension String {
    /// Without white space at both ends; itself, if there is none.
    var trimmed: String {
        let bytes = utf8.span
        var start = 0
        var end = bytes.count
        while start < end, bytes[start].isASCIISpace { start += 1 }
        while end > start, bytes[end - 1].isASCIISpace { end -= 1 }
        guard start < end, bytes[start] < 0x80, bytes[end - 1] < 0x80 else { return trimmedByScalars }
        return end - start == bytes.count
            ? self : String(copying: unsafe UTF8Span(unchecked: bytes.extracting(start..<end)))
    }

    /// Beyond ASCII only the scalar can tell.
    private var trimmedByScalars: String {
        let scalars = unicodeScalars
        guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        let after = scalars.index(after: end)
        return start == startIndex && after == endIndex ? self : String(scalars[start..<after])
    }

    /// Trimmed; nil if nothing is left.
    var nonBlank: String? {
        let text = trimmed
        return text.isEmpty ? nil : text
    }

    /// Itself, if it has no capital of ASCII.
    var asciiLowercased: String {
        let bytes = utf8.span
        var index = 0
        while index < bytes.count, bytes[index] &- 0x41 >= 26 { index += 1 }
        return index == bytes.count ? self : String(decoding: utf8.map(\.asciiLowercased), as: UTF8.self)
    }

    func equalsIgnoringCase(_ other: StaticString) -> Bool {
        guard utf8.count == other.utf8CodeUnitCount else { return false }
        return other.withUTF8Buffer { buffer in
            var index = 0
            for byte in utf8 {
                guard unsafe byte.asciiLowercased == buffer[index] else { return false }
                index += 1
            }
            return true
        }
    }

    /// With U+FFFD for what XML 1.0, section 2.2, forbids; JSON has ways to write it.
    var withoutControls: String {
        guard utf8.contains(where: { $0 < 0x20 && !$0.isASCIIBlank }) else { return self }
        return String(
            decoding: utf8.flatMap { $0 < 0x20 && !$0.isASCIIBlank ? [0xEF, 0xBF, 0xBD] : [$0] }, as: UTF8.self)
    }

    /// The parts between commas, trimmed, without empty ones.
    var commaSeparated: [String] {
        split(separator: ",").compactMap { String($0).nonBlank }
    }

    /// At most `limit` bytes of UTF-8, cut between two graphemes.
    func cut(toBytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var length = 0
        // A single grapheme may be longer than the limit: then nothing of it is kept.
        return String(
            prefix { character in
                length += character.utf8.count
                return length <= limit
            })
    }
}
