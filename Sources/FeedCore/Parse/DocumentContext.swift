/// What surrounds the bytes of a document: where they came from and what the response said about them.
public struct DocumentContext: Sendable {
    /// Where the document was retrieved; the outermost base for relative references.
    public var url: String?
    public var contentType: String?
    public var contentLocation: String?
    public var contentLanguage: String?

    public init(
        url: String? = nil, contentType: String? = nil, contentLocation: String? = nil, contentLanguage: String? = nil
    ) {
        self.url = url
        self.contentType = contentType
        self.contentLocation = contentLocation
        self.contentLanguage = contentLanguage
    }

    /// The `charset` parameter of the content type (RFC 9110, section 8.3.2); quoted with either mark, blanks allowed.
    var charset: String? {
        for part in contentType?.split(separator: ";").dropFirst() ?? [] {
            let pair = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
            guard pair.count == 2, pair[0].equalsIgnoringCase("charset") else { continue }
            return String(pair[1].drop { "\"'".contains($0) }.prefix { !"\"'".contains($0) }).nonBlank
        }
        return nil
    }

    /// The base and the language in force outside the root element (RFC 3986, section 5.1; RFC 9110, section 8.7).
    var scope: Scope {
        let base = contentLocation.flatMap { Reference.base($0, against: url) } ?? url
        return Scope(
            base: base,
            language: contentLanguage.flatMap(LanguageTag.normalized))
    }
}
