/// What RFC 5005 asks of a feed with several documents.
struct HistoryChecks {
    let feed: MarkupNode
    /// Where the document was fetched from.
    let location: String?

    /// Those that lead to other documents of the feed.
    static let relations: Set<String> = [
        "current", "first", "last", "next", "next-archive", "prev-archive", "previous",
    ]

    func run(_ findings: inout Findings) {
        var links: [String: MarkupNode] = [:]
        for link in feed.children("link") {
            links[LinkRelations.name(of: link["rel"]), default: link] = link
        }
        if feed.child("fh:complete") != nil { complete(links, &findings) }
        if feed.child("fh:archive") != nil { archive(links, &findings) }
        let own = [location, links["self"]?["href"]].compactMap(\.self)
        for (end, beyond) in Self.ends where links[end]?["href"].map(own.contains) == true {
            guard let link = links[beyond] else { continue }
            add(.error, "this document is the \(end) one, so it has no <link rel=\"\(beyond)\">", link, "3", &findings)
        }
    }

    /// Section 2: a complete feed is no page of anything.
    private func complete(_ links: [String: MarkupNode], _ findings: inout Findings) {
        if let paging = ["next", "previous", "prev-archive"].first(where: { links[$0] != nil }) {
            add(.error, "a complete feed (<fh:complete>) has no <link rel=\"\(paging)\">", feed, "2", &findings)
        }
        if let current = links["current"]?["href"], let own = links["self"]?["href"], current != own {
            add(.error, "a complete feed (<fh:complete>) is the current one itself", feed, "2", &findings)
        }
    }

    /// Section 4: an archive knows where the current feed is, and the archive before it.
    private func archive(_ links: [String: MarkupNode], _ findings: inout Findings) {
        if links["current"] == nil {
            findings.add(
                .warning, .missingElement, "an archive should have a <link rel=\"current\">", at: .offset(feed.offset),
                Specification.history.citation("4"))
        }
        if links["next"] != nil || links["previous"] != nil, links["prev-archive"] == nil {
            findings.add(
                .warning, .missingElement, "an archive leads to the one before it by <link rel=\"prev-archive\">",
                at: .offset(feed.offset), Specification.history.citation("4"))
        }
    }

    private func add(
        _ severity: Finding.Severity, _ message: @autoclosure () -> String, _ node: MarkupNode, _ section: String,
        _ findings: inout Findings
    ) {
        findings.add(
            severity, .duplicateMeaning, message(), at: .offset(node.offset), Specification.history.citation(section))
    }

    /// Behind the first, nothing is left.
    private static let ends = [("last", "next"), ("first", "previous"), ("current", "next-archive")]
}
