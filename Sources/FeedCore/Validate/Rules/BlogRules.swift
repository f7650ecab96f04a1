// The modules of the years when weblogs were young, which their software still writes.
extension RuleTable {
    static let blogging: [RuleTable] = [administration, blogChannel, trackback, feedBurner, openSearch, events]

    private static let administration = RuleTable(
        specification: Specification(name: "RSS admin module", address: "http://webns.net/mvcb/"),
        namespace: "http://webns.net/mvcb/", prefix: "admin",
        rows: ["generatorAgent", "errorReportsTo"].map {
            .row("admin:\($0)", in: feeds, .optional, .mixed, "", [.must("rdf:resource", .reference)])
        })

    private static let blogChannel = RuleTable(
        specification: Specification(
            name: "blogChannel RSS module", address: "http://backend.userland.com/blogChannelModule"),
        namespace: "http://backend.userland.com/blogChannelModule", prefix: "blogChannel",
        rows: ["blogRoll", "mySubscriptions", "blink", "changes"].map {
            .row("blogChannel:\($0)", in: feeds, .optional, .value(.webAddress))
        })

    private static let trackback = RuleTable(
        specification: Specification(
            name: "TrackBack RSS module", address: "http://madskills.com/public/xml/rss/module/trackback/"),
        namespace: "http://madskills.com/public/xml/rss/module/trackback/", prefix: "trackback",
        rows: [
            .row("trackback:ping", in: entries, .optional, .resource, "", resource),
            .row("trackback:about", in: entries, .any, .resource, "", resource),
        ])

    private static let feedBurner = RuleTable(
        specification: Specification(name: "FeedBurner", address: "http://rssnamespace.org/feedburner/ext/1.0"),
        namespace: "http://rssnamespace.org/feedburner/ext/1.0", prefix: "feedburner",
        rows: [
            .row("feedburner:origLink", in: entries, .optional, .value(.webAddress)),
            .row("feedburner:origEnclosureLink", in: entries, .optional, .value(.webAddress)),
            .row("feedburner:awareness", in: feeds + entries, .optional, .value(.webAddress)),
            .row("feedburner:feedburnerHostname", in: feeds, .optional, .value(.webAddress)),
            .row("feedburner:browserFriendly", in: feeds, .optional, .value(.text)),
            .row("feedburner:emailServiceId", in: feeds, .optional, .value(.text)),
            .row("feedburner:feedFlare", in: feeds, .any, .open),
            .row("feedburner:info", in: feeds, .any, .open),
        ])

    private static let openSearch = RuleTable(
        specification: Specification(
            name: "OpenSearch 1.1",
            address: "https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md"),
        namespace: "http://a9.com/-/spec/opensearch/1.1/", prefix: "opensearch",
        rows: [
            .row("opensearch:totalResults", in: feeds, .optional, .value(.count)),
            .row("opensearch:startIndex", in: feeds, .optional, .value(.integer(Int.min...Int.max))),
            .row("opensearch:itemsPerPage", in: feeds, .optional, .value(.count)),
            .row("opensearch:Query", in: feeds, .any, .open),
        ])

    private static let events = RuleTable(
        specification: Specification(
            name: "RSS event module", address: "https://web.resource.org/rss/1.0/modules/event/"),
        namespace: "http://purl.org/rss/1.0/modules/event/", prefix: "ev",
        rows: [
            .row("ev:startdate", in: entries, .optional, .value(.eventDate)),
            .row("ev:enddate", in: entries, .optional, .value(.eventDate)),
        ] + ["location", "organizer", "type"].map { .row("ev:\($0)", in: entries, .optional, .open) })

    private static let feeds = ElementRule.feeds
    private static let entries = ElementRule.entries
    private static let resource: [AttributeRule] = [.may("rdf:resource", .webAddress)]
}

extension ElementRule.Content {
    /// An address as text; RSS 1.0 has it as `rdf:resource` instead.
    fileprivate static let resource = ElementRule.Content.value(
        .form(hint: "address such as https://site.example/") { $0.isEmpty || Address.isIRI($0.trimmed) })
}

extension ValueSyntax {
    /// ISO 8601, which need not name the zone: events are where they are.
    fileprivate static let eventDate = ValueSyntax.form(hint: "date such as 2026-11-23 or 2026-11-23T10:00") {
        StrictDate.w3cdtf($0.trimmed)?.severity != .error || StrictDate.w3cdtf($0.trimmed + "Z")?.severity != .error
    }
}
