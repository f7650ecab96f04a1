/// The hashes of a plain text's words: runs of letters and digits, in ASCII's lower case.
///
/// Scripts without spaces between words (Chinese, Japanese, Thai, Lao) give one word a character.
enum TextWords {
    static func hashes(of text: String) -> [UInt64] {
        var words: [UInt64] = []
        var word: StableHash?
        func close() {
            if let word { words.append(word.value) }
            word = nil
        }
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            if byte < 0x80 {
                if byte.isASCIILetter || byte.isASCIIDigit {
                    var open = word ?? StableHash()
                    open.combine(byte.isASCIILetter ? byte | 0x20 : byte)
                    word = open
                } else if byte != ASCII.apostrophe {
                    close()
                }
                continue
            }
            // A string's UTF-8 is valid, so the first byte tells how many follow.
            let length = (~byte).leadingZeroBitCount
            let second = bytes.next() ?? 0
            let third = length > 2 ? bytes.next() ?? 0 : 0
            let fourth = length > 3 ? bytes.next() ?? 0 : 0
            switch kind(of: byte, second, third) {
            case .apostrophe: break
            case .mark: close()
            case .ideograph:
                close()
                word = extended(nil, by: byte, second, third, fourth)
                close()
            case .letter: word = extended(word, by: byte, second, third, fourth)
            }
        }
        close()
        return words
    }

    private static func extended(
        _ word: StableHash?, by first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8
    ) -> StableHash {
        var word = word ?? StableHash()
        word.combine(first)
        word.combine(second)
        word.combine(third)
        word.combine(fourth)
        return word
    }

    private enum Kind {
        case letter, ideograph, mark
        /// `don’t` is one word.
        case apostrophe
    }

    /// By the first bytes of a character in UTF-8.
    private static func kind(of first: UInt8, _ second: UInt8, _ third: UInt8) -> Kind {
        switch (first, second) {
        // U+0080 ... U+00BF: the no-break space, guillemets and signs.
        case (0xC2, _): .mark
        // U+2000 ... U+2BFF: spaces, dashes, quotes, arrows, signs.
        case (0xE2, 0x80) where third == 0x99: .apostrophe
        case (0xE2, ..<0xB0): .mark
        // U+3000 ... U+303F, and the full-width forms of ASCII's marks.
        case (0xE3, 0x80), (0xEF, 0xBC): .mark
        // Thai and Lao; kana and ideographs; those beyond the basic plane.
        case (0xE0, 0xB8...0xBB), (0xE3...0xE9, _), (0xF0, 0xA0...): .ideograph
        default: .letter
        }
    }
}
