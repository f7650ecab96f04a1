extension Vocabulary {
    /// RFC 4287, and the drafts before it (Atom 0.3 and older).
    static let atom = Vocabulary(
        both: [
            "id": { element, draft in draft.id.offer(element.identifier, depth: draft.depth, rank: 1) },
            "contributor": { element, draft in
                let person = PersonElement.read(element)
                if !person.isEmpty { draft.contributors.append(person) }
            },
            "published": { element, draft in draft.published.offer(draft.date(element), depth: draft.depth) },
            "issued": { element, draft in draft.published.offer(draft.date(element), depth: draft.depth) },
            "updated": { element, draft in draft.updated.offer(draft.date(element), depth: draft.depth) },
            "modified": { element, draft in draft.updated.offer(draft.date(element), depth: draft.depth) },
            "created": { element, draft in draft.created.offer(draft.date(element), depth: draft.depth) },
        ],
        feed: [
            "subtitle": { element, draft in draft.summary.offer(draft.text(element), depth: draft.depth, rank: 1) },
            "tagline": { element, draft in draft.summary.offer(draft.text(element), depth: draft.depth, rank: 1) },
            "info": { element, draft in draft.feed.info = draft.text(element) },
            "icon": { element, draft in draft.feed.icon = element.address },
            "logo": { element, draft in draft.feed.logo = element.address },
        ],
        entry: [
            "content": { element, draft in
                var text = draft.text(element)
                text.src = element.address("src")
                draft.entry.content.append(text)
            }
        ])
}
