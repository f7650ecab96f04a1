extension RuleTable {
    /// What Apple Podcasts reads.
    static let iTunes = RuleTable(
        specification: .iTunes, namespace: "http://www.itunes.com/dtds/podcast-1.0.dtd", prefix: "itunes",
        rows: [
            .row("itunes:author", in: both, .optional, .value(.short(255))),
            .row("itunes:block", in: both, .optional, .value(.word(["yes", "no"], folded: true))),
            .row("itunes:category", in: both, .any, .mixed, "", category),
            .row("itunes:category", in: ["itunes:category"], .any, .mixed, "", [.must("text", .filled)]),
            .row("itunes:image", in: both, .optional, .mixed, "", [.must("href", .webAddress)]),
            .row("itunes:explicit", in: both, .optional, .value(.explicit)),
            .row("itunes:keywords", in: both, .optional, .value(.text)),
            .row("itunes:subtitle", in: both, .optional, .value(.short(255))),
            .row("itunes:summary", in: both, .optional, .value(.short(4_000))),
            .row("itunes:title", in: both, .optional, .value(.plain)),
            .row("itunes:owner", in: feeds, .optional, .elements),
            .row("itunes:name", in: ["itunes:owner"], .optional, .value(.text)),
            .row("itunes:email", in: ["itunes:owner"], .recommended, .value(.email)),
            .row("itunes:new-feed-url", in: feeds, .optional, .value(.webAddress)),
            .row("itunes:type", in: feeds, .optional, .value(.word(["episodic", "serial"], folded: true))),
            .row("itunes:complete", in: feeds, .optional, .value(.text)),
            .row("itunes:applepodcastsverify", in: feeds, .optional, .value(.text)),
            .row("itunes:duration", in: entries, .optional, .value(.duration)),
            .row("itunes:episode", in: entries, .optional, .value(.positive)),
            .row("itunes:season", in: entries, .optional, .value(.positive)),
            .row("itunes:order", in: entries, .optional, .value(.count)),
            .row("itunes:isClosedCaptioned", in: entries, .optional, .value(.text)),
            .row("itunes:episodeType", in: entries, .optional, .value(.episodeType)),
        ])

    private static let feeds = ElementRule.feeds
    private static let entries = ElementRule.entries
    private static let both = feeds + entries
    private static let category: [AttributeRule] = [
        .must("text", .form(hint: "category that Apple Podcasts knows") { AppleCategories.knows($0) })
    ]
}

extension ValueSyntax {
    static let episodeType = ValueSyntax.word(["full", "trailer", "bonus"], folded: true)
    /// `ModuleChecks` tells which of them are older than Apple's true and false.
    fileprivate static let explicit = ValueSyntax.word(
        ["true", "false", "yes", "no", "clean", "explicit"], folded: true)
}
