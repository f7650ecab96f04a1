/// What OPML asks of an outline by its type.
struct OPMLChecks: FormatChecks {
    func check(_ node: MarkupNode, in parent: MarkupNode?, _ findings: inout Findings) {
        guard node.tableName == "outline" else { return }
        switch node["type"]?.lowercased() {
        case "rss"?: if node["xmlUrl"] == nil { missing("xmlUrl", of: node, &findings) }
        case "link"?, "include"?: if node["url"] == nil { missing("url", of: node, &findings) }
        case nil where node["xmlUrl"] != nil:
            findings.add(
                .warning, .missingAttribute, "<outline> with an xmlUrl should say type=\"rss\"",
                at: .offset(node.offset),
                node.citation)
        default: break
        }
    }

    private func missing(_ name: String, of node: MarkupNode, _ findings: inout Findings) {
        findings.add(
            .error, .missingAttribute,
            "<outline type=\"\(Excerpt.of(node["type"] ?? ""))\"> needs the attribute \(name)",
            at: .offset(node.offset), node.citation)
    }
}
