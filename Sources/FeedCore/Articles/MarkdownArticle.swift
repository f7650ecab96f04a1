/// Markdown with front matter.
enum MarkdownArticle {
    static func read(_ text: String, into draft: inout ArticleDraft) throws(ArticleProblem) {
        let (matter, rest): (FrontMatter, Substring)
        do throws(FrontMatter.Fault) {
            (matter, rest) = try FrontMatter.split(text)
        } catch {
            throw draft.error(error.reason, line: error.line)
        }
        for field in matter.fields { try apply(field, to: &draft) }
        draft.substance = matter.substance + rest.stripped
        var body = rest
        if draft.entry.title == nil, let heading = leadingHeading(of: &body) { draft.entry.title = Text(heading) }
        draft.entry.content = [draft.markup(AssetLinks.rewritten(Markdown.html(String(body)), in: &draft))]
    }

    private static func apply(_ field: FrontMatter.Field, to draft: inout ArticleDraft) throws(ArticleProblem) {
        guard let value = field.values.first(where: { !$0.isEmpty }) else { return }
        let values = field.values.filter { !$0.isEmpty }
        if !isList(field.key), values.count > 1 {
            throw draft.error("'\(field.key)' takes one value", line: field.line)
        }
        switch field.key {
        case "title": draft.entry.title = Text(value)
        case "summary", "description": draft.entry.summary = Text(value)
        case "date", "published": draft.entry.published = try date(field, value, draft)
        case "updated": draft.entry.updated = try date(field, value, draft)
        case "author", "authors": draft.entry.authors += values.map(person)
        case "tags", "categories", "category", "tag": addCategories(values, to: &draft)
        case "language", "lang": draft.entry.language = value
        case "draft": draft.isDraft = try flag(field, value, draft)
        case "id":
            draft.ownID = try identifier(field, value, draft)
            draft.entry.id = draft.ownID
        case "link", "canonical": draft.setLink(value, line: field.line)
        case "enclosures", "enclosure": for value in values { addEnclosure(value, field.line, to: &draft) }
        case "via": for value in values { addVia(value, field.line, to: &draft) }
        default: draft.note("'\(Excerpt.of(field.key))' is not used; \(known)", line: field.line)
        }
    }

    private static func isList(_ key: String) -> Bool {
        ["author", "authors", "tags", "tag", "categories", "category", "enclosures", "enclosure", "via"].contains(key)
    }

    private static func date(
        _ field: FrontMatter.Field, _ value: String, _ draft: ArticleDraft
    ) throws(ArticleProblem) -> Timestamp {
        guard let date = ArticleDate.parse(value) else {
            throw draft.error(
                "'\(Excerpt.of(value))' is no date; write 2026-11-22 or 2026-11-22T08:30:00+01:00",
                line: field.line)
        }
        return date
    }

    private static func flag(
        _ field: FrontMatter.Field, _ value: String, _ draft: ArticleDraft
    ) throws(ArticleProblem) -> Bool {
        switch value.lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default: throw draft.error("'\(field.key)' must be true or false", line: field.line)
        }
    }

    /// RFC 4287, section 4.2.6: an id is an absolute IRI.
    private static func identifier(
        _ field: FrontMatter.Field, _ value: String, _ draft: ArticleDraft
    ) throws(ArticleProblem) -> String {
        guard Address(value).scheme != nil, !value.contains(where: \.isWhitespace) else {
            throw draft.error("'id' must be an absolute address, such as tag:site.example,2026:x", line: field.line)
        }
        return value
    }

    /// `Name`, `Name <mail@host>` or `Name <https://…>`.
    static func person(_ text: String) -> Person {
        guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else { return Person(name: text) }
        let name = String(text[..<open].stripped)
        let inner = String(text[open...].dropFirst().dropLast())
        if Address(inner).scheme != nil { return Person(name: name.isEmpty ? inner : name, uri: inner) }
        return Person(name: name.isEmpty ? inner : name, email: inner)
    }

    private static func addCategories(_ terms: [String], to draft: inout ArticleDraft) {
        for term in terms where !draft.entry.categories.contains(where: { $0.term == term }) {
            draft.entry.categories.append(Category(term: term))
        }
    }

    /// `ADDRESS [TYPE [BYTES]]`.
    private static func addEnclosure(_ value: String, _ line: Int, to draft: inout ArticleDraft) {
        let words = value.split(separator: " ").map(String.init)
        let length = words.count > 2 ? Int(words[2]) : nil
        guard let href = draft.publishedAddress(of: words[0], line: line) ?? draft.address(words[0]), words.count <= 3,
            words.count < 3 || (length ?? -1) >= 0
        else {
            return draft.note("an enclosure is 'ADDRESS TYPE BYTES', such as https://… audio/mpeg 4096", line: line)
        }
        let type = words.count > 1 ? words[1] : nil
        draft.entry.links.append(Link(rel: "enclosure", href: href, type: type, length: length))
    }

    private static func addVia(_ value: String, _ line: Int, to draft: inout ArticleDraft) {
        let publisher = NewsSource(value)
        if let href = publisher.address {
            draft.entry.links.append(Link(rel: "via", href: href, title: publisher.linkTitle))
        } else {
            draft.note("'via' needs an address or a domain", line: line)
        }
    }

    /// The first line, if it is a heading of the first level: then it is the title, and not a part of the text.
    private static func leadingHeading(of body: inout Substring) -> String? {
        let start = body.drop(while: \.isWhitespace)
        guard start.hasPrefix("# ") else { return nil }
        let line = start.prefix { $0 != "\n" }
        let heading = line.dropFirst(2).stripped
        guard !heading.isEmpty else { return nil }
        body = start.dropFirst(line.count)
        return String(heading)
    }

    private static let known =
        "known: title, summary, date, updated, authors, tags, language, draft, id, link, enclosures, via"
}
