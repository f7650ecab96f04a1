/// The *news rewrite* form: a rewritten article, `— news from PUBLISHER`, `— News Original —`, the original's headline,
/// the original's opening. Either marker may be missing.
enum RewriteArticle {
    static func read(_ text: String, into draft: inout ArticleDraft) throws(ArticleProblem) {
        draft.substance = text
        let parts = RewriteParts(RewriteText.lines(of: text))
        let sources = parts.sources.map { NewsSource($0) }
        var body = parts.body
        if let headline = parts.original.first {
            draft.entry.title = Text(RewriteText.withoutEmphasis(headline))
        } else if let first = body.first(where: { !$0.isEmpty }) {
            let title = RewriteText.title(of: first)
            draft.entry.title = Text(title.text)
            if title.isWholeLine, body.count(where: { !$0.isEmpty }) > 1 { body.removeSubrange(...headlineIndex(body)) }
        } else {
            throw draft.error("is empty; write a headline and a text, or remove it")
        }
        let opening = parts.original.dropFirst()
        draft.entry.content = [draft.markup(html(body, sources, parts.original))]
        for source in sources {
            if let href = source.address, !draft.entry.links.contains(where: { $0.href == href }) {
                draft.entry.links.append(Link(rel: "via", href: href, title: source.linkTitle))
            }
            add(source.person, to: &draft)
        }
        for name in opening.prefix(bylineLines).flatMap({ Byline.names(in: $0) }) {
            add(Person(name: name), to: &draft)
        }
    }

    /// Further down, “I’m …” is somebody who is quoted.
    private static let bylineLines = 8

    private static func headlineIndex(_ body: [String]) -> Int { body.firstIndex { !$0.isEmpty } ?? 0 }

    private static func add(_ person: Person, to draft: inout ArticleDraft) {
        guard !draft.entry.contributors.contains(where: { $0.name == person.name }) else { return }
        draft.entry.contributors.append(person)
    }

    private static func html(_ body: [String], _ sources: [NewsSource], _ original: [String]) -> String {
        var html = Markdown.htmlOfPlainText(body.joined(separator: "\n"))
        for source in sources {
            let name = source.name.htmlEscaped
            let label = source.address.map { "<a href=\"\($0.htmlEscaped)\">\(name)</a>" } ?? name
            html += "<p>— news from \(label)</p>\n"
        }
        if let headline = original.first {
            let cite = sources.lazy.compactMap(\.address).first.map { " cite=\"\($0.htmlEscaped)\"" } ?? ""
            html +=
                "<blockquote\(cite)>\n<p><strong>\(RewriteText.withoutEmphasis(headline).htmlEscaped)</strong></p>\n"
            for line in original.dropFirst() { html += "<p>\(line.htmlEscaped)</p>\n" }
            html += "</blockquote>\n"
        }
        return html
    }
}
