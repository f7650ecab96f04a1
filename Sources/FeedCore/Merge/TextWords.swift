/// The hashes of the words of a plain text, given as UTF-8: runs of letters and digits, in ASCII's lower case.
///
/// Scripts without spaces between words (Chinese, Japanese, Thai, Lao) give one word a character.
struct TextWords {
    private var hashes: [UInt64] = []
    private var word = StableHash()
    private var isOpen = false

    static func hashes(of text: [UInt8]) -> [UInt64] {
        var words = TextWords()
        words.read(text.span)
        return words.hashes
    }

    private mutating func read(_ text: Span<UInt8>) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                read(byte)
                index += 1
            } else {
                // A string's UTF-8 is valid, so the first byte tells how many follow.
                let length = (~byte).leadingZeroBitCount
                read(byte, text[index + 1], length > 2 ? text[index + 2] : 0, length > 3 ? text[index + 3] : 0)
                index += length
            }
        }
        close()
    }

    @inline(__always)
    private mutating func read(_ byte: UInt8) {
        if byte.isASCIILetter || byte.isASCIIDigit {
            word.combine(byte.isASCIILetter ? byte | 0x20 : byte)
            isOpen = true
        } else if byte != ASCII.apostrophe {
            close()
        }
    }

    /// A character beyond ASCII; bytes that it does not have are 0.
    private mutating func read(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) {
        let kind = Self.kind(of: first, second, third)
        if kind == .apostrophe { return }
        if kind != .letter { close() }
        if kind == .mark { return }
        word.combine(first)
        word.combine(second)
        word.combine(third)
        word.combine(fourth)
        isOpen = true
        if kind == .ideograph { close() }
    }

    private mutating func close() {
        guard isOpen else { return }
        hashes.append(word.value)
        word = StableHash()
        isOpen = false
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
