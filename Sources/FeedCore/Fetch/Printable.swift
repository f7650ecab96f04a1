/// Text from servers as it may stand in a message or on a terminal.
enum Printable {
    /// Without control, escape and bidirectional formatting characters, and not longer than anyone reads.
    static func text(_ text: String, limit: Int = 1000) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > limit || scalars.contains(where: isUnprintable) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in scalars.prefix(limit) { result.append(isUnprintable(scalar) ? "\u{FFFD}" : scalar) }
        return String(result) + (scalars.count > limit ? "…" : "")
    }

    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
        default: false
        }
    }
}
