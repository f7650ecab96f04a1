/// The start of a plain text, for lists of entries.
public enum Summary {
    /// At most `limit` characters of `text`: up to the end of a sentence if one ends in the second half of them, else up
    /// to a word's end with an ellipsis. Characters are what a reader sees (grapheme clusters); none is cut apart.
    public static func of(_ text: String, limit: Int) -> String {
        guard limit > 0 else { return "" }
        guard let cut = text.index(behindCharacters: limit), cut < text.endIndex,
            let middle = text.index(behindCharacters: limit / 2)
        else { return text }
        if let end = endOfSentence(in: text, from: middle, to: cut) { return String(text[..<end]) }
        // One place is kept for the ellipsis.
        let last = text.index(before: cut)
        // By scalars: to compare characters means to normalize them.
        let gap = text.unicodeScalars[middle...last].lastIndex(where: \.properties.isWhitespace)
        let words = text[..<(gap ?? last)]
        let end =
            words.unicodeScalars.lastIndex { scalar in
                !scalar.properties.isWhitespace && !",;:-–—，、；：".unicodeScalars.contains(scalar)
            } ?? words.startIndex
        return words.isEmpty ? "…" : String(words[...end]) + "…"
    }

    /// Behind the last sentence that ends between the two.
    private static func endOfSentence(in text: String, from: String.Index, to: String.Index) -> String.Index? {
        let scalars = text.unicodeScalars
        var index = to
        while index > from {
            let previous = scalars.index(before: index)
            switch scalars[previous] {
            case "。", "！", "？", "．", "।", "؟", "۔":
                let end = closing(scalars, from: index, to: to)
                if !scalars[end].properties.isGraphemeExtend { return end }
            // "3.5" and "example.com" end no sentence.
            case ".", "!", "?", "…":
                let end = closing(scalars, from: index, to: to)
                if scalars[end].properties.isWhitespace { return end }
            default: break
            }
            index = previous
        }
        return nil
    }

    /// Behind the quotation marks and brackets that close with a sentence.
    private static func closing(
        _ scalars: String.UnicodeScalarView, from: String.Index, to: String.Index
    ) -> String.Index {
        var end = from
        while end < to, "\"'”’»)]」』）".unicodeScalars.contains(scalars[end]) { end = scalars.index(after: end) }
        return end
    }
}
