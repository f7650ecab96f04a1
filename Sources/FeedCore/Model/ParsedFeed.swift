/// What a document says, in document order: the JSON that `feedtool parse` prints.
public struct ParsedFeed: Sendable, Equatable, Codable {
    public var format: Format
    /// The character encoding in force, in lower case, under its declared name.
    public var encoding: String?
    /// False whenever an XML 1.0 processor with namespaces would have stopped.
    public var wellFormed: Bool
    @Sparse public var diagnostics: [Diagnostic]
    public var feed: Feed
    public var entries: [Entry]

    public init(
        format: Format, encoding: String? = nil, wellFormed: Bool, diagnostics: [Diagnostic] = [], feed: Feed = Feed(),
        entries: [Entry] = []
    ) {
        self.format = format
        self.encoding = encoding
        self.wellFormed = wellFormed
        self.feed = feed
        self.entries = entries
        self.diagnostics = diagnostics
    }

    public enum Format: String, Sendable, Codable {
        case atom10 = "atom-1.0"
        case atom03 = "atom-0.3"
        case atom
        case rss090 = "rss-0.90"
        case rss091 = "rss-0.91"
        case rss091Netscape = "rss-0.91-netscape"
        case rss092 = "rss-0.92"
        case rss093 = "rss-0.93"
        case rss094 = "rss-0.94"
        case rss10 = "rss-1.0"
        case rss20 = "rss-2.0"
        case rss
        case cdf
        case jsonFeed10 = "json-feed-1.0"
        case jsonFeed11 = "json-feed-1.1"
    }
}

/// Something in a document that had to be repaired, dropped or taken with a grain of salt.
public struct Diagnostic: Sendable, Equatable, Codable {
    public var code: Code
    public var message: String
    /// Counted from 1.
    public var line: Int?

    public init(_ code: Code, _ message: String, line: Int? = nil) {
        self.code = code
        self.message = message
        self.line = line
    }

    public enum Code: String, Sendable, Codable {
        /// A markup error; parsing went on in recovery.
        case notWellFormed
        /// A namespace prefix without a declaration.
        case undeclaredPrefix
        /// An entity reference without a declaration; HTML's names are still resolved.
        case undefinedEntity
        /// The declared encoding is unknown or does not fit; another one was used.
        case encodingMismatch
        /// `Content-Type` is given and names neither an XML nor a JSON type.
        case nonXMLMediaType
        /// A value was dropped.
        case invalidDate, invalidNumber, invalidLocation
        /// A part was left out because it is beyond a limit; the document itself may be faultless.
        case limitExceeded
    }
}
