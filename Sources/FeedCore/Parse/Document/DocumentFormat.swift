/// Tells the formats apart by their root (contract.md, "Document").
struct DocumentFormat {
    private var root = ""
    private var version = ""
    private var rootNamespace = ""
    /// Of the first elements that open a feed or entry.
    private var namespaces: [String] = []

    /// Whether a root that makes a feed was seen.
    var isFeed: Bool { !root.isEmpty }

    /// Notes the first element that opens a feed.
    mutating func open(_ start: XMLStartElement, local: String) {
        root = local
        version = start.attributes.first { $0.name.local.equalsIgnoringCase("version") }?.value.trimmed ?? ""
        rootNamespace = start.name.namespace.asciiLowercased
    }

    /// Notes an element that opens a feed or entry; the root and the first inside it tell the versions of RDF apart.
    mutating func see(_ start: XMLStartElement) {
        if namespaces.count < 2 { namespaces.append(start.name.namespace.asciiLowercased) }
    }

    var isCDF: Bool { root == "channel" }

    var dialect: Dialect {
        guard root == "feed" || root == "entry" else { return .rss }
        return rootNamespace == "http://www.w3.org/2005/atom" ? .atom10 : .atom03
    }

    /// `doctype` is the document type declaration as written.
    func format(doctype: String?) -> ParsedFeed.Format {
        switch root {
        case "feed", "entry":
            if rootNamespace == "http://www.w3.org/2005/atom" { return .atom10 }
            return version == "0.3" ? .atom03 : .atom
        case "rdf":
            if namespaces.contains("http://my.netscape.com/rdf/simple/0.9/") { return .rss090 }
            return namespaces.contains("http://purl.org/rss/1.0/") ? .rss10 : .rss
        case _ where isCDF: return .cdf
        default: return rss(doctype)
        }
    }

    private func rss(_ doctype: String?) -> ParsedFeed.Format {
        switch version {
        case "0.90": .rss090
        case "0.91": doctype?.asciiLowercased.contains("netscape") == true ? .rss091Netscape : .rss091
        case "0.92": .rss092
        case "0.93": .rss093
        case "0.94": .rss094
        case "1.0": .rss10
        case _ where version == "2" || version.hasPrefix("2."): .rss20
        default: .rss
        }
    }
}
