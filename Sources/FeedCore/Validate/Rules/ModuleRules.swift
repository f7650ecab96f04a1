// The modules that feeds of any format carry.
extension RuleTable {
    /// Every module there is a table of; Atom's own elements in RSS come with `atomInRSS`.
    static let modules: [RuleTable] =
        [
            content, dublinCore, dublinCoreTerms, syndication, slash, commentAPI, threading, history, tombstones,
            creativeCommons, iTunes, media, podcasting,
        ] + geography + blogging

    private static let content = RuleTable(
        specification: .content, namespace: "http://purl.org/rss/1.0/modules/content/", prefix: "content",
        rows: [
            .row("content:encoded", in: entries, .optional, .html),
            .row("content:items", in: both, .optional, .mixed),
        ])

    private static let dublinCore = RuleTable(
        specification: .dublinCore, namespace: "http://purl.org/dc/elements/1.1/", prefix: "dc",
        rows: [
            .row("dc:date", in: described, .any, .value(.w3cdtf), "date"),
            .row("dc:language", in: described, .any, .value(.language), "language"),
        ]
            + [
                "title", "creator", "subject", "description", "publisher", "contributor", "type", "format",
                "identifier", "source", "relation", "coverage", "rights",
            ].map { .row("dc:\($0)", in: described, .any, .mixed, $0) })

    private static let described = both + ["image", "textinput", "textInput", "source"]

    private static let dublinCoreTerms = RuleTable(
        specification: Specification(
            name: "DCMI Metadata Terms", address: "https://www.dublincore.org/specifications/dublin-core/dcmi-terms/"),
        namespace: "http://purl.org/dc/terms/", prefix: "dcterms",
        rows: ["created", "issued", "modified", "available", "dateAccepted", "dateCopyrighted", "dateSubmitted"].map {
            .row("dcterms:\($0)", in: described, .any, .value(.w3cdtf), $0)
        }
            + [
                "valid", "abstract", "alternative", "audience", "conformsTo", "extent", "hasPart", "isPartOf",
                "isReplacedBy", "license", "medium", "references", "replaces", "requires", "spatial",
                "tableOfContents", "temporal", "creator", "title", "subject", "publisher", "rights", "type",
                "identifier", "description", "language", "source", "format", "contributor", "coverage", "relation",
                "date", "accessRights", "rightsHolder", "provenance", "bibliographicCitation",
            ].map { .row("dcterms:\($0)", in: described, .any, .mixed, $0) })

    private static let syndication = RuleTable(
        specification: .syndication, namespace: "http://purl.org/rss/1.0/modules/syndication/", prefix: "sy",
        rows: [
            .row(
                "sy:updatePeriod", in: feeds, .optional,
                .value(
                    .form(hint: "period: hourly, daily, weekly, monthly or yearly") {
                        ["hourly", "daily", "weekly", "monthly", "yearly"].contains($0.trimmed)
                    })),
            .row("sy:updateFrequency", in: feeds, .optional, .value(.positive)),
            .row("sy:updateBase", in: feeds, .optional, .value(.w3cdtf)),
        ])

    private static let slash = RuleTable(
        specification: .slash, namespace: "http://purl.org/rss/1.0/modules/slash/", prefix: "slash",
        rows: [
            .row("slash:section", in: entries, .optional, .value(.text)),
            .row("slash:department", in: entries, .optional, .value(.text)),
            .row("slash:comments", in: entries, .optional, .value(.count)),
            .row("slash:hit_parade", in: entries, .optional, .value(.integers)),
        ])

    private static let commentAPI = RuleTable(
        specification: .commentAPI, namespace: "http://wellformedweb.org/CommentAPI/", prefix: "wfw",
        rows: [
            .row("wfw:comment", in: entries, .optional, .value(.webAddress)),
            .row("wfw:commentRss", in: entries, .optional, .value(.webAddress)),
        ])

    static let threading = RuleTable(
        specification: .threading, namespace: "http://purl.org/syndication/thread/1.0", prefix: "thr",
        rows: [
            .row(
                "thr:in-reply-to", in: entries, .any, .mixed, "3",
                [.must("ref", .iri), .may("href", .reference), .may("source", .reference), .may("type", .mediaType)]),
            .row("thr:total", in: entries, .optional, .value(.count), "5"),
        ])

    private static let history = RuleTable(
        specification: .history, namespace: "http://purl.org/syndication/history/1.0", prefix: "fh",
        rows: [
            .row("fh:complete", in: feeds, .optional, .empty, "2"),
            .row("fh:archive", in: feeds, .optional, .empty, "4"),
        ])

    private static let tombstones = RuleTable(
        specification: .tombstones, namespace: "http://purl.org/atompub/tombstones/1.0", prefix: "at",
        rows: [
            .row("at:deleted-entry", in: feeds, .any, .mixed, "3", [.must("ref", .iri), .must("when", .rfc3339)]),
            .row("at:by", in: ["at:deleted-entry"], .optional, .mixed, "3"),
            .row("at:comment", in: ["at:deleted-entry"], .optional, .mixed, "3", [.may("type", .text)]),
        ])

    private static let creativeCommons = RuleTable(
        specification: Specification(
            name: "creativeCommons RSS module", address: "https://www.rssboard.org/creative-commons"),
        namespace: "http://backend.userland.com/creativeCommonsRssModule", prefix: "creativeCommons",
        rows: [.row("creativeCommons:license", in: both, .any, .value(.webAddress))])

    private static let feeds = ElementRule.feeds
    private static let entries = ElementRule.entries
    private static let both = feeds + entries
}
