/// Which attributes each element may carry. Elements that are not listed carry those of `AttributeName.everywhere` only.
enum Safelist {
    /// Whether `attribute` may be written on `element`.
    static func allows(_ attribute: AttributeName, on element: HTMLElement) -> Bool {
        masks[Int(element.rawValue)] & (1 << UInt64(attribute.rawValue)) != 0
    }

    private static let masks: [UInt64] = HTMLElement.allCases.map { element in
        AttributeName.everywhere.union(attributes[element] ?? []).reduce(0) { $0 | 1 << UInt64($1.rawValue) }
    }

    private static let cell: Set<AttributeName> = [
        .abbr, .align, .bgcolor, .colspan, .height, .nowrap, .rowspan, .scope, .valign, .width,
    ]

    private static let attributes: [HTMLElement: Set<AttributeName>] = [
        .a: [.href, .hreflang, .type],
        .audio: [.controls, .loop, .muted, .preload, .src],
        .blockquote: [.cite],
        .br: [.clear],
        .caption: [.align],
        .col: [.align, .span, .valign, .width],
        .colgroup: [.align, .span, .valign, .width],
        .del: [.cite, .datetime],
        .details: [.open],
        .div: [.align],
        .font: [.color, .face, .size],
        .h1: [.align],
        .h2: [.align],
        .h3: [.align],
        .h4: [.align],
        .h5: [.align],
        .h6: [.align],
        .hr: [.align, .noshade, .size, .width],
        .img: [.align, .alt, .border, .height, .hspace, .sizes, .src, .srcset, .vspace, .width],
        .ins: [.cite, .datetime],
        .li: [.type, .value],
        .ol: [.reversed, .start, .type],
        .p: [.align],
        .pre: [.width],
        .q: [.cite],
        .source: [.height, .media, .sizes, .src, .srcset, .type, .width],
        .table: [.align, .bgcolor, .border, .cellpadding, .cellspacing, .summary, .width],
        .tbody: [.align, .valign],
        .td: cell,
        .tfoot: [.align, .valign],
        .th: cell,
        .thead: [.align, .valign],
        .time: [.datetime],
        .tr: [.align, .bgcolor, .valign],
        .track: [.default, .kind, .label, .src, .srclang],
        .ul: [.type],
        .video: [.controls, .height, .loop, .muted, .playsinline, .poster, .preload, .src, .width],
    ]
}
