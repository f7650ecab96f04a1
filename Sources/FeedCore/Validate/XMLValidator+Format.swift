extension XMLValidator {
    /// A format that there are tables of.
    enum Format {
        case atom, rss, rdf, opml

        /// By the root element; nil if it is none of these.
        init?(root: XMLStartElement) {
            switch (root.name.namespace, root.name.local) {
            case (RuleTable.atom.namespace, "feed"), (RuleTable.atom.namespace, "entry"): self = .atom
            case ("", "rss"): self = .rss
            case (RDF.namespace, "RDF"): self = .rdf
            case ("", "opml"): self = .opml
            default: return nil
            }
        }

        var grammar: Grammar {
            switch self {
            case .atom: Self.atomGrammar
            case .rss: Self.rssGrammar
            case .rdf: Self.rdfGrammar
            case .opml: Self.opmlGrammar
            }
        }

        func checks(of root: XMLStartElement, at location: String?, _ scope: FeedValidator.Scope) -> any FormatChecks {
            switch self {
            case .atom: AtomChecks(location: location, scope: scope)
            case .rss:
                RSSChecks(
                    location: location, version: root.attributes.first { $0.name.local == "version" }?.value)
            case .rdf: RDFChecks()
            case .opml: OPMLChecks()
            }
        }

        private static let atomGrammar = Grammar(.atom, modules: RuleTable.modules)
        private static let rssGrammar = Grammar(.rss, modules: [.atomInRSS] + RuleTable.modules)
        private static let rdfGrammar = Grammar(.rdfSiteSummary, modules: [.rdf, .atomInRSS] + RuleTable.modules)
        private static let opmlGrammar = Grammar(.opml, modules: [])

        /// What a root says that is meant to be a feed's.
        static func nearMiss(_ root: XMLStartElement) -> (Finding.Code, String, Specification)? {
            switch (root.name.folded, root.name.namespace) {
            case ("feed", ""):
                return (
                    .missingNamespace, "<feed> has no namespace; it needs xmlns=\"\(RuleTable.atom.namespace)\"", .atom
                )
            case ("feed", "http://purl.org/atom/ns#"):
                return (.obsoleteFormat, "Atom 0.3 was replaced by Atom 1.0 in 2005; publish that", .atom)
            case ("feed", let namespace):
                return (
                    .misspelledNamespace,
                    "<feed> stands in the namespace \(Excerpt.of(namespace)), not \(RuleTable.atom.namespace)", .atom
                )
            case ("rss", let namespace) where !namespace.isEmpty:
                return (
                    .misspelledNamespace,
                    "RSS has no namespace; take xmlns=\"\(Excerpt.of(namespace))\" away", .rss
                )
            case ("rss", ""): return (.undefinedElement, "<\(Excerpt.of(root.name.local))> is written <rss>", .rss)
            case ("channel", _):
                return (.obsoleteFormat, "CDF and RSS without its <rss> are read by nobody; publish RSS 2.0", .rss)
            default: return nil
            }
        }
    }
}

/// Rules between several elements of a format, which no row of a table can say.
protocol FormatChecks {
    /// - Parameter node: an element that has just ended, with its children; a row is known for it.
    mutating func check(_ node: MarkupNode, in parent: MarkupNode?, _ findings: inout Findings)
}

struct NoChecks: FormatChecks {
    func check(_ node: MarkupNode, in parent: MarkupNode?, _ findings: inout Findings) {}
}
