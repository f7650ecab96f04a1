/// Rules for the `atom:link` elements of one parent, in Atom and RSS alike.
enum LinkChecks {
    /// A feed says where it is, so that one who has it knows where to get it again.
    /// - Parameter location: where it was fetched from.
    static func selfLink(
        of feed: MarkupNode, named name: String, _ location: String?, _ citation: Citation, _ findings: inout Findings
    ) {
        guard let link = feed.children(name).first(where: { $0["rel"] == "self" }) else {
            return findings.add(
                .warning, .missingSelf, "\(feed.tag) should have a <\(name) rel=\"self\"> to its own address",
                at: .offset(feed.offset), citation)
        }
        guard let href = link["href"]?.trimmed else { return }
        if !link.hasBase, Address(href).scheme == nil {
            findings.add(
                .warning, .relativeAddress, "\(link.tag) to the feed itself should be a whole address",
                at: .offset(link.offset), citation)
        }
        if let type = link["type"].map(MediaType.essence), !feedTypes.contains(type) {
            findings.add(
                .warning, .selfMismatch, "\(link.tag) to the feed itself says that it is \(Excerpt.of(type))",
                at: .offset(link.offset), citation)
        }
        guard let location, Address.resolve(href, against: location) != location else { return }
        findings.add(
            .warning, .selfMismatch,
            "the feed says that it is \(Excerpt.of(href)), but was found at \(Excerpt.of(location))",
            at: .offset(link.offset), citation)
    }

    /// RFC 4287, sections 4.1.1 and 4.1.2: one page of each media type and language.
    static func alternates(of node: MarkupNode, _ findings: inout Findings) {
        var seen: Set<[String]> = []
        for link in node.children("link") where LinkRelations.name(of: link["rel"]) == "alternate" {
            guard !seen.insert([link["type"] ?? "", link["hreflang"] ?? ""]).inserted else { continue }
            findings.add(
                .error, .duplicateLink,
                "\(node.tag) has another \(link.tag) to a page of the same type and language", at: .offset(link.offset),
                node.citation)
        }
    }

    private static let feedTypes: Set<String> = ["application/atom+xml", "application/rss+xml", "application/rdf+xml"]
}
