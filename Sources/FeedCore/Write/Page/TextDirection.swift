/// The attributes that say in which language, and so in which direction, a foreign text is written.
enum TextDirection {
    /// - Parameters:
    ///   - language: Of the text; nil where nothing is known of it.
    ///   - page: The page's own, which need not be repeated.
    static func attributes(_ language: String?, page: String?) -> HTML {
        guard let language, !language.isEmpty, language != page else { return " dir=\"auto\"" }
        return isRightToLeft(language) ? " lang=\"\(language)\" dir=\"rtl\"" : " lang=\"\(language)\" dir=\"auto\""
    }

    static func isRightToLeft(_ language: String) -> Bool {
        let parts = language.lowercased().split { $0 == "-" || $0 == "_" }
        if parts.contains("latn") || parts.contains("cyrl") { return false }
        return parts.first.map { languages.contains(String($0)) } == true || parts.contains("arab")
    }

    /// Those that are written from right to left where no script is named.
    private static let languages: Set<String> = [
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi",
    ]
}
