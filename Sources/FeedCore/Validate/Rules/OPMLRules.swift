extension RuleTable {
    /// OPML 2.0.
    static let opml = RuleTable(
        specification: .opml, namespace: "", prefix: "",
        rows: [
            .row("opml", in: [ElementRule.nowhere], .required, .elements, "", [.must("version", .opmlVersion)]),
            .row("head", in: ["opml"], .required, .elements, "head"),
            .row("body", in: ["opml"], .required, .elements, "body"),
            .row("title", in: ["head"], .optional, .value(.text), "head"),
            .row("dateCreated", in: ["head"], .optional, .value(.rfc822), "head"),
            .row("dateModified", in: ["head"], .optional, .value(.rfc822), "head"),
            .row("ownerName", in: ["head"], .optional, .value(.text), "head"),
            .row("ownerEmail", in: ["head"], .optional, .value(.email), "head"),
            .row("ownerId", in: ["head"], .optional, .value(.webAddress), "head"),
            .row("docs", in: ["head"], .optional, .value(.webAddress), "head"),
            .row("expansionState", in: ["head"], .optional, .value(.integers), "head"),
            .row("vertScrollState", in: ["head"], .optional, .value(.integer(Int.min...Int.max)), "head"),
        ]
            + ["windowTop", "windowLeft", "windowBottom", "windowRight"].map {
                .row($0, in: ["head"], .optional, .value(.integer(Int.min...Int.max)), "head")
            } + [
                .row("outline", in: ["body"], .many, .elements, "outline", outline),
                .row("outline", in: ["outline"], .any, .elements, "outline", outline),
            ])

    private static let outline: [AttributeRule] = [
        .must("text", .text), .may("type", .text), .may("isComment", .boolean), .may("isBreakpoint", .boolean),
        .may("created", .rfc822), .may("category", .text), .may("xmlUrl", .absoluteReference),
        .may("htmlUrl", .absoluteReference), .may("url", .absoluteReference), .may("language", .text),
        .may("description", .text), .may("title", .text), .may("version", .text),
    ]
}

extension ValueSyntax {
    fileprivate static let opmlVersion = ValueSyntax.word(["2.0", "1.0", "1.1"])
}
