/// Writes entries in the news rewrite form: the text, `— news from PUBLISHER`, `— News Original —`, the headline, its
/// byline and opening. What `RewriteArticle` reads from it has the same title, text, sources and bylines.
enum RewriteWriter {
    /// One physical line, with `\n` for its line breaks and none at its end.
    ///
    /// - Parameter publisher: of the feed that the entry came from; used where the entry itself names no source.
    static func write(_ entry: Entry, publisher: Person? = nil) -> String {
        let parts = Parts(entry, publisher: publisher)
        var lines = parts.body.flatMap { [Self.plainMarkdown($0), ""] }
        lines += parts.sources.map { "— news from \($0)" }
        lines += ["", "— News Original —", parts.title] + parts.original
        return lines.joined(separator: "\n").replacing("\\", with: #"\\"#).replacing("\t", with: " ")
            .replacing("\n", with: #"\n"#)
    }

    /// With a backslash before whatever Markdown, or the form itself, would take for a mark.
    private static func plainMarkdown(_ line: String) -> String {
        var text = ""
        for character in line {
            if "\\`*_[]".contains(character) { text.append("\\") }
            text.append(character)
        }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty, let next = text.dropFirst(digits.count).first, next == "." || next == ")" {
            return "\(digits)\\\(text.dropFirst(digits.count))"
        }
        if RewriteParts([line]).body.isEmpty { return "\\-\(text.dropFirst())" }
        return "#-+=~".contains(text.first ?? " ") ? "\\" + text : text
    }
}

extension RewriteWriter {
    /// What an entry has for each part of the form.
    private struct Parts {
        let title: String
        private(set) var body: [String]
        private(set) var sources: [String]
        /// After the headline.
        private(set) var original: [String]

        init(_ entry: Entry, publisher: Person?) {
            let text = entry.content.first { $0.src == nil } ?? entry.summary
            let lines = RewriteWriter.lines(of: text)
            // Foreign text that only looks like an attribution is text.
            let people = Set(entry.contributors.compactMap(\.name))
            let attributions = lines.map { line in
                RewriteParts([line]).sources.first.flatMap { people.contains(NewsSource($0).name) ? $0 : nil }
            }
            title =
                entry.title.map { RewriteWriter.lines(of: $0).joined(separator: " ") }
                ?? RewriteText.title(of: lines.first ?? "").text
            body = zip(lines, attributions).filter { $0.1 == nil }.map(\.0)
            original = []
            var names = attributions.compactMap(\.self)
            // An article of this form ends with its original, whose headline is the title.
            if let last = Self.closingQuotation(of: text), let headline = last.first, headline == title {
                original = Array(last.dropFirst())
                body.removeLast(min(last.count, body.count))
            } else if names.isEmpty {
                names = RewriteWriter.sources(of: entry, publisher: publisher)
            }
            let via = entry.links.filter { $0.rel == "via" }
            sources = names.map { RewriteWriter.source($0, via) }
            let written = Set(sources.map { NewsSource($0).name }).union(original.flatMap(Byline.names))
            let credited = (entry.authors + entry.contributors).compactMap(\.name)
            original = credited.filter { !written.contains($0) }.map { "By \($0)" } + original
        }

        private static func closingQuotation(of text: Text?) -> [String]? {
            guard let text, text.type.isMarkup, let start = text.value.ranges(of: "<blockquote").last?.lowerBound,
                text.value.stripped.hasSuffix("</blockquote>")
            else { return nil }
            return RewriteWriter.lines(of: Text(String(text.value[start...]), type: .html))
        }
    }

    /// Without empty ones.
    private static func lines(of text: Text?) -> [String] {
        guard let text else { return [] }
        return (text.type.isMarkup ? PlainText.render(text.value) : text.value)
            .split(whereSeparator: \.isNewline).map { String($0.stripped) }.filter { !$0.isEmpty }
    }

    private static func sources(of entry: Entry, publisher: Person?) -> [String] {
        let via = entry.links.filter { $0.rel == "via" }
        if !via.isEmpty { return via.map { $0.title ?? $0.href } }
        let title = entry.source.title.map { lines(of: $0).joined(separator: " ") }
        let sent = Person(name: title, uri: entry.source.link)
        guard let person = sent.isEmpty ? publisher : sent else { return [] }
        return [source(person.name ?? person.uri ?? "", [Link(href: person.uri ?? "", title: person.name)])]
    }

    /// With the address where the name alone does not tell it.
    private static func source(_ name: String, _ links: [Link]) -> String {
        let link = links.first { $0.title == name } ?? links.first { $0.href.contains(name.lowercased()) }
        guard let href = link?.href, !href.isEmpty, NewsSource(name).address != href else { return name }
        if NewsSource(href).name == name { return href }
        return "\(name) (\(href.replacing("(", with: "%28").replacing(")", with: "%29")))"
    }
}
