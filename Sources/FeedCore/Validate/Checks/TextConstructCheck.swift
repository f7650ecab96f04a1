/// Text constructs and content of Atom (RFC 4287, sections 3.1 and 4.1.3): whether what they hold is of the type that
/// they say.
struct TextConstructCheck {
    let node: MarkupNode

    func run(_ findings: inout Findings) {
        let type = node["type"] ?? "text"
        if node.children.isEmpty, node["src"] == nil, node.text.utf8.allSatisfy(\.isASCIIBlank) {
            add(.warning, .missingValue, "\(node.tag) is empty; it is of use with a text only", "4.1.1.1", &findings)
        }
        switch type {
        case "text", "html":
            guard noElements(type, &findings) else { return }
            if type == "html" {
                MarkupCheck.run(node.text, of: node, &findings)
            } else if LooksLikeHTML.check(node.text) {
                add(
                    .warning, .containsMarkup,
                    "\(node.tag) is plain text, but looks like HTML: say type=\"html\"", "3.1.1", &findings)
            }
        case "xhtml": xhtml(&findings)
        default: media(type, &findings)
        }
    }

    private var isContent: Bool { node.name.local == "content" }

    private func noElements(_ type: String, _ findings: inout Findings) -> Bool {
        guard let child = node.children.first else { return true }
        findings.add(
            .error, .misplacedElement,
            "\(node.tag) of type \(type) may not hold \(child.tag); escape its markup or say type=\"xhtml\"",
            at: .offset(child.offset), Specification.atom.citation("3.1.1"))
        return false
    }

    private func xhtml(_ findings: inout Findings) {
        guard let div = node.children.first, node.children.count == 1, div.name.local == "div",
            div.name.namespace == MarkupCheck.xhtml, node.text.utf8.allSatisfy(\.isASCIIBlank)
        else {
            return add(
                .error, .invalidMarkup, "\(node.tag) of type xhtml holds one XHTML <div> and nothing else",
                "3.1.1.3", &findings)
        }
        // Not where it has elements of its own: a text about HTML quotes some.
        if div.children.isEmpty, LooksLikeHTML.check(div.text) {
            add(
                .warning, .containsMarkup, "\(node.tag) is XHTML, but its markup is escaped: say type=\"html\"",
                "3.1.1",
                &findings)
        }
        MarkupCheck.runXHTML(div, of: node, &findings)
    }

    private func media(_ type: String, _ findings: inout Findings) {
        guard isContent else {
            return add(
                .error, .invalidValue, "the type of \(node.tag), \"\(Excerpt.of(type))\", is none of text, html, xhtml",
                "3.1.1", &findings)
        }
        guard MediaType.isWellFormed(type) else {
            return add(
                .error, .invalidMediaType,
                "the type of \(node.tag), \"\(Excerpt.of(type))\", is none of text, html, xhtml and no media type",
                "4.1.3.1", &findings)
        }
        let essence = MediaType.essence(type)
        if essence.hasPrefix("multipart/") || essence.hasPrefix("message/") {
            return add(.error, .invalidMediaType, "\(node.tag) may not be of a composite type", "4.1.3.1", &findings)
        }
        if essence == "text/html", node["src"] == nil, !node.text.asciiLowercased.contains("<html") {
            add(
                .warning, .invalidMediaType, "\(node.tag) is a part of a page only: say type=\"html\"", "4.1.3.1",
                &findings)
        }
        guard node["src"] == nil, !MediaType.isXML(essence) else { return }
        if essence.hasPrefix("text/") {
            if !node.children.isEmpty {
                add(
                    .error, .misplacedElement, "\(node.tag) of type \(essence) may not hold elements", "4.1.3.3",
                    &findings)
            }
        } else if !isBase64(node.text) || !node.children.isEmpty {
            add(.error, .invalidValue, "\(node.tag) of type \(essence) has to be Base64", "4.1.3.3", &findings)
        }
    }

    private func isBase64(_ text: String) -> Bool {
        var count = 0
        for byte in text.utf8 where !byte.isASCIIBlank {
            guard byte.isASCIILetter || byte.isASCIIDigit || "+/=".utf8.contains(byte) else { return false }
            count += 1
        }
        return count.isMultiple(of: 4)
    }

    private func add(
        _ severity: Finding.Severity, _ code: Finding.Code, _ message: @autoclosure () -> String, _ section: String,
        _ findings: inout Findings
    ) {
        findings.add(severity, code, message(), at: .offset(node.offset), Specification.atom.citation(section))
    }
}
