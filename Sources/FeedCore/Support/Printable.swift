/// Foreign text as it may stand in a message or on a terminal: nothing in it steers the terminal (ANSI escapes begin
/// with a control character) or turns the direction of what stands around it.
public enum Printable {
    /// Several lines, as long as they are.
    public static func lines(_ text: String) -> String {
        cleaned(text.unicodeScalars) { $0 != "\n" && isUnprintable($0) }
    }

    /// One line, not longer than anyone reads.
    static func text(_ text: some StringProtocol, limit: Int = 1000) -> String {
        let scalars = text.unicodeScalars
        let line = cleaned(scalars.prefix(limit), where: isUnprintable)
        return scalars.dropFirst(limit).isEmpty ? line : line + "…"
    }

    private static func cleaned(
        _ scalars: some Sequence<Unicode.Scalar>, where isUnprintable: (Unicode.Scalar) -> Bool
    ) -> String {
        var result = String.UnicodeScalarView()
        for scalar in scalars { result.append(isUnprintable(scalar) ? "\u{FFFD}" : scalar) }
        return String(result)
    }

    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
