/// The elements the sanitizer knows by name. All others are unwrapped: the tag goes, what stands inside stays.
///
/// A case is named as its tag.
enum HTMLElement: UInt8, CaseIterable, Sendable {
    // The safelist: prose, lists, tables, media.
    case a, abbr, acronym, address, article, aside, audio, b, bdi, bdo, big, blockquote, br, caption, center, cite
    case code, col, colgroup, dd, del, details, dfn, dir, div, dl, dt, em, figcaption, figure, font, footer
    case h1, h2, h3, h4, h5, h6, header, hgroup, hr, i, img, ins, kbd, li, main, mark, menu, nav, ol, p, picture, pre
    case q, rb, rp, rt, rtc, ruby, s, samp, section, small, source, span, strike, strong, sub, summary, sup
    case table, tbody, td, tfoot, th, thead, time, tr, track, tt, u, ul, `var`, video, wbr

    // Never written; known because what stands inside is no ordinary markup. Drawings and formulas change the rules by
    // which all inside them is read, and readers do not agree when; what writes formulas (KaTeX, MathJax) puts HTML beside
    // them.
    case iframe, script, style, title, textarea, xmp, plaintext, template, svg, math
    // Old names for an element of the safelist.
    case image, listing

    /// What an element is to the rules of nesting (HTML, section 13.2.6.4.7, "in body", and the table modes).
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt16
        /// Has no content and no end tag.
        static let void = Self(rawValue: 1)
        /// Its start tag ends an open paragraph.
        static let closesParagraph = Self(rawValue: 2)
        /// Comes back after a block that cut it short.
        static let formatting = Self(rawValue: 4)
        /// In the standard's category "special": an unmatched end tag looks no further up.
        static let special = Self(rawValue: 8)
        /// Nothing inside it can close anything outside.
        static let scope = Self(rawValue: 16)
        static let heading = Self(rawValue: 32)
        /// May stand only at its place in a table.
        static let tablePart = Self(rawValue: 64)
        /// The parts of a table that hold no text of their own.
        static let tableFrame = Self(rawValue: 128)
        /// Its start tag ends an SVG or MathML subtree.
        static let leavesForeign = Self(rawValue: 256)
        /// A block whose end tag closes all that is open inside it.
        static let block = Self(rawValue: 512)
        /// Never written.
        static let dropped = Self(rawValue: 1024)
        /// The content is text up to the end tag, whatever it looks like.
        static let rawText = Self(rawValue: 2048)
        /// Fits into a title.
        static let inline = Self(rawValue: 4096)
    }

    var traits: Traits { Self.traits[Int(rawValue)] }
    func has(_ trait: Traits) -> Bool { traits.contains(trait) }

    /// What its tags start with, `<p`, and its end tag, `</p>`.
    var startOfTag: [UInt8] { Self.startsOfTags[Int(rawValue)] }
    var endTag: [UInt8] { Self.endTags[Int(rawValue)] }

    static let names = NameTable(allCases.map { "\($0)" })

    private static let startsOfTags = allCases.map { Array("<\($0)".utf8) }
    private static let endTags = allCases.map { Array("</\($0)>".utf8) }
    private static let traits: [Traits] = allCases.map { element in
        members.reduce(into: []) { if $1.elements.contains(element) { $0.insert($1.trait) } }
    }

    private static let members: [(trait: Traits, elements: Set<HTMLElement>)] = [
        (.void, [.br, .col, .hr, .img, .image, .source, .track, .wbr]),
        (
            .closesParagraph,
            [
                .address, .article, .aside, .blockquote, .center, .details, .dir, .div, .dl, .dd, .dt, .figcaption,
                .figure, .footer, .header, .hgroup, .h1, .h2, .h3, .h4, .h5, .h6, .hr, .li, .main, .menu, .nav, .ol,
                .p, .pre, .listing, .section, .summary, .table, .ul,
            ]
        ),
        (.formatting, [.a, .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u]),
        (
            .special,
            [
                .address, .article, .aside, .blockquote, .br, .caption, .center, .col, .colgroup, .dd, .details, .dir,
                .div, .dl, .dt, .figcaption, .figure, .footer, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr,
                .img, .li, .main, .menu, .nav, .ol, .p, .pre, .section, .source, .summary, .table, .tbody, .td,
                .tfoot, .th, .thead, .tr, .track, .ul, .wbr,
            ]
        ),
        (.scope, [.caption, .table, .td, .th]),
        (.heading, [.h1, .h2, .h3, .h4, .h5, .h6]),
        (.tablePart, [.caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr]),
        (.tableFrame, [.table, .colgroup, .tbody, .tfoot, .thead, .tr]),
        (
            .leavesForeign,
            [
                .b, .big, .blockquote, .br, .center, .code, .dd, .div, .dl, .dt, .em, .font, .h1, .h2, .h3, .h4, .h5,
                .h6, .hr, .i, .img, .li, .menu, .ol, .p, .pre, .listing, .ruby, .s, .small, .span, .strong, .strike,
                .sub, .sup, .table, .tt, .u, .ul, .var,
            ]
        ),
        (
            .block,
            [
                .address, .article, .aside, .blockquote, .center, .details, .dir, .div, .dl, .figcaption, .figure,
                .footer, .header, .hgroup, .main, .menu, .nav, .ol, .pre, .section, .summary, .ul,
            ]
        ),
        (
            .dropped,
            [
                .iframe, .script, .style, .title, .textarea, .xmp, .plaintext, .template, .svg, .math,
            ]
        ),
        (.rawText, [.script, .style, .title, .textarea, .xmp, .plaintext]),
        (
            .inline,
            [
                .abbr, .acronym, .b, .bdi, .bdo, .big, .cite, .code, .del, .dfn, .em, .i, .ins, .kbd, .mark, .q, .rb,
                .rp, .rt, .rtc, .ruby, .s, .samp, .small, .strike, .strong, .sub, .sup, .time, .tt, .u, .var,
            ]
        ),
    ]
}
