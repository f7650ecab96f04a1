/// The hashes of the words of a plain text, given as UTF-8: runs of letters and digits, in ASCII's lower case.
///
/// Scripts without spaces between words (Chinese, Japanese, Thai, Lao) give one word a character.
struct TextWords {
    private var hashes: [UInt64] = []
    private var word = StableHash()
    private var isOpen = false
    private var hidden = HiddenElement()

    /// - Parameter text: of which each word is read as it is shown, without being written out first.
    static func hashes(of text: Text) -> [UInt64] {
        guard text.type.isMarkup else {
            var words = TextWords()
            words.read(PlainText.clean(text.value).utf8.span)
            return words.finished()
        }
        var tokenizer = HTMLTokenizer(Array(text.value.utf8), sink: TextWords())
        tokenizer.run()
        return tokenizer.sink.finished()
    }

    private consuming func finished() -> [UInt64] {
        close()
        return hashes
    }

    private mutating func read(_ text: Span<UInt8>) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte.isASCIILetter || byte.isASCIIDigit {
                index = readWord(in: text, from: index)
            } else if byte < 0x80 {
                if byte != ASCII.apostrophe, byte != ASCII.delete { close() }
                index += 1
            } else {
                // A string's UTF-8 is valid, so the first byte tells how many follow.
                let length = (~byte).leadingZeroBitCount
                read(byte, text[index + 1], length > 2 ? text[index + 2] : 0, length > 3 ? text[index + 3] : 0)
                index += length
            }
        }
    }

    /// - Returns: the place behind the letters and digits of ASCII that stand from `start` on.
    private mutating func readWord(in text: Span<UInt8>, from start: Int) -> Int {
        var index = start
        var word = word
        while index < text.count, text[index].isASCIILetter || text[index].isASCIIDigit {
            // A digit has the bit of lower case as it is.
            word.combine(text[index] | 0x20)
            index += 1
        }
        self.word = word
        isOpen = true
        return index
    }

    /// A character beyond ASCII; bytes that it does not have are 0.
    private mutating func read(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) {
        let kind = Self.kind(of: first, second, third)
        if kind == .silent { return }
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
        /// Apostrophes, as `don’t` is one word, and what `PlainText.clean` takes away.
        case silent
    }

    /// By the first bytes of a character in UTF-8.
    private static func kind(of first: UInt8, _ second: UInt8, _ third: UInt8) -> Kind {
        switch (first, second) {
        // U+0080 ... U+00BF: the no-break space, guillemets and signs.
        case (0xC2, _): .mark
        // U+2000 ... U+2BFF: spaces, dashes, quotes, arrows, signs.
        case (0xE2, 0x80) where third == 0x99 || (0xAA...0xAE).contains(third): .silent
        case (0xE2, 0x81) where (0xA6...0xA9).contains(third): .silent
        case (0xE2, ..<0xB0): .mark
        // U+3000 ... U+303F, and the full-width forms of ASCII's marks.
        case (0xE3, 0x80), (0xEF, 0xBC): .mark
        // The byte order mark; interlinear marks.
        case (0xEF, 0xBB) where third == 0xBF, (0xEF, 0xBF) where (0xB9...0xBB).contains(third): .silent
        // Thai and Lao; kana and ideographs; those beyond the basic plane.
        case (0xE0, 0xB8...0xBB), (0xE3...0xE9, _), (0xF0, 0xA0...): .ideograph
        default: .letter
        }
    }
}

extension TextWords: HTMLTokenSink {
    static let readsAttributes = false

    mutating func text(_ run: ArraySlice<UInt8>) {
        if !hidden.isOpen { read(run.span) }
    }

    mutating func character(_ scalar: Unicode.Scalar) {
        if hidden.isOpen { return }
        read(Array(UTF8.encode(scalar) ?? .init()).span)
    }

    mutating func startTag(_ tag: HTMLTag) {
        if !hidden.start(tag), PlainTextBuilder.Gap(atStartOf: tag.element) != .none { close() }
    }

    mutating func endTag(_ element: HTMLElement) {
        if !hidden.end(element), PlainTextBuilder.Gap(atEndOf: element) != .none { close() }
    }
}
