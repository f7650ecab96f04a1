/// What modules ask of a value and the attribute that says of which kind it is.
enum ModuleChecks {
    static func check(_ node: MarkupNode, _ findings: inout Findings) {
        guard !node.isCore else { return }
        switch node.tableName {
        case "media:title", "media:description": text(node, &findings)
        case "media:rating":
            guard let words = ratings[node["scheme"] ?? "urn:simple"], !words.contains(node.value) else { return }
            add("\(node.tag) is none of \(words.joined(separator: ", "))", node, &findings)
        case "media:hash": hash(node, &findings)
        case "media:restriction": restriction(node, &findings)
        case "media:credit":
            guard let role = node["role"], role != role.lowercased() else { return }
            add("the role of \(node.tag) is written in small letters", node, &findings)
        case "media:adult":
            add("\(node.tag) was replaced by <media:rating>", node, &findings)
        case "itunes:category": category(node, &findings)
        case "itunes:explicit":
            guard !["true", "false"].contains(node.value.asciiLowercased) else { return }
            add("\(node.tag) is true or false; Apple Podcasts has no other words since 2019", node, &findings)
        default: break
        }
    }

    /// Plain, unless it says otherwise.
    private static func text(_ node: MarkupNode, _ findings: inout Findings) {
        if node["type"] == "html" {
            MarkupCheck.run(node.text, of: node, &findings)
        } else if LooksLikeHTML.check(node.text) {
            findings.add(
                .warning, .containsMarkup, "\(node.tag) is plain text, but looks like HTML: say type=\"html\"",
                at: .offset(node.offset), node.citation)
        }
    }

    private static func hash(_ node: MarkupNode, _ findings: inout Findings) {
        let digits = node["algo"] == "sha-1" ? 40 : 32
        let value = node.value
        guard value.utf8.count != digits || !value.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return }
        add("\(node.tag) has \(digits) hexadecimal digits", node, &findings)
    }

    private static func restriction(_ node: MarkupNode, _ findings: inout Findings) {
        let words = node.value.split(whereSeparator: \.isWhitespace)
        switch node["type"] {
        case "country"?:
            guard !words.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(\.isASCIILetter) }) else { return }
            add("\(node.tag) of countries holds their codes of two letters (ISO 3166)", node, &findings)
        case "uri"?:
            guard !words.allSatisfy(Address.isIRI) else { return }
            add("\(node.tag) of type uri holds whole addresses", node, &findings)
        case nil where !words.isEmpty && words != ["all"] && words != ["none"]:
            add("\(node.tag) without a type is all or none", node, &findings)
        default: break
        }
    }

    /// Apple's list: what stands within a category is one of its own, and what was renamed in 2019 is still read.
    private static func category(_ node: MarkupNode, _ findings: inout Findings) {
        guard let name = node["text"] else { return }
        if AppleCategories.former.contains(name) {
            add("\(node.tag), \"\(name)\", is a category of before 2019", node, &findings)
        }
        guard let parts = AppleCategories.all[name] else { return }
        for child in node.children("itunes:category") {
            guard let part = child["text"], !part.isEmpty, !parts.contains(part) else { continue }
            add("\(Excerpt.of(part)) is no category within \(name) that Apple Podcasts knows", child, &findings)
        }
    }

    private static func add(_ message: @autoclosure () -> String, _ node: MarkupNode, _ findings: inout Findings) {
        findings.add(.warning, .invalidValue, message(), at: .offset(node.offset), node.citation)
    }

    private static let ratings = [
        "urn:simple": ["adult", "nonadult"],
        "urn:mpaa": ["g", "pg", "pg-13", "r", "nc-17", "m", "x"],
        "urn:v-chip": [
            "tv-y", "tv-y7", "tv-y7-fv", "tv-g", "tv-pg", "tv-14", "tv-ma", "c", "c8", "g", "pg", "14+", "18+",
        ],
    ]
}
