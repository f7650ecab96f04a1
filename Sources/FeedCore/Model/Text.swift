/// A text construct or the content of an entry (RFC 4287, sections 3.1 and 4.1.3).
public struct Text: Sendable, Equatable, Codable {
    public var type: TextType
    /// Plain text for `text` (never escaped, never sanitized), markup for `html` and `xhtml`.
    public var value: String
    /// The inherited `xml:lang`, as BCP 47.
    public var language: String?
    /// The absolute base in force at the element, for relative references.
    public var base: String?
    /// The address of content that stands elsewhere (section 4.1.3.2); content only.
    public var src: String?

    public init(
        _ value: String, type: TextType = .text, language: String? = nil, base: String? = nil, src: String? = nil
    ) {
        self.type = type
        self.value = value
        self.language = language
        self.base = base
        self.src = src
    }
}

/// `text`, `html`, `xhtml` or, for content, a media type.
public enum TextType: Sendable, Equatable, Codable {
    case text, html, xhtml
    case media(String)

    public var name: String {
        switch self {
        case .text: "text"
        case .html: "html"
        case .xhtml: "xhtml"
        case .media(let type): type
        }
    }

    public init(_ name: String) {
        switch name {
        case "text": self = .text
        case "html": self = .html
        case "xhtml": self = .xhtml
        default: self = .media(name)
        }
    }

    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }

    /// Whether the value is markup that has to be sanitized.
    public var isMarkup: Bool {
        switch self {
        case .html, .xhtml, .media("text/html"), .media("application/xhtml+xml"): true
        default: false
        }
    }
}
