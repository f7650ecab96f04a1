/// What one document may cost. Nesting, attributes and text are bounded by the prescan.
enum ParseLimits {
    /// A document is read no further than this; empty entries count, or a million of them would cost a second.
    static let entries = 50_000
    /// For the diagnostic of a document with more.
    static let entriesExceeded = "what follows the first \(entries) entries is left out"
    /// In one entry, or in the feed beside its entries: what is in them is kept, published, and read by every subscriber.
    static let elements = 10_000
    static let elementsExceeded = "elements of one entry or feed beyond the first \(elements) are left out"
    /// In bytes of UTF-8; a longer title is cut at a grapheme.
    static let title = 1_024
    /// How many bytes gzip data may become.
    static let inflated = 15 << 20
    /// How much of a page that is no feed is searched for links to feeds, in bytes: some sites put a megabyte of script
    /// before them.
    static let discovery = 2 << 20
    /// How many links to feeds are taken from one page.
    static let feedLinks = 50
}
