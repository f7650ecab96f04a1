/// The attributes that the sanitizer reads, each named as in markup but for the last ones.
enum AttributeName: UInt8, CaseIterable, Sendable {
    case abbr, align, alt, bgcolor, border, cellpadding, cellspacing, cite, clear, color, colspan, controls
    case datetime, `default`, dir, face, height, href, hreflang, hspace, kind, label, lang, loop, media, muted
    case noshade, nowrap, open, playsinline, poster, preload, reversed, rowspan, scope, size, sizes, span, src
    case srclang, srcset, start, summary, title, type, valign, value, vspace, width
    /// Written only where classes are to be kept.
    case `class`
    /// Read, never written.
    case style, xmlBase, xmlLang

    /// How a value is judged before it is written.
    enum Kind: Sendable {
        /// An address that a reader may follow.
        case link
        /// An address that is loaded by showing the entry.
        case resource
        case sourceSet
        /// Digits, perhaps with a sign, a fraction, `%`.
        case number
        /// Letters, digits, `#`, `-`, `/`.
        case token
        /// Present or not; has no value.
        case flag
        case text
        case classes
        case hidden
    }

    var kind: Kind { Self.kinds[Int(rawValue)] }
    /// What it is written with up to its value: ` href="`.
    var beginning: [UInt8] { Self.beginnings[Int(rawValue)] }

    static let names = NameTable(allCases.map(\.spelling))

    /// Allowed on every element.
    static let everywhere: Set<AttributeName> = [.title, .lang, .dir, .class]

    private var spelling: String {
        switch self {
        case .xmlBase: "xml:base"
        case .xmlLang: "xml:lang"
        default: "\(self)"
        }
    }

    private static let beginnings = allCases.map { Array(" \($0.spelling)=\"".utf8) }
    private static let kinds: [Kind] = allCases.map { attribute in
        switch attribute {
        case .href, .cite: .link
        case .src, .poster: .resource
        case .srcset: .sourceSet
        case .border, .cellpadding, .cellspacing, .colspan, .height, .hspace, .rowspan, .size, .span, .start, .value,
            .vspace, .width:
            .number
        case .align, .bgcolor, .clear, .color, .dir, .hreflang, .kind, .lang, .preload, .scope, .srclang, .valign:
            .token
        case .controls, .default, .loop, .muted, .noshade, .nowrap, .open, .playsinline, .reversed: .flag
        case .abbr, .alt, .datetime, .face, .label, .media, .sizes, .summary, .title, .type: .text
        case .class: .classes
        case .style, .xmlBase, .xmlLang: .hidden
        }
    }
}
