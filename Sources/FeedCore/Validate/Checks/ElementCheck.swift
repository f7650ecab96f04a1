/// One element against its row: attributes, how often its children stand in it, what it holds.
struct ElementCheck {
    let node: MarkupNode
    let grammar: Grammar

    func run(_ scope: FeedValidator.Scope, _ findings: inout Findings) {
        guard let row = node.row else { return }
        guard scope == .everything else { return requiredChildren(&findings) }
        attributes(row, &findings)
        children(&findings)
        content(row.content, &findings)
    }

    private func attributes(_ row: ElementRule, _ findings: inout Findings) {
        for attribute in node.attributes {
            let name = attribute.name
            // Of a module's attributes, those that the row knows.
            let prefix = name.prefix.isEmpty ? nil : grammar.prefix(of: name.namespace)
            if !name.prefix.isEmpty, prefix.map({ prefix in row.attributes.contains { $0.isOf(prefix) } }) != true {
                xmlAttribute(attribute, &findings)
                continue
            }
            let known = prefix.map { "\($0):\(name.local)" } ?? name.local
            if let rule = row.attributes.first(where: { $0.name == known }) {
                report(
                    rule.syntax.fault(in: attribute.value) ?? foreignLetters(in: attribute.value, rule.syntax),
                    attribute.value, of: "the \(known) of \(node.tag)", &findings)
            } else if !row.takesAnyAttribute {
                add(
                    node.isCore && prefix == nil ? .error : .warning, .unexpectedAttribute,
                    "\(node.tag) has no attribute \(Excerpt.of(known))", &findings)
            }
        }
        for rule in row.attributes where rule.isRequired && !has(rule.name) {
            add(.error, .missingAttribute, "\(node.tag) needs the attribute \(rule.name)", &findings)
        }
    }

    private func has(_ attribute: String) -> Bool {
        node[attribute] != nil
            || node.attributes.contains { own in
                grammar.prefix(of: own.name.namespace).map { "\($0):\(own.name.local)" == attribute } == true
            }
    }

    private func xmlAttribute(_ attribute: XMLAttribute, _ findings: inout Findings) {
        guard attribute.name.prefix == "xml" else { return }
        let value = attribute.value
        switch attribute.name.local {
        case "lang" where !value.isEmpty:
            report(ValueSyntax.language.fault(in: value), value, of: "xml:lang of \(node.tag)", &findings)
        case "base": report(ValueSyntax.reference.fault(in: value), value, of: "xml:base of \(node.tag)", &findings)
        default: break
        }
    }

    private func requiredChildren(_ findings: inout Findings) {
        if case .empty? = node.row?.content { return }
        for rule in node.kind.counted where rule.isRequired && node.child(rule.name) == nil { missing(rule, &findings) }
    }

    private func missing(_ rule: Grammar.Child, _ findings: inout Findings) {
        findings.add(
            .error, .missingElement, "\(node.tag) needs <\(rule.name)>", at: .offset(node.offset), citation(of: rule))
    }

    /// What a section says of a child stands with its parent.
    private func citation(of rule: Grammar.Child) -> Citation {
        rule.isCore && node.isCore ? node.citation : rule.specification.citation(rule.section)
    }

    private func children(_ findings: inout Findings) {
        // The channel of RSS 1.0 has an empty <image> that points to the one with children.
        if case .empty? = node.row?.content { return }
        let rules = node.kind.counted
        guard !rules.isEmpty else { return }
        var seen: [String: (count: Int, second: MarkupNode?)] = [:]
        for child in node.children where !child.tableName.isEmpty {
            let before = seen[child.tableName]
            seen[child.tableName] = ((before?.count ?? 0) + 1, before.map { $0.second ?? child })
        }
        for rule in rules {
            let (count, second) = seen[rule.name] ?? (0, nil)
            switch rule.occurs {
            case .required where count == 0, .many where count == 0: missing(rule, &findings)
            case .recommended where count == 0:
                findings.add(
                    .warning, .missingElement, "\(node.tag) should have <\(rule.name)>", at: .offset(node.offset),
                    citation(of: rule))
            default: break
            }
            if let second, rule.occurs != .many {
                findings.add(
                    rule.isCore ? .error : .warning, .duplicateElement,
                    "\(node.tag) has \(count) \(second.tag) where one may stand", at: .offset(second.offset),
                    citation(of: rule))
            }
        }
    }

