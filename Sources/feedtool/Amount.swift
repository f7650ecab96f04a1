/// Numbers as people read them. Foundation's styles load ICU's tables for it, which takes as long as a look at ten feeds.
enum Amount {
    /// `812 bytes`, `24 kB`, `1.5 MB`.
    static func bytes(_ count: Int) -> String {
        guard count >= 1_000 else { return "\(count) bytes" }
        guard count >= 1_000_000 else { return "\(count / 1_000) kB" }
        let (tenth, unit) = count < 1_000_000_000 ? (100_000, "MB") : (100_000_000, "GB")
        let tenths = count / tenth
        return "\(tenths / 10).\(tenths % 10) \(unit)"
    }

    /// To a hundredth: `0.04`.
    static func seconds(_ seconds: Double) -> String {
        let hundredths = Int((seconds * 100).rounded())
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}
