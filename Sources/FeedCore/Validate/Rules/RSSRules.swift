extension RuleTable {
    /// RSS 2.0, which holds what 0.91 to 0.94 had as well.
    static let rss = RuleTable(specification: .rss, namespace: "", prefix: "", rows: rssRows)

    private static let rssRows: [ElementRule] =
        [
            .row("rss", in: [ElementRule.nowhere], .required, .elements, "", [.must("version", .rssVersion)]),
            .row("channel", in: ["rss"], .required, .elements, "channel"),
        ] + channelRows + itemRows

    private static let channelRows: [ElementRule] = [
        .row("title", in: ["channel"], .required, .value(.plain), "channel"),
        .row("link", in: ["channel"], .required, .value(.iri), "channel"),
        .row("description", in: ["channel"], .required, .value(.plain), "channel"),
        .row("language", in: ["channel"], .optional, .value(.language), "language"),
        .row("copyright", in: ["channel"], .optional, .value(.plain), "copyright"),
        .row("managingEditor", in: ["channel"], .optional, .value(.contact), "managingEditor"),
        .row("webMaster", in: ["channel"], .optional, .value(.contact), "webMaster"),
        .row("pubDate", in: ["channel"], .optional, .value(.rfc822), "pubDate"),
        .row("lastBuildDate", in: ["channel"], .optional, .value(.rfc822), "lastBuildDate"),
        .row("category", in: ["channel", "item"], .any, .value(.plain), "category", [.may("domain", .filled)]),
        .row("generator", in: ["channel"], .optional, .value(.filled), "generator"),
        .row("docs", in: ["channel"], .optional, .value(.webAddress), "docs"),
        .row("cloud", in: ["channel"], .optional, .empty, "cloud", cloud),
        .row("ttl", in: ["channel"], .optional, .value(.positive), "ttl"),
        .row("rating", in: ["channel"], .optional, .value(.text), "rating"),
        .row("image", in: ["channel"], .optional, .elements, "image"),
        .row("textInput", in: ["channel"], .optional, .elements, "textInput"),
        .row("skipHours", in: ["channel"], .optional, .elements, "skipHours"),
        .row("skipDays", in: ["channel"], .optional, .elements, "skipDays"),
        .row("item", in: ["channel"], .any, .elements, "item"),

        .row("url", in: ["image"], .required, .value(.webAddress), "image"),
        .row("title", in: ["image", "textInput"], .required, .value(.plain), "image"),
        .row("link", in: ["image", "textInput"], .required, .value(.webAddress), "image"),
        .row("width", in: ["image"], .optional, .value(.integer(1...144)), "image"),
        .row("height", in: ["image"], .optional, .value(.integer(1...400)), "image"),
        .row("description", in: ["image"], .optional, .value(.plain), "image"),
        .row("description", in: ["textInput"], .required, .value(.plain), "textInput"),
        .row("name", in: ["textInput"], .required, .value(.filled), "textInput"),
        .row("hour", in: ["skipHours"], .many, .value(.integer(0...23)), "skipHours"),
        .row("day", in: ["skipDays"], .many, .value(.word(days)), "skipDays"),
    ]

    private static let itemRows: [ElementRule] = [
        .row("title", in: ["item"], .optional, .value(.plain), "item"),
        .row("link", in: ["item"], .optional, .value(.iri), "item"),
        .row("description", in: ["item"], .optional, .html, "item"),
        .row("author", in: ["item"], .optional, .value(.contact), "author"),
        .row("comments", in: ["item"], .optional, .value(.webAddress), "comments"),
        // More than one is a matter of its own: see `RSSChecks`.
        .row("enclosure", in: ["item"], .any, .empty, "enclosure", enclosure),
        .row("guid", in: ["item"], .optional, .value(.filled), "guid", [.may("isPermaLink", .boolean)]),
        .row("pubDate", in: ["item"], .optional, .value(.rfc822), "pubDate"),
        .row("source", in: ["item"], .optional, .value(.filled), "source", [.must("url", .webAddress)]),
        // RSS 0.93 only, and harmless.
        .row("expirationDate", in: ["item"], .optional, .value(.rfc822), "item"),
    ]

    private static let cloud: [AttributeRule] = [
        .must("domain", .filled), .must("port", .integer(1...65_535)), .must("path", .filled),
        .must("registerProcedure", .text), .must("protocol", .word(["xml-rpc", "soap", "http-post", "https-post"])),
    ]
    private static let enclosure: [AttributeRule] = [
        .must("url", .webAddress), .must("length", .count), .must("type", .mediaType),
    ]
    private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}

extension ValueSyntax {
    fileprivate static let rssVersion = ValueSyntax.word(["2.0", "2.0.1", "2.0.11", "0.91", "0.92", "0.93", "0.94"])
}
