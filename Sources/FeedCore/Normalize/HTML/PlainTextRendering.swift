/// Markup as plain text: for titles, summaries, search and the terminal.
public enum PlainText {
    /// The text of `html`: references resolved once, blocks on lines of their own, white space folded elsewhere, and
    /// nothing that a terminal or a reader's eye could trip over (see `clean`).
    public static func render(_ html: String) -> String {
        var tokenizer = HTMLTokenizer(Array(html.utf8), sink: PlainTextBuilder())
        tokenizer.run()
        return clean(String(decoding: tokenizer.sink.finished(), as: UTF8.self))
    }

    /// `text` without control characters but for line breaks and tabs, without whole escape sequences of terminals, and
    /// without the characters that turn the direction of what follows (Unicode TR 36, section 2.3).
    public static func clean(_ text: String) -> String {
        guard mayBeUnclean(text.utf8.span) else { return text }
        var clean = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "\u{1B}" {
                dropSequence(&rest)
            } else if scalar == "\u{9B}" {
                dropParameters(&rest)
            } else if scalar == "\u{2028}" || scalar == "\u{2029}" {
                clean.append("\n")
            } else if !isUnwanted(scalar) {
                clean.append(scalar)
            }
        }
        return String(clean)
    }

    /// Whether UTF-8 may hold an unwanted character: most texts hold none, and have not to be taken apart for that.
    private static func mayBeUnclean(_ text: Span<UInt8>) -> Bool {
        for index in text.indices {
            switch text[index] {
            case 0x20..<0x7F, 0x09, 0x0A, 0x80..<0xC2, 0xC3..<0xE2, 0xE3..<0xEF, 0xF0...: continue
            case 0xC2 where text[index + 1] >= 0xA0: continue
            case 0xE2:
                let (second, third) = (text[index + 1], text[index + 2])
                if second == 0x80, (0xA8...0xAE).contains(third) { return true }
                if second == 0x81, (0xA6...0xA9).contains(third) { return true }
            case 0xEF where text[index + 1] != 0xBB && text[index + 1] != 0xBF: continue
            default: return true
            }
        }
        return false
    }

    private static func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        // Controls; line and paragraph separators; embeddings, overrides and isolates; interlinear marks; BOM.
        case 0x00..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB, 0xFEFF: true
        default: false
        }
    }

    /// Behind an escape character: a control sequence, an operating system command, or a single character (ECMA-48).
    private static func dropSequence(_ rest: inout Substring.UnicodeScalarView) {
        switch rest.first {
        case "[":
            rest.removeFirst()
            dropParameters(&rest)
        case "]", "P", "X", "^", "_":
            while let scalar = rest.first, scalar != "\u{07}", scalar != "\u{1B}", scalar != "\n" { rest.removeFirst() }
            if rest.first == "\u{07}" { rest.removeFirst() }
        case let scalar? where scalar.isASCII && scalar.value > 0x20: rest.removeFirst()
        default: break
        }
    }

    private static func dropParameters(_ rest: inout Substring.UnicodeScalarView) {
        while let scalar = rest.first, (0x20...0x3F).contains(scalar.value) { rest.removeFirst() }
        if let scalar = rest.first, (0x40...0x7E).contains(scalar.value) { rest.removeFirst() }
    }
}
