/// A piece of foreign text that is short and harmless enough to stand in a message of one line.
enum Excerpt {
    static func of(_ text: some StringProtocol) -> String {
        var excerpt = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard excerpt.count < limit else { return String(excerpt) + "…" }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: excerpt.append("\u{FFFD}")
            default: excerpt.append(scalar)
            }
        }
        return String(excerpt)
    }

    private static let limit = 60
}

extension StringProtocol where SubSequence == Substring {
    /// Without white space at both ends.
    var stripped: Substring {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
        return self[start..<end]
    }
}
