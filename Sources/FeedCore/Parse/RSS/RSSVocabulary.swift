extension Vocabulary {
    /// RSS 0.90 to 2.0 and RSS 1.0, whose core is the same.
    static let rss = Vocabulary(
        both: [
            "managingeditor": { element, draft in draft.add(author: PersonElement.read(element)) },
            "webmaster": { element, draft in
                let person = PersonElement.read(element)
                if !person.isEmpty { draft.publisher = person }
            },
            "pubdate": { element, draft in draft.published.offer(draft.date(element), depth: draft.depth) },
            "lastbuilddate": { element, draft in draft.updated.offer(draft.date(element), depth: draft.depth) },
            "language": { element, draft in
                draft.language.offer(element.value.flatMap(LanguageTag.normalized), depth: draft.depth, rank: 1)
            },
            "tags": { element, draft in
                for term in element.string.commaSeparated { draft.add(Category(term: term)) }
            },
            "enclosure": { element, draft in draft.addEnclosure(element) },
            // The table of contents of RSS 1.0: the items themselves stand elsewhere.
            "items": { _, _ in },
        ],
        feed: [
            "description": { element, draft in
                draft.summary.offer(draft.text(element, usually: .html), depth: draft.depth, rank: 1)
            },
            "ttl": { element, draft in draft.feed.ttl = draft.integer(element.string, of: element) },
            "docs": { element, draft in draft.feed.docs = element.address },
            "rating": { element, draft in draft.feed.rating = element.value },
            "newlocation": { element, draft in draft.feed.newLocation = element.address },
            "cloud": { element, draft in draft.takeCloud(element) },
            "textinput": { element, draft in draft.feed.textInput.fill(from: element) },
            "skiphours": { element, draft in
                let hours = element.children.filter { $0.local == "hour" }
                draft.feed.skipHours = hours.compactMap { draft.integer($0.string, of: $0) }
            },
            "skipdays": { element, draft in
                draft.feed.skipDays = element.children.filter { $0.local == "day" }.compactMap(\.value)
            },
        ],
        entry: [
            "@about": { element, draft in
                draft.id.offer(element.rdf("about").flatMap(element.scope.resolve)?.nonBlank, depth: .max)
            },
            "guid": { element, draft in draft.takeGUID(element) },
            "comments": { element, draft in draft.entry.comments = element.address },
            "expirationdate": { element, draft in draft.entry.expired = draft.date(element) ?? draft.entry.expired },
            "fullitem": { element, draft in draft.entry.content.append(draft.text(element, usually: .html)) },
            "body": { element, draft in draft.entry.content.append(draft.text(element, usually: .xhtml)) },
        ])
}

extension Draft {
    /// A permalink unless `isPermaLink` says otherwise; anything else is no address and stays as it is.
    fileprivate mutating func takeGUID(_ element: Element) {
        guard let value = element.value else { return }
        let said = element["ispermalink"]?.trimmed.asciiLowercased ?? "true"
        let isPermalink = said == "true" || said.isEmpty
        idIsPermalink = isPermalink
        id.offer(isPermalink ? element.identifier : value, depth: depth, rank: 1)
    }

    fileprivate mutating func addEnclosure(_ element: Element) {
        guard let href = element.address("url") ?? element.address("href") ?? element.address("uri") else { return }
        var link = Link(rel: "enclosure", href: href)
        link.type = element["type"]?.nonBlank?.asciiLowercased
        link.length = element["length"].flatMap { Int($0.trimmed) }
        link.title = element["title"]?.nonBlank
        links.append(link)
    }

    fileprivate mutating func takeCloud(_ element: Element) {
        feed.cloud.domain = element["domain"]?.nonBlank
        feed.cloud.port = integer(element["port"], of: element)
        feed.cloud.path = element["path"]?.nonBlank
        feed.cloud.registerProcedure = element["registerprocedure"]?.nonBlank
        feed.cloud.protocol = element["protocol"]?.nonBlank
    }
}

extension TextInput {
    fileprivate mutating func fill(from element: Element) {
        title = title ?? element.child("title")?.value
        description = description ?? element.child("description")?.value
        name = name ?? element.child("name")?.value
        link = link ?? element.child("link")?.address
    }
}
