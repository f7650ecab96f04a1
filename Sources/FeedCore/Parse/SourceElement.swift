/// Where an entry was copied from: `source` of Atom, which holds parts of a feed (RFC 4287, section 4.2.11), or of RSS,
/// which holds a title and an address.
enum SourceElement {
    static func read(_ element: Element, dialect: Dialect) -> Feed {
        var draft = Draft.blank(.feed, dialect: dialect)
        for child in element.children { draft.take(child) }
        var feed = draft.makeFeed()
        if element.children.isEmpty, let title = element.value { feed.title = draft.text(element).named(title) }
        if let href = element.address("url") { feed.links.append(Link(rel: "self", href: href)) }
        return feed
    }
}

extension Text {
    /// The name of a feed is text, whatever the `type` of the element that carries it.
    fileprivate func named(_ title: String) -> Text { Text(title, language: language, base: base) }
}
