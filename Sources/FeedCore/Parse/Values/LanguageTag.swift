/// Language tags (BCP 47) as feeds write them.
enum LanguageTag {
    /// With `-` for `_`; nil if there is nothing left.
    static func normalized(_ text: String) -> String? {
        let trimmed = text.trimmed
        guard !trimmed.isEmpty else { return nil }
        return trimmed.utf8.contains(UInt8(ascii: "_")) ? trimmed.replacing("_", with: "-") : trimmed
    }
}
