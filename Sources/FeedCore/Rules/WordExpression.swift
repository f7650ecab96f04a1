/// Plain words as a regular expression: whole words in any letter case, any white space between them.
///
/// `swift` is found in "Swift 6" and not in "swiftly"; `C++` in "C++20". Scripts that write no spaces have no borders of
/// words that one could look for: 東京 is found in 東京都.
enum WordExpression {
    static func any(of phrases: [String]) -> String {
        "(?:" + phrases.map(one).joined(separator: "|") + ")"
    }

    private static func one(_ phrase: String) -> String {
        let words = phrase.split(whereSeparator: \.isWhitespace).map { quoted($0) }
        let before = phrase.stripped.unicodeScalars.first.map(hasBorders) ?? false
        let after = phrase.stripped.unicodeScalars.last.map(hasBorders) ?? false
        return (before ? "(?<!\(letter))" : "") + words.joined(separator: "\\s+") + (after ? "(?!\(letter))" : "")
    }

    private static func quoted(_ word: Substring) -> String {
        var result = ""
        for scalar in word.unicodeScalars {
            if scalar.isASCII, !hasBorders(scalar) { result.append("\\") }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    /// Whether a letter beside it would be part of the same word.
    private static func hasBorders(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        guard properties.isAlphabetic || properties.numericType != nil || scalar == "_" else { return false }
        switch scalar.value {
        // Thai, Lao, Myanmar, Khmer, kana, ideographs.
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x30FF, 0x31F0...0x9FFF, 0xF900...0xFAFF,
            0xFF66...0xFF9D, 0x20000...0x3FFFF:
            return false
        default: return true
        }
    }

    private static let letter =
        #"(?![\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}])[\p{L}\p{M}\p{N}_]"#
}
