extension Vocabulary {
    /// Microsoft's Channel Definition Format, which says much in attributes of `CHANNEL` and `ITEM`.
    static let cdf = Vocabulary(
        both: [
            "@href": { element, draft in draft.addLink(element) },
            "@lastmod": { element, draft in
                draft.updated.offer(draft.date(element["lastmod"], of: element), depth: draft.depth)
            },
            "lastmod": { element, draft in draft.updated.offer(draft.date(element), depth: draft.depth) },
            "keywords": { element, draft in
                for term in element.string.commaSeparated { draft.add(Category(term: term)) }
            },
        ],
        feed: [
            "abstract": { element, draft in draft.summary.offer(draft.text(element), depth: draft.depth, rank: 1) }
        ],
        entry: [
            "abstract": { element, draft in draft.takeSummary(element, usually: .text) }
        ])
}
