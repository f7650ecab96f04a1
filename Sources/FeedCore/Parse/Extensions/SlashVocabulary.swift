extension Vocabulary {
    /// RSS 1.0 module "Slash": http://web.resource.org/rss/1.0/modules/slash/
    static let slash = Vocabulary(
        ["http://purl.org/rss/1.0/modules/slash/"], prefix: "slash",
        entry: [
            "comments": { element, draft in
                draft.entry.slash.comments = draft.integer(element.string, of: element)
            },
            "section": { element, draft in draft.entry.slash.section = element.value },
            "department": { element, draft in draft.entry.slash.department = element.value },
            "hit_parade": { element, draft in
                draft.entry.slash.hitParade = element.string.commaSeparated.compactMap {
                    draft.integer($0, of: element)
                }
            },
        ])
}
