extension Vocabulary {
    /// RSS 1.0 module "Content": http://web.resource.org/rss/1.0/modules/content/
    static let content = Vocabulary(
        ["http://purl.org/rss/1.0/modules/content/"], prefix: "content",
        entry: [
            "encoded": { element, draft in draft.entry.content.append(draft.text(element, usually: .html)) }
        ])

    /// An XHTML body in RSS.
    static let xhtml = Vocabulary(
        ["http://www.w3.org/1999/xhtml"], prefix: "xhtml",
        entry: [
            "body": { element, draft in draft.entry.content.append(draft.text(element, usually: .xhtml)) }
        ])
}
