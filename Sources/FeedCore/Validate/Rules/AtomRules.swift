extension RuleTable {
    /// Atom (RFC 4287, sections 4.1 and 4.2).
    static let atom = RuleTable(
        specification: .atom, namespace: "http://www.w3.org/2005/Atom", prefix: "atom", rows: atomRows)

    /// Atom's elements in the channels and items of RSS: each may stand there, none has to.
    static let atomInRSS = RuleTable(
        specification: .atom, namespace: "http://www.w3.org/2005/Atom", prefix: "atom",
        rows: atomRows.compactMap { row in
            let parents = row.parents.compactMap { parent -> String? in
                switch parent {
                case ElementRule.nowhere: nil
                case "feed": "channel"
                case "entry": "item"
                default: "atom:\(parent)"
                }
            }
            guard !parents.isEmpty, row.name != "entry" else { return nil }
            let isOfFeed = parents.contains("channel") || parents.contains("item")
            return ElementRule(
                name: "atom:\(row.name)", parents: parents, occurs: isOfFeed ? .any : row.occurs,
                content: row.content, attributes: row.attributes, section: row.section)
        })

    private static let atomRows: [ElementRule] = [
        .row("feed", in: [ElementRule.nowhere], .required, .elements, "4.1.1"),
        .row("entry", in: ["feed"], .any, .elements, "4.1.2"),
        .row("entry", in: [ElementRule.nowhere], .required, .elements, "4.1.2"),
        .row("id", in: ["feed", "entry"], .required, .value(.iri), "4.2.6"),
        .row("title", in: ["feed", "entry"], .required, .textConstruct, "4.2.14", type),
        .row("updated", in: ["feed", "entry"], .required, .value(.rfc3339), "4.2.15"),
        .row("author", in: ["feed", "entry", "source"], .any, .elements, "4.2.1"),
        .row("contributor", in: ["feed", "entry", "source"], .any, .elements, "4.2.3"),
        .row("category", in: ["feed", "entry", "source"], .any, .foreign, "4.2.2", category),
        .row("link", in: ["feed", "entry", "source"], .any, .foreign, "4.2.7", link),
        .row("rights", in: ["feed", "entry", "source"], .optional, .textConstruct, "4.2.10", type),
        .row("generator", in: ["feed", "source"], .optional, .value(.filled), "4.2.4", generator),
        .row("icon", in: ["feed", "source"], .optional, .value(.reference), "4.2.5"),
        .row("logo", in: ["feed", "source"], .optional, .value(.reference), "4.2.8"),
        .row("subtitle", in: ["feed", "source"], .optional, .textConstruct, "4.2.12", type),
        .row("published", in: ["entry"], .optional, .value(.rfc3339), "4.2.9"),
        .row("summary", in: ["entry"], .optional, .textConstruct, "4.2.13", type),
        .row("content", in: ["entry"], .optional, .atomContent, "4.1.3", content),
        .row("source", in: ["entry"], .optional, .elements, "4.2.11"),
        // Section 4.2.11: what a copy SHOULD say of the feed that it comes from.
        .row("id", in: ["source"], .recommended, .value(.iri), "4.2.11"),
        .row("title", in: ["source"], .recommended, .textConstruct, "4.2.11", type),
        .row("updated", in: ["source"], .recommended, .value(.rfc3339), "4.2.11"),
        .row("name", in: ["author", "contributor"], .required, .value(.plain), "3.2.1"),
        .row("uri", in: ["author", "contributor"], .optional, .value(.reference), "3.2.2"),
        .row("email", in: ["author", "contributor"], .optional, .value(.email), "3.2.3"),
    ]

    /// `TextConstructCheck` knows what it may be.
    private static let type: [AttributeRule] = [.may("type", .text)]
    private static let category: [AttributeRule] = [
        .must("term", .filled), .may("scheme", .iri), .may("label", .plain),
    ]
    private static let generator: [AttributeRule] = [.may("uri", .reference), .may("version", .filled)]
    private static let content: [AttributeRule] = [.may("type", .text), .may("src", .reference)]
    private static let link: [AttributeRule] = [
        .must("href", .reference), .may("rel", .linkRelation), .may("type", .mediaType),
        .may("hreflang", .language), .may("title", .plain), .may("length", .count),
        // RFC 4685, section 4.
        .may("thr:count", .count), .may("thr:updated", .rfc3339),
    ]
}
