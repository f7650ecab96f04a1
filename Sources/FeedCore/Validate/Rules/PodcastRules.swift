extension RuleTable {
    /// What Apple Podcasts reads.
    static let iTunes = RuleTable(
        specification: .iTunes, namespace: "http://www.itunes.com/dtds/podcast-1.0.dtd", prefix: "itunes",
        rows: [
            .row("itunes:author", in: both, .optional, .value(.text)),
            .row("itunes:block", in: both, .optional, .value(.text)),
            .row("itunes:category", in: both, .any, .mixed, "", category),
            .row("itunes:category", in: ["itunes:category"], .any, .mixed, "", [.must("text", .filled)]),
            .row("itunes:image", in: both, .optional, .mixed, "", [.must("href", .webAddress)]),
            .row("itunes:explicit", in: both, .optional, .value(.explicit)),
            .row("itunes:keywords", in: both, .optional, .value(.text)),
            .row("itunes:subtitle", in: both, .optional, .value(.text)),
            .row("itunes:summary", in: both, .optional, .value(.text)),
            .row("itunes:title", in: both, .optional, .value(.text)),
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
            .row(
                "itunes:episodeType", in: entries, .optional, .value(.episodeType)),
        ])

    private static let feeds = ElementRule.feeds
    private static let entries = ElementRule.entries
    private static let both = feeds + entries
    private static let category: [AttributeRule] = [
        .must("text", .form(hint: "category that Apple Podcasts knows") { iTunesCategories.contains($0) })
    ]

    private static let iTunesCategories: Set<String> = [
        "Arts", "Business", "Comedy", "Education", "Fiction", "Government", "Health & Fitness", "History",
        "Kids & Family", "Leisure", "Music", "News", "Religion & Spirituality", "Science", "Society & Culture",
        "Sports", "Technology", "True Crime", "TV & Film",
        // Until 2019; still read.
        "Games & Hobbies", "Government & Organizations", "Health", "News & Politics", "Sports & Recreation",
    ]

    /// Podcasting 2.0.
    static let podcasting = RuleTable(
        specification: .podcasting, namespace: "https://podcastindex.org/namespace/1.0", prefix: "podcast",
        rows: [
            .row("podcast:locked", in: feeds, .optional, .value(.yesNo), "locked", [.may("owner", .email)]),
            .row("podcast:guid", in: feeds, .optional, .value(.filled), "guid"),
            .row("podcast:medium", in: feeds, .optional, .value(.filled), "medium"),
            .row("podcast:funding", in: both, .any, .value(.text), "funding", [.must("url", .webAddress)]),
            .row(
                "podcast:transcript", in: entries, .any, .empty, "transcript",
                [
                    .must("url", .webAddress), .must("type", .mediaType), .may("language", .language),
                    .may("rel", .text),
                ]),
            .row(
                "podcast:chapters", in: entries, .optional, .empty, "chapters",
                [.must("url", .webAddress), .must("type", .mediaType)]),
            .row(
                "podcast:soundbite", in: entries, .any, .value(.text), "soundbite",
                [.must("startTime", .number(0...1e9)), .must("duration", .number(0...1e9))]),
            .row(
                "podcast:person", in: both, .any, .value(.filled), "person",
                [
                    .may("role", .text), .may("group", .text), .may("img", .absoluteReference),
                    .may("href", .absoluteReference),
                ]),
            .row("podcast:season", in: entries, .optional, .value(.count), "season", [.may("name", .text)]),
            .row(
                "podcast:episode", in: entries, .optional, .value(.number(0...1e9)), "episode", [.may("display", .text)]
            ),
            .row(
                "podcast:location", in: both, .any, .value(.text), "location",
                [.may("geo", .text), .may("osm", .text), .may("rel", .text), .may("country", .text)]),
            .row("podcast:license", in: both, .optional, .value(.filled), "license", [.may("url", .webAddress)]),
            .row("podcast:txt", in: both, .any, .value(.text), "txt", [.may("purpose", .text)]),
            .row("podcast:block", in: feeds, .any, .value(.yesNo), "block", [.may("id", .text)]),
        ]
            + [
                "alternateEnclosure", "chat", "contentLink", "image", "images", "liveItem", "podping", "podroll",
                "publisher", "remoteItem", "socialInteract", "trailer", "updateFrequency", "value",
            ].map { .row("podcast:\($0)", in: both, .any, .open, $0) })
}

extension ValueSyntax {
    static let episodeType = ValueSyntax.word(["full", "trailer", "bonus"], folded: true)
    /// Apple asks for true or false; yes, no and clean are older.
    fileprivate static let explicit = ValueSyntax.word(
        ["true", "false", "yes", "no", "clean", "explicit"], folded: true)
}
