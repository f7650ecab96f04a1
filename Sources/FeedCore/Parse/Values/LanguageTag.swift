/// Language tags (BCP 47) as feeds write them.
enum LanguageTag {
    /// With `-` for `_`; nil if there is nothing left.
    static func normalized(_ text: String) -> String? {
        let trimmed = text.trimmed
        guard !trimmed.isEmpty else { return nil }
        return trimmed.utf8.contains(UInt8(ascii: "_")) ? trimmed.replacing("_", with: "-") : trimmed
    }

    /// Whether the text has a tag's shape (RFC 5646, section 2.1, as far as RFC 4287's `atomLanguageTag` asks): feeds
    /// give whole names, such as "English, US", for one.
    static func isWellFormed(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.enumerated().allSatisfy { index, part in
            (1...8).contains(part.count)
                && part.allSatisfy { $0.isASCIILetter || index > 0 && $0.isASCIIDigit }
        }
    }
}
