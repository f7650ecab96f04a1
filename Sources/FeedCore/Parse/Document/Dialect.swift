/// Which rules decide what a text is.
enum Dialect {
    /// RFC 4287.
    case atom10
    /// The drafts before it, with media types and `mode`.
    case atom03
    /// RSS and CDF, whose texts are nominally plain.
    case rss

    var isAtom: Bool { self != .rss }
}
