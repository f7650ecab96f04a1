extension RuleTable {
    /// Media RSS.
    static let media = RuleTable(
        specification: .media, namespace: "http://search.yahoo.com/mrss/", prefix: "media",
        rows: [
            .row("media:group", in: ["entry", "item"], .any, .elements, "media:group"),
            .row("media:content", in: ["entry", "item", "media:group"], .any, .mixed, "media:content", content),
            .row("media:thumbnail", in: places, .any, .empty, "media:thumbnail", thumbnail),
            .row("media:title", in: places, .optional, .value(.text), "media:title", [.may("type", text)]),
            .row("media:description", in: places, .optional, .value(.text), "media:description", [.may("type", text)]),
            .row("media:text", in: places, .any, .value(.text), "media:text", subtitle),
            .row("media:keywords", in: places, .any, .value(.text), "media:keywords"),
            .row(
                "media:rating", in: places, .any, .value(.filled), "media:rating", [.may("scheme", .absoluteReference)]),
            .row("media:category", in: places, .any, .value(.filled), "media:category", category),
            .row("media:credit", in: places, .any, .value(.filled), "media:credit", credit),
            .row(
                "media:copyright", in: places, .any, .value(.text), "media:copyright", [.may("url", .absoluteReference)]
            ),
            .row("media:hash", in: places, .any, .value(.filled), "media:hash", hash),
            .row("media:player", in: places, .any, .empty, "media:player", player),
            .row("media:restriction", in: places, .any, .value(.text), "media:restriction", restriction),
            .row("media:community", in: places, .any, .elements, "media:community"),
            .row("media:starRating", in: ["media:community"], .optional, .empty, "media:community", stars),
            .row("media:statistics", in: ["media:community"], .optional, .empty, "media:community", statistics),
            .row("media:tags", in: ["media:community"], .optional, .value(.text), "media:community"),
            .row("media:comments", in: places, .any, .elements, "media:comments"),
            .row("media:comment", in: ["media:comments"], .any, .value(.text), "media:comments"),
            .row("media:embed", in: places, .any, .elements, "media:embed", embed),
            .row("media:param", in: ["media:embed"], .any, .value(.text), "media:embed", [.must("name", .filled)]),
            .row("media:adult", in: places, .any, .value(.boolean), "media:rating"),
            .row("media:license", in: places, .any, .value(.text), "media:license", license),
            .row("media:status", in: places, .any, .empty, "media:status", status),
            .row("media:price", in: places, .any, .mixed, "media:price", price),
            .row("media:subTitle", in: places, .any, .empty, "media:subtitle", link),
            .row("media:peerLink", in: places, .any, .empty, "media:peerlink", link),
            .row("media:rights", in: places, .any, .empty, "media:rights", [.may("status", .text)]),
            .row("media:backLinks", in: places, .any, .elements, "media:backlinks"),
            .row("media:backLink", in: ["media:backLinks"], .any, .value(.reference), "media:backlinks"),
            .row("media:responses", in: places, .any, .elements, "media:responses"),
            .row("media:response", in: ["media:responses"], .any, .value(.text), "media:responses"),
            .row("media:scenes", in: places, .any, .elements, "media:scenes"),
            .row("media:scene", in: ["media:scenes"], .any, .mixed, "media:scenes"),
            .row("media:location", in: places, .any, .mixed, "media:location", scene),
        ])

    private static let places = ElementRule.feeds + ElementRule.entries + ["media:group", "media:content"]
    private static let text = ValueSyntax.word(["plain", "html"])
    private static let content: [AttributeRule] = [
        .may("url", .absoluteReference), .may("fileSize", .positive), .may("type", .mediaType),
        .may("medium", .mediaMedium), .may("isDefault", .boolean),
        .may("expression", .mediaExpression), .may("bitrate", amount), .may("framerate", amount),
        .may("samplingrate", amount), .may("channels", amount), .may("duration", amount), .may("height", .positive),
        .may("width", .positive), .may("lang", .language),
    ]
    private static let amount = ValueSyntax.number(0...1e15)
    private static let thumbnail: [AttributeRule] = [
        .must("url", .absoluteReference), .may("height", .positive), .may("width", .positive), .may("time", .playTime),
    ]
    private static let subtitle: [AttributeRule] = [
        .may("type", text), .may("lang", .language), .may("start", .playTime), .may("end", .playTime),
    ]
    private static let category: [AttributeRule] = [.may("scheme", .absoluteReference), .may("label", .plain)]
    private static let credit: [AttributeRule] = [.may("role", .text), .may("scheme", .absoluteReference)]
    private static let hash: [AttributeRule] = [.may("algo", .mediaHash)]
    private static let player: [AttributeRule] = [
        .must("url", .absoluteReference), .may("height", .positive), .may("width", .positive),
    ]
    private static let restriction: [AttributeRule] = [
        .must("relationship", .mediaRelationship), .may("type", .mediaRestriction),
    ]
    private static let stars: [AttributeRule] = [
        .may("average", amount), .may("count", .count), .may("min", amount), .may("max", amount),
    ]
    private static let statistics: [AttributeRule] = [.may("views", .count), .may("favorites", .count)]
    private static let embed: [AttributeRule] = [
        .must("url", .absoluteReference), .may("height", .positive), .may("width", .positive),
    ]
    private static let license: [AttributeRule] = [.may("type", .mediaType), .may("href", .absoluteReference)]
    private static let status: [AttributeRule] = [
        .must("state", .word(["active", "blocked", "deleted"])), .may("reason", .text),
    ]
    private static let price: [AttributeRule] = [
        .may("type", .text), .may("info", .text), .may("price", amount), .may("currency", .text),
    ]
    private static let link: [AttributeRule] = [
        .may("type", .mediaType), .may("lang", .language), .must("href", .absoluteReference),
    ]
    private static let scene: [AttributeRule] = [
        .may("description", .text), .may("start", .playTime), .may("end", .playTime),
    ]
}

// What a writer has to know as well.
extension ValueSyntax {
    static let mediaMedium = ValueSyntax.word(["image", "audio", "video", "document", "executable"])
    static let mediaExpression = ValueSyntax.word(["sample", "full", "nonstop"])
    static let mediaHash = ValueSyntax.word(["md5", "sha-1"])
    static let mediaRelationship = ValueSyntax.word(["allow", "deny"])
    static let mediaRestriction = ValueSyntax.word(["country", "uri", "sharing"])
}
