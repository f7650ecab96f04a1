/// The text of a news rewrite as lines, with its escapes undone.
///
/// Programs write such files from JSON strings: a whole article may be one physical line in which line breaks are the two
/// characters `\n`, and where a second program took the backslashes away, ` n n` stands between two sentences.
enum RewriteText {
    /// Trimmed; empty between paragraphs.
    static func lines(of text: String) -> [String] {
        let isEscaped = isEscapedForm(text)
        let lines = withoutLostEscapes(unescaped(text, breaks: isEscaped))
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0.stripped) }
        // Hard-wrapped text has empty lines between its paragraphs; elsewhere each line is one.
        let longest = lines.map(\.utf8.count).max() ?? 0
        let isWrapped = !isEscaped && lines.contains("") && wrapWidths.contains(longest)
        return isWrapped ? lines : lines.flatMap { [$0, ""] }
    }

    /// The first line as a title: whole if it is a headline, else its beginning up to a sentence or a word.
    static func title(of line: String) -> (text: String, isWholeLine: Bool) {
        let line = withoutEmphasis(line)
        guard line.count > titleLength else { return (line, true) }
        let start = line.prefix(titleLength)
        if let end = start.firstRange(of: ". ") { return (String(start[..<end.lowerBound]) + ".", false) }
        let end = start.lastIndex(of: " ") ?? start.endIndex
        return (start[..<end] + "…", false)
    }

    /// Without the Markdown around a whole line: `## Headline`, `**Headline**`.
    static func withoutEmphasis(_ line: String) -> String {
        var text = line.stripped
        let marks = text.prefix { $0 == "#" }
        if marks.count <= 6, text.dropFirst(marks.count).first == " " {
            text = text.dropFirst(marks.count).stripped
        }
        for mark in ["***", "**", "__", "*", "_"] where text.count > 2 * mark.count {
            guard text.hasPrefix(mark), text.hasSuffix(mark) else { continue }
            let inner = text.dropFirst(mark.count).dropLast(mark.count)
            if !inner.contains(mark) { return String(inner) }
        }
        return String(text)
    }

    /// Whether `\n` means a line break: a path such as `C:\new` in a text of several lines does not.
    private static func isEscapedForm(_ text: String) -> Bool {
        let trimmed = text.stripped
        return !trimmed.utf8.contains(0x0A) || trimmed.contains(#"\n\n"#)
    }

    private static func unescaped(_ text: String, breaks: Bool) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(backslash) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == backslash, index + 1 < bytes.count else {
                result.append(bytes[index])
                index += 1
                continue
            }
            let (replacement, length) = escape(bytes, at: index, breaks: breaks)
            result += replacement
            index += length
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// What stands for the escape at `index`, and how many bytes it takes.
    private static func escape(_ bytes: [UInt8], at index: Int, breaks: Bool) -> (replacement: [UInt8], length: Int) {
        switch bytes[index + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return ([bytes[index + 1]], 2)
        case UInt8(ascii: "u"):
            guard let unit = JSONEscape.codeUnit(in: bytes, at: index) else { return ([backslash], 1) }
            let low = JSONEscape.codeUnit(in: bytes, at: index + JSONEscape.length)
            if UTF16.isLeadSurrogate(unit), let low, UTF16.isTrailSurrogate(low) {
                return (Array(String(decoding: [unit, low], as: UTF16.self).utf8), 2 * JSONEscape.length)
            }
            return (Array(String(decoding: [unit], as: UTF16.self).utf8), JSONEscape.length)
        case UInt8(ascii: "n") where breaks, UInt8(ascii: "r") where breaks:
            let isPair = bytes[index...].starts(with: #"\r\n"#.utf8)
            return ([0x0A], isPair ? 4 : 2)
        case UInt8(ascii: "t") where breaks: return ([0x20], 2)
        case UInt8(ascii: "/") where breaks, backslash where breaks: return ([bytes[index + 1]], 2)
        default: return ([backslash], 1)
        }
    }

    private static let backslash = UInt8(ascii: "\\")
    /// Of the longest line: shorter ones were not wrapped but are all there is, longer ones are paragraphs.
    private static let wrapWidths = 60...100
    private static let titleLength = 160
}

extension RewriteText {
    /// Turns `. n nNext` into `.`, a paragraph break, `Next`.
    private static func withoutLostEscapes(_ text: String) -> String {
        let characters = Array(text)
        guard characters.count > 3 else { return text }
        var result = ""
        var index = 0
        while index < characters.count {
            if let end = lostEscape(characters, at: index) {
                while result.last == " " { result.removeLast() }
                result += "\n\n"
                index = end
            } else {
                result.append(characters[index])
                index += 1
            }
        }
        return result
    }

    /// The end of a run of single `n`s at `index` that cannot be words: two or more between the end of a sentence and the
    /// beginning of the next; or, after other text, with the last one glued to a capital letter.
    private static func lostEscape(_ characters: [Character], at index: Int) -> Int? {
        guard characters[index] == "n", index > 0 else { return nil }
        let before = characters[index - 1]
        let isAfterSpace = before == " "
        var count = 1
        var end = index + 1
        while count < 8, end + 1 < characters.count, characters[end] == " ", characters[end + 1] == "n" {
            end += 2
            count += 1
        }
        guard count >= 2 else { return nil }
        let isGlued = end < characters.count && characters[end].isUppercase
        while end < characters.count, characters[end] == " " { end += 1 }
        let opensNext = end == characters.count || opensSentence(characters[end])
        guard opensNext else { return nil }
        let previous = isAfterSpace ? lastBefore(characters, index) : before
        let closesLast = previous.map(closesSentence) ?? true
        return closesLast || isAfterSpace && isGlued ? end : nil
    }

    private static func lastBefore(_ characters: [Character], _ index: Int) -> Character? {
        var index = index - 1
        while index >= 0, characters[index] == " " { index -= 1 }
        return index >= 0 ? characters[index] : nil
    }

    private static func closesSentence(_ character: Character) -> Bool {
        character.isPunctuation || character.isNewline || character.isSymbol
    }

    private static func opensSentence(_ character: Character) -> Bool {
        !character.isLowercase && !character.isWhitespace || character.isNewline
    }
}
