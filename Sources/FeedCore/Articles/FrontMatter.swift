/// What stands between two `---` lines at the beginning of a Markdown file: the plain part of YAML that blogs use.
///
/// `key: value`, quoted values, lists as `[a, b]` or as `- a` lines, and `#` comments; anything else is an error with its
/// line, since a value that YAML reads otherwise than we do must not be published.
struct FrontMatter: Sendable, Equatable {
    /// In the order of the file.
    private(set) var fields: [Field] = []
    /// The first line of the text after it, counted from 1.
    private(set) var bodyLine = 1

    struct Field: Sendable, Equatable {
        /// In lower case.
        let key: String
        /// One for a plain value; none if nothing follows the colon.
        var values: [String]
        let line: Int
        /// Whether the values stand on `- a` lines.
        var isBlockList = false
    }

    struct Fault: Error, Equatable {
        let reason: String
        let line: Int
    }

    /// What the fields say of the article itself, whatever their order: an `updated` date of its own does not change it.
    var substance: String {
        fields.filter { !Self.states.contains($0.key) }.sorted { $0.key < $1.key }
            .map { "\($0.key): \($0.values)\n" }.joined()
    }

    private static let states: Set<String> = ["date", "published", "updated", "draft", "id"]

    /// - Returns: the front matter, empty where there is none, and the text after it.
    static func split(_ text: String) throws(Fault) -> (matter: FrontMatter, body: Substring) {
        var matter = FrontMatter()
        var rest = text[...]
        guard line(of: &rest).stripped == "---" else { return (matter, text[...]) }
        var number = 1
        while !rest.isEmpty {
            number += 1
            let content = line(of: &rest)
            if ["---", "..."].contains(content.stripped) {
                matter.bodyLine = number + 1
                return (matter, rest)
            }
            try matter.take(content, number)
        }
        throw Fault(reason: "the front matter has no end; close it with a line ---", line: 1)
    }

    private mutating func take(_ line: Substring, _ number: Int) throws(Fault) {
        let content = line.stripped
        guard !content.isEmpty, !content.hasPrefix("#") else { return }
        if content == "-" || content.hasPrefix("- ") {
            guard var field = fields.popLast(), field.isBlockList || field.values.isEmpty else {
                throw Fault(reason: "this list item belongs to no key; write 'key:' above it", line: number)
            }
            field.isBlockList = true
            field.values.append(try Self.scalar(content.dropFirst().stripped, number))
            return fields.append(field)
        }
        guard line.first?.isWhitespace == false else {
            throw Fault(reason: "is indented; only list items (- …) may be", line: number)
        }
        guard let colon = content.firstIndex(of: ":"), Self.isKey(content[..<colon]) else {
            throw Fault(reason: "is no 'key: value'", line: number)
        }
        let value = content[content.index(after: colon)...]
        guard value.isEmpty || value.first?.isWhitespace == true else {
            throw Fault(reason: "needs a space after the colon", line: number)
        }
        let key = content[..<colon].lowercased()
        guard !fields.contains(where: { $0.key == key }) else {
            throw Fault(reason: "'\(key)' stands twice", line: number)
        }
        fields.append(Field(key: key, values: try Self.values(value.stripped, number), line: number))
    }

    private static func values(_ text: Substring, _ line: Int) throws(Fault) -> [String] {
        guard text.hasPrefix("[") else {
            return text.isEmpty || text.hasPrefix("#") ? [] : [try scalar(text, line)]
        }
        var scanner = FrontMatterScanner(text.dropFirst(), line: line)
        return try scanner.list()
    }

    private static func scalar(_ text: Substring, _ line: Int) throws(Fault) -> String {
        var scanner = FrontMatterScanner(text, line: line)
        return try scanner.scalar()
    }

    private static func isKey(_ text: Substring) -> Bool {
        text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    }

    private static func line(of rest: inout Substring) -> Substring {
        let end = rest.utf8.firstIndex(of: 0x0A) ?? rest.endIndex
        defer { rest = end == rest.endIndex ? rest[end...] : rest[rest.utf8.index(after: end)...] }
        return rest[..<end]
    }
}
