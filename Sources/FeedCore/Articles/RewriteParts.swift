/// The lines of a news rewrite, sorted by what they are.
struct RewriteParts: Sendable, Equatable {
    /// The rewritten text, with empty lines.
    private(set) var body: [String] = []
    /// What stands after `news from`, each once.
    private(set) var sources: [String] = []
    /// The original's headline, then its paragraphs; no empty lines.
    private(set) var original: [String] = []

    init(_ lines: [String]) {
        var isOriginal = false
        // Lines that follow each other without an empty one between them are one wrapped paragraph.
        var isParagraph = false
        for line in lines {
            switch Self.marker(line) {
            case .source(let name):
                if sources.count < Self.maxSources, !sources.contains(name) { sources.append(name) }
            case .original: isOriginal = true
            case nil where isOriginal && !line.isEmpty:
                if isParagraph { original[original.count - 1] += " \(line)" } else { original.append(line) }
                // The headline is always a line of its own.
                isParagraph = original.count > 1
            case nil where isOriginal: isParagraph = false
            case nil: body.append(line)
            }
        }
    }

    /// More are no attribution any longer.
    private static let maxSources = 32

    private enum Marker { case source(String), original }

    /// `— news from NAME` or `— News Original —`: any dash, any letter case, emphasis around it or not.
    private static func marker(_ line: String) -> Marker? {
        let bare = line.drop { "*_#> ".contains($0) }.stripped
        guard let first = bare.first, isDash(first) else { return nil }
        var words = bare.drop { isDash($0) || $0.isWhitespace }.stripped
        while let last = words.last, isDash(last) || last.isWhitespace || "*_".contains(last) { words.removeLast() }
        let tokens = words.split(maxSplits: 2, whereSeparator: \.isWhitespace)
        guard tokens.count >= 2, tokens[0].lowercased() == "news" else { return nil }
        switch tokens[1].lowercased() {
        case "original", "original:": return tokens.count == 2 ? .original : nil
        case "from" where tokens.count == 3: return .source(String(tokens[2].stripped))
        default: return nil
        }
    }

    /// Hyphen-minus, hyphens, en and em dash, horizontal bar, minus.
    private static func isDash(_ character: Character) -> Bool { "-‐‑‒–—―−﹘﹣－".contains(character) }
}
