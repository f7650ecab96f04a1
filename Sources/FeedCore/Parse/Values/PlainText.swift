extension String {
    /// Without XML's white space at both ends; itself, if there is none.
    var trimmed: String {
        let bytes = utf8
        guard let first = bytes.first, let last = bytes.last, first.isASCIIBlank || last.isASCIIBlank else { return self }
        guard let start = bytes.firstIndex(where: { !$0.isASCIIBlank }),
            let end = bytes.lastIndex(where: { !$0.isASCIIBlank })
        else { return "" }
        return String(self[start...end])
    }

    /// Trimmed; nil if nothing is left.
    var nonBlank: String? {
        let text = trimmed
        return text.isEmpty ? nil : text
    }

    /// Itself, if it has no capital of ASCII.
    var asciiLowercased: String {
        guard utf8.contains(where: { $0 &- 0x41 < 26 }) else { return self }
        return String(decoding: utf8.map(\.asciiLowercased), as: UTF8.self)
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
        return String(decoding: utf8.flatMap { $0 < 0x20 && !$0.isASCIIBlank ? [0xEF, 0xBF, 0xBD] : [$0] }, as: UTF8.self)
    }

    /// The parts between commas, trimmed, without empty ones.
    var commaSeparated: [String] {
        split(separator: ",").compactMap { String($0).nonBlank }
    }

    /// At most `limit` bytes of UTF-8, cut between two graphemes.
    func cut(toBytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        let end = utf8.index(startIndex, offsetBy: limit)
        // One grapheme may be longer than the limit: then nothing of it is kept.
        return String(self[..<index(startIndex, offsetBy: self[..<end].count - 1)])
    }
}
