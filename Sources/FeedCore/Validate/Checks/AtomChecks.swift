/// What RFC 4287 asks of several elements together.
struct AtomChecks: FormatChecks {
    /// Where the document was fetched from.
    let location: String?
    let scope: FeedValidator.Scope
    /// Entries without an author of their own, until the feed has ended.
    private var authorless: [Int] = []
    /// By id, the times at which those with it say to have changed.
    private var versions: [String: Set<String>] = [:]

    init(location: String?, scope: FeedValidator.Scope) {
        self.location = location
        self.scope = scope
    }

    mutating func check(_ node: MarkupNode, in parent: MarkupNode?, _ findings: inout Findings) {
        switch node.tableName {
        case "feed": feed(node, &findings)
        case "entry": entry(node, in: parent, &findings)
        case "source": LinkChecks.alternates(of: node, &findings)
        case "content": content(node, &findings)
        default: break
        }
    }

    private func feed(_ feed: MarkupNode, _ findings: inout Findings) {
        if feed.child("author") == nil {
            for offset in authorless {
                findings.add(
                    .error, .missingAuthor, "neither this <entry> nor its <feed> has an <author>", at: .offset(offset),
                    Specification.atom.citation("4.1.1"))
            }
        }
        let afterEntries = feed.children.drop { $0.tableName != "entry" }
        if let late = afterEntries.first(where: { $0.isCore && $0.tableName != "entry" }) {
            add(.error, .misplacedElement, "\(late.tag) has to stand before the entries", late, "4.1.1", &findings)
        }
        LinkChecks.alternates(of: feed, &findings)
        LinkChecks.selfLink(of: feed, named: "link", location, Specification.atom.citation("4.1.1"), &findings)
        HistoryChecks(feed: feed, location: location).run(&findings)
    }

    private mutating func entry(_ entry: MarkupNode, in feed: MarkupNode?, _ findings: inout Findings) {
        if entry.child("author") == nil, entry.child("source")?.child("author") == nil {
            if feed == nil {
                add(.error, .missingAuthor, "<entry> needs an <author>", entry, "4.1.2", &findings)
            } else {
                authorless.append(entry.offset)
            }
        }
        let links = entry.children("link")
        let hasPage = links.contains { LinkRelations.name(of: $0["rel"]) == "alternate" }
        let content = entry.child("content")
        if content == nil, !hasPage {
            add(
                .error, .missingContent, "<entry> needs a <content> or a <link rel=\"alternate\">", entry, "4.1.2",
                &findings)
        }
        guard scope == .everything else { return }
        LinkChecks.alternates(of: entry, &findings)
        if entry.child("summary") == nil, let content, needsSummary(content) {
            add(
                .error, .missingSummary, "<entry> needs a <summary>, since its content is elsewhere or in Base64",
                entry, "4.1.2", &findings)
        }
        if content == nil, hasPage, entry.child("summary") == nil {
            add(
                .warning, .missingSummary, "<entry> should have a <summary> or a <content>", entry, "4.1.1.1",
                &findings)
        }
        for link in links { self.link(link, &findings) }
        identity(of: entry, &findings)
    }

    private func link(_ link: MarkupNode, _ findings: inout Findings) {
        let relation = LinkRelations.name(of: link["rel"])
        if HistoryChecks.relations.contains(relation) {
            findings.add(
                .warning, .misplacedElement, "<link rel=\"\(relation)\"> is about a feed, not about an <entry>",
                at: .offset(link.offset), Specification.history.citation("3"))
        }
        let counts = link.attributes.contains { $0.name.namespace == RuleTable.threading.namespace }
        if counts, relation != "replies" {
            findings.add(
                .warning, .unexpectedAttribute, "only <link rel=\"replies\"> says how many there are",
                at: .offset(link.offset), Specification.threading.citation("4"))
        }
    }

    private func needsSummary(_ content: MarkupNode) -> Bool {
        if content["src"] != nil { return true }
        guard let type = content["type"].map(MediaType.essence), type.contains("/") else { return false }
        return !type.hasPrefix("text/") && !MediaType.isXML(type)
    }

    /// Versions of one entry have one id and differ in the time of their change.
    private mutating func identity(of entry: MarkupNode, _ findings: inout Findings) {
        guard let id = entry.child("id"), let updated = entry.child("updated")?.value else { return }
        guard !versions[id.value, default: []].insert(updated).inserted else { return }
        findings.add(
            .warning, .duplicateID,
            "another entry has the id \(Excerpt.of(id.value)) and the same <updated>; each entry needs its own",
            at: .offset(id.offset), Specification.atom.citation("4.1.1"))
    }

    private func content(_ content: MarkupNode, _ findings: inout Findings) {
        guard content["src"] != nil else { return }
        if !content.children.isEmpty || !content.value.isEmpty {
            add(.error, .unexpectedText, "<content> with a src has to be empty", content, "4.1.3.2", &findings)
        }
        switch content["type"] {
        case nil:
            add(.warning, .missingAttribute, "<content> with a src should have a type", content, "4.1.3.2", &findings)
        case "text"?, "html"?, "xhtml"?:
            add(
                .error, .invalidMediaType, "the type of <content> with a src has to be a media type", content,
                "4.1.3.2", &findings)
        default: break
        }
    }

    private func add(
        _ severity: Finding.Severity, _ code: Finding.Code, _ message: @autoclosure () -> String, _ node: MarkupNode,
        _ section: String, _ findings: inout Findings
    ) {
        findings.add(severity, code, message(), at: .offset(node.offset), Specification.atom.citation(section))
    }
}
