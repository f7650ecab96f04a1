/// All namespaces that feedtool understands. A new one needs a file of its own and a line here.
enum Vocabularies {
    /// The formats share one vocabulary, because feeds mix them: an `item` in `feed`, a `pubDate` in Atom.
    static let core = Vocabulary(
        merging: [.common, .atom, .rss, .cdf],
        namespaces: [
            "", "http://www.w3.org/2005/atom", "http://purl.org/atom/ns#", "http://purl.org/pie/",
            "http://purl.org/echo/", "uri/of/echo/namespace#", "http://example.com/necho",
            "http://example.com/newformat#", "http://purl.org/rss/1.0/", "http://purl.org/rss/1.0/modules/rss091#",
            "http://my.netscape.com/rdf/simple/0.9/", "http://blogs.law.harvard.edu/tech/rss",
        ])

    private static let extensions: [Vocabulary] = [
        .admin, .comments, .content, .creativeCommons, .dublinCore, .dublinCoreTerms, .feedBurner, .geo, .geoRSS, .gml,
        .googlePlay, .iTunes, .media, .podcast, .podloveChapters, .slash, .syndication, .thread, .xhtml,
    ]

    /// What a name belongs to; nil if nobody knows the namespace.
    static func vocabulary(namespace: String, prefix: String) -> Vocabulary? {
        if namespace.isEmpty { return prefix.isEmpty ? core : byPrefix[prefix.asciiLowercased] }
        if let exact = byNamespace[namespace] { return exact }
        let lower = namespace.asciiLowercased
        return byNamespace[lower] ?? (lower.contains("backend.userland.com/rss") ? core : nil)
    }

    private static let byNamespace: [String: Vocabulary] = ([core] + extensions).reduce(into: [:]) {
        table, vocabulary in
        for namespace in vocabulary.namespaces { table[namespace] = vocabulary }
    }

    /// For prefixes that a document uses without declaring them.
    private static let byPrefix: [String: Vocabulary] = extensions.reduce(into: ["atom": core, "rss": core]) {
        table, vocabulary in
        if !vocabulary.prefix.isEmpty { table[vocabulary.prefix] = vocabulary }
    }
}
