extension Vocabulary {
    /// Elements that have the same name in more than one format. Where their forms differ they are told apart by what
    /// they hold, because feeds mix the formats.
    static let common = Vocabulary(
        both: [
            "title": { element, draft in
                let text = draft.text(element)
                draft.title.offer(text.nonEmpty, depth: draft.depth, rank: 2, keepsFirst: true)
                draft.title.offer(text, depth: .max)
            },
            "link": { element, draft in draft.addLink(element) },
            "category": { element, draft in draft.addCategory(element) },
            "author": { element, draft in draft.add(author: PersonElement.read(element)) },
            "rights": { element, draft in draft.takeRights(element) },
            "copyright": { element, draft in draft.takeRights(element) },
            "image": { element, draft in draft.image.fill(from: element) },
        ],
        feed: [
            "generator": { element, draft in
                draft.feed.generator.name = element.value
                draft.feed.generator.uri =
                    element.address("url") ?? element.address("uri") ?? element.address("href")
                draft.feed.generator.version = element["version"]?.nonBlank
            }
        ],
        entry: [
            "source": { element, draft in draft.entry.source = SourceElement.read(element, dialect: draft.dialect) },
            "summary": { element, draft in draft.takeSummary(element, usually: .text) },
            "description": { element, draft in draft.takeSummary(element, usually: .html) },
        ])
}

extension Draft {
    mutating func takeRights(_ element: Element, rank: Int = 1) {
        rights.offer(text(element), depth: depth, rank: rank)
    }

    /// `link` of Atom (RFC 4287, section 4.2.7) and of RSS, whose address is its text; some Atom feeds do that, too.
    mutating func addLink(_ element: Element) {
        let given = element["href"] ?? element["url"] ?? element["uri"]
        guard let href = (given ?? element.value).flatMap(element.scope.resolve)?.nonBlank else { return }
        var link = Link(href: href)
        if let rel = element["rel"]?.nonBlank { link.rel = LinkRelations.name(of: rel.asciiLowercased) }
        link.type = element["type"]?.nonBlank?.asciiLowercased
        link.hreflang = element["hreflang"]?.nonBlank
        link.title = element["title"]?.nonBlank
        link.length = element["length"].flatMap { Int($0.trimmed) }
        links.append(link)
    }

    /// `category` of Atom (RFC 4287, section 4.2.2) and of RSS, whose term is its text.
    mutating func addCategory(_ element: Element, scheme usual: String? = nil) {
        let label = element["label"]?.nonBlank
        guard let term = element["term"]?.nonBlank ?? element.value ?? label else { return }
        let scheme = element["scheme"]?.nonBlank ?? element["domain"]?.nonBlank ?? usual
        add(Category(term: term, scheme: scheme, label: label))
    }

    /// Of two different elements the first is the summary and the second the content, as feeds with a short and a
    /// long text mean it, unless there is content already.
    mutating func takeSummary(_ element: Element, usually usual: TextType) {
        let text = text(element, usually: usual)
        if depth == 1, summary.isThere(at: depth), !text.value.isEmpty, entry.content.isEmpty {
            entry.content.append(text)
        } else {
            summary.offer(text, depth: depth, rank: 1)
        }
    }
}

extension Text {
    fileprivate var nonEmpty: Text? { value.isEmpty ? nil : self }
}

extension Image {
    /// RSS `image` (with children), or an address alone, as attribute or as text.
    fileprivate mutating func fill(from element: Element) {
        let address = element.child("url") ?? element.child("href")
        url = url ?? address?.address ?? element.address("href") ?? element.address("url")
        if element.children.isEmpty { url = url ?? element.address }
        title = title ?? element.child("title")?.value
        link = link ?? element.child("link")?.address
        width = width ?? element.child("width").flatMap { Int($0.string) }
        height = height ?? element.child("height").flatMap { Int($0.string) }
        description = description ?? element.child("description")?.value
    }
}
