extension Vocabulary {
    /// Dublin Core elements 1.1: http://purl.org/dc/elements/1.1/
    static let dublinCore = Vocabulary(
        [
            "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/elements/1.1", "http://purl.org/dc/elements/1.0/",
        ], prefix: "dc",
        both: [
            "title": { element, draft in
                draft.title.offer(draft.text(element), depth: draft.depth, rank: 1, keepsFirst: true)
            },
            "creator": { element, draft in draft.add(author: PersonElement.read(element)) },
            "author": { element, draft in draft.add(author: PersonElement.read(element)) },
            "contributor": { element, draft in
                if let name = element.value { draft.contributors.append(PersonText.parse(name)) }
            },
            "publisher": { element, draft in
                let person = PersonElement.read(element)
                if !person.isEmpty { draft.publisher = person }
            },
            "subject": { element, draft in draft.addCategory(element) },
            "rights": { element, draft in draft.takeRights(element, rank: 0) },
            "date": { element, draft in draft.updated.offer(draft.date(element), depth: draft.depth) },
            "language": { element, draft in
                draft.language.offer(element.value.flatMap(LanguageTag.normalized), depth: draft.depth)
            },
        ],
        feed: [
            "description": { element, draft in
                draft.summary.offer(draft.text(element, usually: .html), depth: draft.depth)
            }
        ],
        entry: [
            "description": { element, draft in
                draft.summary.offer(draft.text(element, usually: .html), depth: draft.depth)
            }
        ])

    /// Dublin Core terms: http://purl.org/dc/terms/
    static let dublinCoreTerms = Vocabulary(
        ["http://purl.org/dc/terms/", "http://purl.org/dc/terms"], prefix: "dcterms",
        both: [
            "issued": { element, draft in draft.published.offer(draft.date(element), depth: draft.depth) },
            "created": { element, draft in draft.created.offer(draft.date(element), depth: draft.depth) },
            "modified": { element, draft in draft.updated.offer(draft.date(element), depth: draft.depth) },
            "valid": { element, draft in draft.takeValidity(element) },
        ])
}

extension Draft {
    /// `start=2002-10-13T09:00+01:00;end=2002-10-17T17:00+01:00` (DCMI Period Encoding Scheme).
    fileprivate mutating func takeValidity(_ element: Element) {
        for part in element.string.split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
            guard pair.count == 2 else { continue }
            switch pair[0].asciiLowercased {
            case "start": validity.start = date(pair[1], of: element) ?? validity.start
            case "end": validity.end = date(pair[1], of: element) ?? validity.end
            default: break
            }
        }
    }
}
