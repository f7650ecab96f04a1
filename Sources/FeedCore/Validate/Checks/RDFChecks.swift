/// What RSS 1.0 asks of its RDF: each part has a name of its own, and the channel lists its items by it.
struct RDFChecks: FormatChecks {
    private var items: Set<String> = []
    private var listed: [(resource: String, offset: Int)] = []

    mutating func check(_ node: MarkupNode, in parent: MarkupNode?, _ findings: inout Findings) {
        switch node.tableName {
        case "channel": about(node, "5.3", &findings)
        case "image" where parent?.tableName == RDF.root: about(node, "5.4", &findings)
        case "textinput" where parent?.tableName == RDF.root: about(node, "5.6", &findings)
        case "item": item(node, &findings)
        case "rdf:li": list(node, &findings)
        case RDF.root: root(&findings)
        default: break
        }
    }

    @discardableResult
    private func about(_ node: MarkupNode, _ section: String, _ findings: inout Findings) -> String? {
        let value = attribute("about", of: node)
        if value == nil {
            findings.add(
                .error, .missingAttribute, "\(node.tag) needs the attribute rdf:about", at: .offset(node.offset),
                Specification.rdf.citation(section))
        }
        return value
    }

    private mutating func item(_ item: MarkupNode, _ findings: inout Findings) {
        guard let name = about(item, "5.5", &findings), !items.insert(name).inserted else { return }
        findings.add(
            .error, .duplicateID, "another item has the rdf:about \(Excerpt.of(name))", at: .offset(item.offset),
            Specification.rdf.citation("5.5"))
    }

    private mutating func list(_ item: MarkupNode, _ findings: inout Findings) {
        guard let resource = attribute("resource", of: item) ?? item["resource"] else {
            return findings.add(
                .error, .missingAttribute, "<rdf:li> needs the attribute rdf:resource", at: .offset(item.offset),
                Specification.rdf.citation("5.3.5"))
        }
        listed.append((resource, item.offset))
    }

    private func root(_ findings: inout Findings) {
        for (resource, offset) in listed where !items.contains(resource) {
            findings.add(
                .error, .invalidValue, "the channel lists \(Excerpt.of(resource)), and no item has that rdf:about",
                at: .offset(offset), Specification.rdf.citation("5.3.5"))
        }
    }

    private func attribute(_ name: String, of node: MarkupNode) -> String? {
        node.attributes.first { $0.name.namespace == RDF.namespace && $0.name.local == name }?.value
    }
}
