/// Markup that is safe to stand in a page.
///
/// There are four ways to make it, and each sees to it that no text of a feed can become markup: a literal of this
/// program, in which every text that is interpolated is escaped; other `HTML`; the sanitizer; and a piece of the
/// operator's own theme. A literal is a `StaticString` down to its parts, so that no string made at run time can pass
/// for one.
///
///     let line: HTML = "<a href=\"\(address)\">\(title)</a>"
struct HTML: Sendable, Equatable {
    private(set) var bytes: [UInt8] = []

    init() {}

    var isEmpty: Bool { bytes.isEmpty }

    mutating func append(_ other: HTML) { bytes += other.bytes }

    static func += (html: inout HTML, other: HTML) { html.append(other) }

    private mutating func append(literal: StaticString) {
        literal.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Escaped so that it can stand between tags as well as in a quoted attribute; control characters, which HTML does
    /// not allow (section 13.2.3.5), become U+FFFD.
    private mutating func append(text: String) {
        let replacements = Self.replacements
        var text = text
        text.withUTF8 { utf8 in
            var copied = 0
            for index in 0..<utf8.count {
                guard let replacement = unsafe replacements[Int(utf8[index])] else { continue }
                unsafe bytes.append(contentsOf: utf8[copied..<index])
                bytes += replacement
                copied = index + 1
            }
            unsafe bytes.append(contentsOf: utf8[copied...])
        }
    }

    /// What stands for a byte; nil for those that stay.
    private static let replacements: [[UInt8]?] = (0...255).map { number in
        let byte = UInt8(number)
        return switch byte {
        case ASCII.ampersand: MarkupBuilder.ampersand
        case ASCII.less: MarkupBuilder.less
        case ASCII.greater: MarkupBuilder.greater
        case ASCII.quote: quote
        case ASCII.apostrophe: apostrophe
        case 0x7F: replacement
        case 0..<ASCII.space where !ASCII.isSpace(byte): replacement
        default: nil
        }
    }

    private static let quote = Array("&quot;".utf8)
    private static let apostrophe = Array("&#39;".utf8)
    private static let replacement = Array("\u{FFFD}".utf8)
}

extension HTML: ExpressibleByStringInterpolation {
    init(stringLiteral literal: StaticString) { append(literal: literal) }

    init(stringInterpolation: Interpolation) { self = stringInterpolation.html }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var html = HTML()

        init(literalCapacity: Int, interpolationCount: Int) { html.bytes.reserveCapacity(literalCapacity * 2) }

        mutating func appendLiteral(_ literal: StaticString) { html.append(literal: literal) }

        mutating func appendInterpolation(_ text: String) { html.append(text: text) }

        mutating func appendInterpolation(_ number: Int) { html.append(text: String(number)) }

        mutating func appendInterpolation(_ address: PageAddress) { html.append(text: address.text) }

        mutating func appendInterpolation(_ other: HTML?) { if let other { html.append(other) } }
    }
}

extension HTML {
    /// A piece of the theme, as the operator wrote it.
    init(operator bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    /// The markup of a title: inline, and without links, since it becomes a link itself.
    init(title text: Text) {
        guard text.type.isMarkup else {
            append(text: text.plain)
            return
        }
        bytes = Array(Sanitizer(options: Self.unchanged([])).title(text.value).html.utf8)
    }

    /// The content of an entry, fitted into a page by `EntryMarkup`, and the first of its pictures.
    ///
    /// What the store holds is sanitized already, and sanitizing it again changes nothing. It is done all the same: a
    /// page must not depend on every road into the store having been right.
    /// - Parameter players: Whose frames stay.
    static func content(_ text: Text, players: Set<PlayerService>) -> (html: HTML, pictures: [PageAddress]) {
        guard text.type.isMarkup else { return ("<p class=\"plain\">\(text.plain)</p>", []) }
        let markup = Sanitizer(options: unchanged(players)).sanitize(text.value).html
        let fitted = EntryMarkup(Array(markup.utf8))
        var html = HTML()
        html.bytes = fitted.output
        return (html, fitted.pictures)
    }

    /// Whether trackers stay was decided when the entry came in.
    private static func unchanged(_ players: Set<PlayerService>) -> Sanitizer.Options {
        Sanitizer.Options(removesTrackers: false, embeddedPlayers: players)
    }
}