    private func content(_ content: ElementRule.Content, _ findings: inout Findings) {
        switch content {
        case .elements, .empty:
            if !node.text.utf8.allSatisfy(\.isASCIIBlank) {
                add(
                    .error, .unexpectedText,
                    "\(node.tag) holds the text \"\(Excerpt.of(node.value))\", "
                        + "which has no meaning there", &findings)
            }
        case .value(let syntax): value(syntax, &findings)
        case .html: html(&findings)
        case .textConstruct, .atomContent: TextConstructCheck(node: node).run(&findings)
        case .foreign:
            if !node.value.isEmpty {
                add(
                    .warning, .unexpectedText,
                    "\(node.tag) holds the text \"\(Excerpt.of(node.value))\", which readers do not show", &findings)
            }
        case .mixed, .open: break
        }
    }

    private func html(_ findings: inout Findings) {
        if let child = node.children.first {
            findings.add(
                .error, .misplacedElement,
                "\(node.tag) holds text only: escape \(child.tag) and the rest of its markup",
                at: .offset(child.offset), node.citation)
        } else {
            MarkupCheck.run(node.text, of: node, &findings)
        }
    }

    private func value(_ syntax: ValueSyntax, _ findings: inout Findings) {
        let text = node.text
        if let child = node.children.first {
            return findings.add(
                .error, .misplacedElement, "\(node.tag) holds text only, not \(child.tag)", at: .offset(child.offset),
                node.citation)
        }
        report(fault(syntax), text, of: node.tag, &findings)
    }

    /// White space around a value is one thing for a human and another for a parser of dates; Atom allows none at all
    /// (RFC 4287, section 2), RSS says nothing.
    private func fault(_ syntax: ValueSyntax) -> ValueFault? {
        // As an attribute, an empty reference is the document itself.
        if case .reference = syntax, node.value.isEmpty { return ValueFault(.missingValue, "empty", .warning) }
        let fault = syntax.fault(in: node.value)
        guard fault == nil, syntax.isExact, node.specification.isStrictAboutSpace, node.value != node.text else {
            return fault ?? foreignLetters(in: node.value, syntax)
        }
        return ValueFault(.invalidValue, "surrounded by white space, which Atom does not allow")
    }

    /// RSS is older than IRIs, and readers of it hand an address on as it is.
    private func foreignLetters(in value: String, _ syntax: ValueSyntax) -> ValueFault? {
        guard node.specification.name == Specification.rss.name, syntax.isAddress,
            !value.utf8.allSatisfy({ $0 < 0x80 })
        else { return nil }
        return ValueFault(.invalidAddress, "no URL: percent-encode its letters beyond ASCII", .warning)
    }

    private func report(_ fault: ValueFault?, _ value: String, of what: String, _ findings: inout Findings) {
        guard let fault else { return }
        let quoted = fault.code == .missingValue ? "" : ", \"\(Excerpt.of(value.trimmed))\","
        add(fault.severity, fault.code, "\(what)\(quoted) is \(fault.reason)", &findings)
    }

    private func add(
        _ severity: Finding.Severity, _ code: Finding.Code, _ message: @autoclosure () -> String,
        _ findings: inout Findings
    ) {
        findings.add(severity, code, message(), at: .offset(node.offset), node.citation)
    }
}

extension Specification {
    /// RFC 4287, section 2: no white space in dates, IRIs, language tags and the like.
    fileprivate var isStrictAboutSpace: Bool { name == Specification.atom.name }
}

extension ValueSyntax {
    /// Whether white space around the value makes it another one.
    fileprivate var isExact: Bool {
        switch self {
        case .text, .filled, .plain, .short: false
        default: true
        }
    }

    fileprivate var isAddress: Bool {
        switch self {
        case .iri, .webAddress, .reference, .absoluteReference: true
        default: false
        }
    }
}
