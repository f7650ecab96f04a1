/// Holds a JSON Feed against its table.
struct JSONFeedValidator {
    private(set) var findings = Findings()
    private(set) var entries = 0
    private var ids: Set<String> = []

    mutating func run(_ bytes: [UInt8]) {
        let document: JSON5Value
        do throws(JSON5Reader.Fault) {
            document = try JSON5Reader.read(bytes, as: .json)
        } catch {
            return findings.add(
                .error, .notWellFormed, "the document is not JSON: \(error.message)", at: .offset(error.offset),
                Specification.json.citation(""))
        }
        object(document, .feed, "")
    }

    /// - Parameter path: of the object, with a dot at its end; empty for the whole document.
    private mutating func object(_ value: JSON5Value, _ kind: JSONFeedRules.Kind, _ path: String) {
        guard case .object(let members) = value.kind else {
            let name = path.isEmpty ? "the document" : String(path.dropLast())
            return add(.error, .wrongType, "\(name) has to be an object", at: value.offset)
        }
        let rows = JSONFeedRules.rows(of: kind)
        for member in members {
            if let row = rows.first(where: { $0.name == member.name }) {
                self.member(member.value, row.value, path + member.name)
            } else if !member.name.hasPrefix("_") {
                add(
                    .error, .undefinedElement,
                    "\(Excerpt.of(path + member.name)) is none of \(kind.rawValue)'s members; the name of an extension "
                        + "begins with _", at: member.offset)
            }
        }
        for row in rows where row.presence != .optional && !members.contains(where: { $0.name == row.name }) {
            add(
                row.presence == .required ? .error : .warning, .missingElement,
                "\(kind.rawValue) \(row.presence == .required ? "needs" : "should have") \(path)\(row.name)",
                at: value.offset)
        }
        together(members, kind, path, at: value.offset)
    }

    private mutating func member(_ value: JSON5Value, _ rule: MemberRule.Value, _ path: String) {
        switch (rule, value.kind) {
        case (.string(let syntax), .string(let text)): string(text, syntax, path, at: value.offset)
        case (.identifier, .string(let text)): identifier(text, path, at: value.offset)
        case (.identifier, .number(let number)):
            add(.warning, .wrongType, "\(path) should be text in quotes, not a number", at: value.offset)
            identifier("\(number)", path, at: value.offset)
        case (.number, .number), (.bool, .bool): break
        case (.object(let kind), _): object(value, kind, path + ".")
        case (.objects(let kind), .array(let elements)):
            for (index, element) in elements.enumerated() { object(element, kind, "\(path)[\(index)].") }
            if case .item = kind { entries = elements.count }
        case (.strings(let syntax), .array(let elements)):
            for element in elements { member(element, .string(syntax), path) }
        default:
            add(.error, .wrongType, "\(path) may not be \(value.kind.description)", at: value.offset)
        }
    }

    private mutating func string(_ text: String, _ syntax: ValueSyntax, _ path: String, at offset: Int) {
        if case .plain = syntax, LooksLikeHTML.check(text) {
            add(
                .warning, .containsMarkup, "\(path) is plain text, but looks like HTML: \"\(Excerpt.of(text))\"",
                at: offset)
        }
        guard let fault = syntax.fault(in: text) else { return }
        let quoted = fault.code == .missingValue ? "" : ", \"\(Excerpt.of(text))\","
        add(fault.severity, fault.code, "\(path)\(quoted) is \(fault.reason)", at: offset)
    }

    private mutating func identifier(_ id: String, _ path: String, at offset: Int) {
        if id.trimmed.isEmpty {
            add(.error, .missingValue, "\(path) is empty", at: offset)
        } else if !ids.insert(id).inserted {
            add(.error, .duplicateID, "another item has the id \(Excerpt.of(id))", at: offset)
        }
    }

    /// Rules between members of one object.
    private mutating func together(
        _ members: [JSON5Value.Member], _ kind: JSONFeedRules.Kind, _ path: String, at offset: Int
    ) {
        func has(_ names: String...) -> Bool { members.contains { names.contains($0.name) } }
        switch kind {
        case .author where !has("name", "url", "avatar"):
            add(.error, .missingElement, "\(path.dropLast()) needs a name, a url or an avatar", at: offset)
        case .item where !has("content_html", "content_text"):
            add(.error, .missingContent, "\(path.dropLast()) needs content_html or content_text", at: offset)
        default: break
        }
        if case .feed = kind { version(members) }
    }

    /// `author` of version 1.0 is deprecated in 1.1.
    private mutating func version(_ members: [JSON5Value.Member]) {
        func text(_ name: String) -> String? {
            guard case .string(let text)? = members.first(where: { $0.name == name })?.value.kind else { return nil }
            return text
        }
        guard let member = members.first(where: { $0.name == "version" }) else { return }
        if text("version") == "https://jsonfeed.org/version/1" {
            add(
                .warning, .obsoleteFormat, "JSON Feed 1 was replaced by 1.1; say so in version", at: member.value.offset
            )
        } else if let author = members.first(where: { $0.name == "author" }) {
            add(.warning, .obsoleteFormat, "author is deprecated; write authors, a list", at: author.offset)
        }
        if let next = text("next_url"), next == text("feed_url") {
            add(.error, .invalidValue, "next_url may not be the feed_url", at: member.value.offset)
        }
    }

    private mutating func add(
        _ severity: Finding.Severity, _ code: Finding.Code, _ message: @autoclosure () -> String, at offset: Int
    ) {
        findings.add(
            severity, code, Printable.text(message()), at: .offset(offset), Specification.jsonFeed.citation(""))
    }
}
