/// How much there is to read in a plain text, in one pass.
public struct ReadingTime: Sendable, Equatable {
    /// Words; in scripts that write none apart (Chinese, Japanese) each character counts as one.
    public let words: Int
    /// Whole minutes, at least one unless there is nothing to read.
    public let minutes: Int

    public init(of text: String) {
        var spaced = 0
        var ideographs = 0
        var isInWord = false
        for scalar in text.unicodeScalars {
            let isPart: Bool
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                isPart = byte.isASCIILetter || byte.isASCIIDigit || isInWord && byte == ASCII.apostrophe
            } else if Self.isIdeographic(scalar) {
                ideographs += 1
                isPart = false
            } else {
                isPart = Self.isPartOfWord(scalar, inside: isInWord)
            }
            if isPart, !isInWord { spaced += 1 }
            isInWord = isPart
        }
        words = spaced + ideographs
        let seconds = spaced * 60 / Self.wordsPerMinute + ideographs * 60 / Self.ideographsPerMinute
        minutes = words == 0 ? 0 : max(1, (seconds + 59) / 60)
    }

    private static let wordsPerMinute = 230
    private static let ideographsPerMinute = 500

    /// Outside ASCII.
    private static func isPartOfWord(_ scalar: Unicode.Scalar, inside: Bool) -> Bool {
        switch scalar {
        // The apostrophe; the soft hyphen; the joiners of Arabic, Persian and Indic scripts.
        case "\u{2019}", "\u{AD}", "\u{200C}", "\u{200D}": return inside
        default: break
        }
        let properties = scalar.properties
        return properties.isAlphabetic || properties.numericType != nil
            || inside && properties.generalCategory == .nonspacingMark
    }

    /// Han, kana, and bopomofo. Hangul is written with spaces.
    private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3005...0x3007, 0x3041...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xF900...0xFAFF, 0xFF66...0xFF9D, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
