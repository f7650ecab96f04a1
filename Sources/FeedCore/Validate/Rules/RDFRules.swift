extension RuleTable {
    /// RDF Site Summary 1.0.
    static let rdfSiteSummary = RuleTable(
        specification: .rdf, namespace: "http://purl.org/rss/1.0/", prefix: "",
        rows: [
            .row("channel", in: [RDF.root], .required, .elements, "5.3"),
            .row("title", in: ["channel", "image", "item", "textinput"], .required, .value(.plain), "5.3.1"),
            .row("link", in: ["channel", "image", "item", "textinput"], .required, .value(.iri), "5.3.2"),
            .row("description", in: ["channel", "textinput"], .required, .html, "5.3.3"),
            .row("description", in: ["item"], .optional, .html, "5.5.3"),
            .row("image", in: ["channel"], .optional, .empty, "5.3.4"),
            .row("items", in: ["channel"], .required, .elements, "5.3.5"),
            .row("textinput", in: ["channel"], .optional, .empty, "5.3.6"),
            .row("image", in: [RDF.root], .optional, .elements, "5.4"),
            .row("url", in: ["image"], .required, .value(.webAddress), "5.4.2"),
            .row("item", in: [RDF.root], .many, .elements, "5.5"),
            .row("textinput", in: [RDF.root], .optional, .elements, "5.6"),
            .row("name", in: ["textinput"], .required, .value(.filled), "5.6.3"),
        ])

    /// The frame of RSS 1.0.
    static let rdf = RuleTable(
        specification: .rdf, namespace: RDF.namespace, prefix: "rdf",
        rows: [
            .row(RDF.root, in: [ElementRule.nowhere], .required, .elements, "5.2"),
            .row("rdf:Seq", in: ["items"], .required, .elements, "5.3.5"),
            .row("rdf:Bag", in: RDF.lists, .any, .elements), .row("rdf:Alt", in: RDF.lists, .any, .elements),
            .row("rdf:li", in: ["rdf:Seq"] + RDF.lists, .any, .mixed, "5.3.5", [.may("resource", .reference)]),
        ])
}

enum RDF {
    static let namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    static let root = "rdf:RDF"
    fileprivate static let lists = ["rdf:Bag", "rdf:Alt", "taxo:topics"]
}
