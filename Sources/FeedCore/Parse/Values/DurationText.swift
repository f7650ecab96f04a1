/// Durations and positions: `75`, `1:15`, `1:02:03`, `00:03:07.250`, `PT1M15S` is none of them.
enum DurationText {
    /// In seconds; nil if it is none.
    static func seconds(_ text: String) -> Double? {
        let parts = text.trimmed.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count) else { return nil }
        var total = 0.0
        for (index, part) in parts.enumerated() {
            guard let first = part.utf8.first, first.isASCIIDigit, let value = Double(part), value.isFinite,
                index == parts.count - 1 || value == value.rounded(.down)
            else { return nil }
            total = total * 60 + value
        }
        return total
    }
}
