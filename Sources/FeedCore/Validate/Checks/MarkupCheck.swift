/// What readers will do to the HTML of a feed: take scripts out, lose relative addresses, guess where tags end.
struct MarkupCheck {
    private let node: MarkupNode
    private var open: [String] = []
    private var risk: String?
    private var fault: String?
    private var relative: String?

    /// HTML as text.
    static func run(_ html: String, of node: MarkupNode, _ findings: inout Findings) {
        guard html.utf8.contains(UInt8(ascii: "<")) else { return }
        var check = MarkupCheck(node: node)
        var scanner = MarkupScanner(html)
        while let tag = scanner.next() {
            check.attributes(tag.attributes.lazy.map { ($0.name, $0.value) }, of: tag)
            check.nesting(tag)
        }
        if let left = check.open.last(where: { !optionalEnds.contains($0) }) { check.note("<\(left)> is never closed") }
        check.report(&findings)
    }

    /// XHTML as elements of the document.
    static func runXHTML(_ div: MarkupNode, of node: MarkupNode, _ findings: inout Findings) {
        var check = MarkupCheck(node: node)
        check.visit(div)
        check.report(&findings)
    }

    private init(node: MarkupNode) { self.node = node }
}

extension MarkupCheck {
    private mutating func visit(_ element: MarkupNode) {
        if element.name.namespace == Self.xhtml {
            known(element.name.local)
        } else if !Self.embedded.contains(element.name.namespace) {
            note("\(element.tag) does not stand in the namespace of XHTML")
        }
        if Self.risky.contains(element.name.folded) { risk = risk ?? "<\(element.name.folded)>" }
        judge(element.attributes.lazy.map { ($0.name.folded, $0.value) }, of: element.name.folded)
        for child in element.children { visit(child) }
    }

    private mutating func attributes(_ attributes: some Sequence<(String, String)>, of tag: MarkupTag) {
        guard !tag.isEnd else { return }
        known(tag.name)
        if Self.risky.contains(tag.name) { risk = risk ?? "<\(tag.name)>" }
        judge(attributes, of: tag.name)
    }

    private mutating func judge(_ attributes: some Sequence<(String, String)>, of element: String) {
        for (name, value) in attributes {
            if name.hasPrefix("on") { risk = risk ?? "\(Excerpt.of(name)) of <\(Excerpt.of(element))>" }
            if name == "style", let word = Self.riskyStyles.first(where: value.asciiLowercased.contains) {
                risk = risk ?? "\(word) in the style of <\(Excerpt.of(element))>"
            }
            guard Self.addresses.contains(name) else { continue }
            let address = Address(value.trimmed)
            switch address.scheme?.lowercased() {
            case "javascript", "vbscript": risk = risk ?? "\(name) of <\(Excerpt.of(element))>"
            case nil where !node.hasBase && (address.authority != nil || !address.path.isEmpty):
                relative = relative ?? value
            default: break
            }
        }
    }

    /// Pages may have elements of their own; their names have a hyphen (HTML, section 4.13.3).
    private mutating func known(_ name: String) {
        guard fault == nil, !HTMLNames.elements.contains(name), !name.utf8.contains(UInt8(ascii: "-")),
            !open.contains("svg"), !open.contains("math")
        else { return }
        note("<\(Excerpt.of(name))> is no element of HTML")
    }

    private mutating func nesting(_ tag: MarkupTag) {
        guard fault == nil, !Self.void.contains(tag.name) else { return }
        guard tag.isEnd else {
            // Deeper than any page, and not worth the search for every end tag.
            if open.count >= Self.deepest { return note("elements are nested more than \(Self.deepest) deep") }
            if !tag.isEmpty { open.append(tag.name) }
            return
        }
        guard let match = open.lastIndex(of: tag.name) else {
            if !Self.optionalEnds.contains(tag.name) { note("</\(Excerpt.of(tag.name))> ends nothing") }
            return
        }
        if let left = open[(match + 1)...].last(where: { !Self.optionalEnds.contains($0) }) {
            note("</\(Excerpt.of(tag.name))> stands before the end of <\(Excerpt.of(left))>")
        }
        open.removeSubrange(match...)
    }

    private mutating func note(_ text: String) { fault = fault ?? text }

    private func report(_ findings: inout Findings) {
        if let risk {
            add(.securityRisk, "\(node.tag) holds \(risk), which readers take out", Self.security, &findings)
        }
        if let fault { add(.invalidMarkup, "the markup of \(node.tag) is faulty: \(fault)", node.citation, &findings) }
        if let relative {
            add(
                .relativeReference,
                "\(node.tag) has the relative address \"\(Excerpt.of(relative))\"; write it whole", node.citation,
                &findings)
        }
    }

    private func add(
        _ code: Finding.Code, _ message: @autoclosure () -> String, _ citation: Citation, _ findings: inout Findings
    ) {
        findings.add(.warning, code, message(), at: .offset(node.offset), citation)
    }

    private static let security = Specification.atom.citation("8.1")
    static let xhtml = "http://www.w3.org/1999/xhtml"
    private static let embedded: Set<String> = [
        "http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML",
    ]
    private static let risky: Set<String> = [
        "applet", "base", "body", "embed", "form", "frame", "frameset", "head", "html", "iframe", "link", "meta",
        "noscript", "object", "plaintext", "script", "style",
    ]
    /// What lets a text leave its place on the page, or load what nobody asked for.
    private static let riskyStyles = ["position:", "position :", "url(", "expression(", "behavior:", "-moz-binding"]
    private static let addresses: Set<String> = ["href", "src", "poster", "cite", "action", "background", "longdesc"]
    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ]
    private static let optionalEnds: Set<String> = [
        "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "caption",
        "rt", "rp", "rb", "rtc",
    ]
    private static let deepest = 256
}
