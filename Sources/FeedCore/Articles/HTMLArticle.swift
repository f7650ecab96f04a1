/// An HTML page: what its head says, and the markup of its body as it stands there.
enum HTMLArticle {
    static func read(_ text: String, into draft: inout ArticleDraft) {
        draft.substance = text
        var page = Page(draft)
        var scanner = MarkupScanner(text)
        while let tag = scanner.next() { page.take(tag, &scanner) }
        draft = page.draft
        let bodyEnd = page.bodyEnd ?? text.utf8.count
        let content = page.hasBody ? scanner.text(page.bodyStart..<max(page.bodyStart, bodyEnd)) : text
        draft.entry.content = [draft.markup(AssetLinks.rewritten(content, in: &draft))]
    }

    /// The text of a page that is not UTF-8 but names its encoding in a `meta` tag among its first 1,024 bytes (HTML,
    /// section 13.2.3.2); nil for others.
    static func declaredText(_ bytes: [UInt8]) -> String? {
        guard String(validating: bytes, as: UTF8.self) == nil, !bytes.prefix(1024).contains(0) else { return nil }
        var scanner = MarkupScanner(String(decoding: bytes.prefix(1024), as: UTF8.self))
        while let tag = scanner.next() {
            guard tag.name == "meta", let label = tag["charset"] ?? charset(of: tag["content"]),
                let text = TextEncoding(label.stripped.lowercased())?.decode(bytes)
            else { continue }
            return TextFile.decode(text)?.text
        }
        return nil
    }

    /// Of a media type such as `text/html; charset=koi8-r`.
    private static func charset(of type: String?) -> String? {
        guard let type = type?.lowercased(), let mark = type.firstRange(of: "charset=") else { return nil }
        return String(type[mark.upperBound...].prefix { $0 != ";" }.filter { !"\"'".contains($0) })
    }

    private struct Page {
        var draft: ArticleDraft
        /// In bytes from the beginning; after the head where there is no `body` tag.
        var bodyStart = 0
        var bodyEnd: Int?
        var hasBody = false

        init(_ draft: ArticleDraft) { self.draft = draft }

        mutating func take(_ tag: MarkupTag, _ scanner: inout MarkupScanner) {
            switch (tag.name, tag.isEnd) {
            case ("html", false): draft.entry.language = draft.entry.language ?? tag["lang"] ?? tag["xml:lang"]
            case ("title", false) where draft.entry.title == nil && !hasBodyTag: takeTitle(&scanner)
            case ("meta", false): takeMeta(tag)
            case ("link", false): takeLink(tag)
            case ("time", false): takeTime(tag)
            case ("head", true) where !hasBody: (hasBody, bodyStart) = (true, tag.range.upperBound)
            case ("body", false) where !hasBodyTag:
                (hasBody, hasBodyTag, bodyStart) = (true, true, tag.range.upperBound)
            case ("body", true), ("html", true): bodyEnd = bodyEnd ?? tag.range.lowerBound
            default: break
            }
        }

        private var hasBodyTag = false

        private mutating func takeTitle(_ scanner: inout MarkupScanner) {
            let words = scanner.rawText(until: "title").split(whereSeparator: \.isWhitespace)
            if !words.isEmpty { draft.entry.title = Text(MarkupScanner.decoded(words.joined(separator: " "))) }
        }

        private mutating func takeMeta(_ tag: MarkupTag) {
            guard let name = (tag["name"] ?? tag["property"])?.lowercased(),
                let value = tag["content"].map({ String($0.stripped) }), !value.isEmpty
            else { return }
            switch name {
            case "author": draft.entry.authors.append(MarkdownArticle.person(value))
            case "description" where draft.entry.summary == nil: draft.entry.summary = Text(value)
            case "keywords":
                for term in value.split(separator: ",").map({ String($0.stripped) }) where !term.isEmpty {
                    if !draft.entry.categories.contains(where: { $0.term == term }) {
                        draft.entry.categories.append(Category(term: term))
                    }
                }
            case "date", "dcterms.date", "dc.date", "article:published_time": takeDate(value, \.published, tag.line)
            case "updated", "dcterms.modified", "article:modified_time": takeDate(value, \.updated, tag.line)
            case "language" where draft.entry.language == nil: draft.entry.language = value
            case "draft": draft.isDraft = value.lowercased() == "true"
            default: break
            }
        }

        private mutating func takeLink(_ tag: MarkupTag) {
            let rels = tag["rel"]?.lowercased().split(whereSeparator: \.isWhitespace) ?? []
            guard let href = tag["href"].map({ String($0.stripped) }) else { return }
            if rels.contains("canonical"), draft.entry.link == nil { draft.setLink(href, line: tag.line) }
            for rel in ["enclosure", "via"] where rels.contains(Substring(rel)) {
                guard let address = draft.publishedAddress(of: href, line: tag.line) ?? draft.address(href) else {
                    draft.note("'\(Excerpt.of(href))' is no web address; write https://…", line: tag.line)
                    continue
                }
                draft.entry.links.append(
                    Link(rel: rel, href: address, type: tag["type"], title: tag["title"]))
            }
        }

        /// The first one that holds a date; others speak of other things.
        private mutating func takeTime(_ tag: MarkupTag) {
            guard let value = tag["datetime"], draft.entry.published == nil else { return }
            draft.entry.published = ArticleDate.parse(String(value.stripped))
        }

        private mutating func takeDate(_ value: String, _ field: WritableKeyPath<Entry, Timestamp?>, _ line: Int) {
            guard draft.entry[keyPath: field] == nil else { return }
            draft.entry[keyPath: field] = ArticleDate.parse(value)
            if draft.entry[keyPath: field] == nil {
                draft.note("'\(Excerpt.of(value))' is no date; write 2026-11-22", line: line)
            }
        }
    }
}
