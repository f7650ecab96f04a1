/// Who wrote an original, by its own words: `I’m NAME, …` or a line that begins with `By NAME`.
enum Byline {
    static func names(in line: String) -> [String] {
        let words = line.split(whereSeparator: \.isWhitespace)
        var names: [String] = []
        if let first = words.first, words.count > 2, first.lowercased() == "by" {
            names += self.names(afterBy: words.dropFirst())
        }
        for (index, word) in words.enumerated() {
            let isOne = ["I'm", "I’m"].contains { word == $0 || word.dropFirst() == $0 }
            let isTwo = word == "I" && index + 1 < words.count && words[index + 1] == "am"
            guard isOne || isTwo else { continue }
            let name = name(words[(index + (isOne ? 1 : 2))...])
            if let name, name.end == "," { names.append(name.text) }
            if names.count >= maxNames { break }
        }
        return names
    }

    /// `NAME`, `NAME and NAME`, `NAME, ROLE`, `NAME | PLACE`; a sentence that only begins with “By” goes on otherwise.
    private static func names(afterBy words: ArraySlice<Substring>) -> [String] {
        var names: [String] = []
        var rest = words
        while let name = name(rest) {
            guard !notNames.contains(name.text.prefix { $0 != " " }.lowercased()) else { break }
            rest = rest.dropFirst(name.words)
            let next = rest.first?.lowercased()
            let isEnded =
                name.end != nil || next == nil || ["and", "&", "for", "in", "|", "•", "-", "–", "—"].contains(next)
            guard isEnded else { break }
            names.append(name.text)
            guard next == "and" || next == "&" else { break }
            rest = rest.dropFirst()
        }
        return names
    }

    /// Two to five words that a name is made of, and the punctuation that ends them.
    private static func name(_ words: ArraySlice<Substring>) -> (text: String, words: Int, end: Character?)? {
        var parts: [Substring] = []
        var end: Character?
        for word in words.prefix(5) {
            let bare = word.last.map { ",;:".contains($0) } == true ? word.dropLast() : word
            let isInitial = bare.count == 2 && bare.hasSuffix(".")
            let isCapital =
                bare.first?.isUppercase == true
                && (isInitial || bare.allSatisfy { $0.isLetter || "'’-".contains($0) })
            guard isCapital || !parts.isEmpty && particles.contains(bare.lowercased()) else { break }
            parts.append(bare)
            if bare.endIndex != word.endIndex {
                end = word.last
                break
            }
        }
        guard parts.count >= 2, parts.last?.first?.isUppercase == true else { return nil }
        return (parts.joined(separator: " "), parts.count, end)
    }

    private static let maxNames = 8

    private static let particles: Set<String> = [
        "al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "la", "le", "ter", "van", "von",
    ]

    /// First words of sentences such as “By Monday Morning, …”.
    private static let notNames: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "may", "june", "july", "august", "september", "october", "november", "december", "the", "this", "that",
        "then", "late", "early", "mid", "all",
    ]
}
