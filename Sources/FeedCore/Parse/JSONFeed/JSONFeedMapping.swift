/// What the fields of a JSON Feed mean in Atom's terms.
struct JSONFeedMapping {
    let scope: Scope
    private(set) var diagnostics: [Diagnostic] = []

    init(scope: Scope) { self.scope = scope }

    mutating func feed(_ document: JSONFeedDocument) -> Feed {
        var feed = Feed()
        feed.title = document.title.map { text($0.cut(toBytes: ParseLimits.title)) }
        feed.subtitle = document.description.map { text($0) }
        feed.link = resolved(document.homePageURL)
        feed.links = [
            link("alternate", document.homePageURL), link("self", document.feedURL), link("next", document.nextURL),
        ].compactMap { $0 }
        feed.links += bounded(document.hubs).compactMap { link("hub", $0.url, type: $0.type) }
        feed.authors = people(document.authors, document.author)
        feed.icon = resolved(document.favicon)
        feed.logo = resolved(document.icon)
        feed.language = document.language.flatMap(LanguageTag.normalized) ?? scope.language
        feed.isExpired = document.expired
        return feed
    }

    mutating func entry(_ item: JSONFeedDocument.Item) -> Entry {
        var entry = Entry()
        entry.id = item.id
        entry.title = item.title.map { text($0.cut(toBytes: ParseLimits.title)) }
        entry.summary = item.summary.map { text($0) }
        entry.content = [item.html.map { text($0, .html) }, item.text.map { text($0) }].compactMap { $0 }
        entry.link = resolved(item.url) ?? resolved(item.externalURL)
        entry.links = [link("alternate", item.url), link("related", item.externalURL)].compactMap { $0 }
        entry.links += bounded(item.attachments).compactMap { attachment in
            link("enclosure", attachment.url, type: attachment.type, title: attachment.title, length: attachment.size)
        }
        entry.authors = people(item.authors, item.author)
        entry.categories = bounded(item.tags).compactMap(\.nonBlank).map { Category(term: $0) }.withoutRepeats
        if let url = resolved(item.image ?? item.banner) { entry.image.url = url }
        entry.language = item.language.flatMap(LanguageTag.normalized)
        entry.published = date(item.published, "date_published")
        entry.updated = date(item.modified, "date_modified")
        return entry
    }

    private mutating func date(_ text: String?, _ name: String) -> Timestamp? {
        guard let text else { return nil }
        if let date = FeedDate.parse(text) { return date }
        complain(.invalidDate, "\(name) is no date: \(text.cut(toBytes: 80))")
        return nil
    }

    mutating func complain(_ code: Diagnostic.Code, _ message: String) {
        diagnostics.append(Diagnostic(code, message))
    }

    /// No more of a list than a document of elements could have.
    private mutating func bounded<Value>(_ list: [Value]?) -> ArraySlice<Value> {
        guard let list else { return [] }
        if list.count > ParseLimits.elements { complain(.limitExceeded, ParseLimits.elementsExceeded) }
        return list.prefix(ParseLimits.elements)
    }

    private func text(_ value: String, _ type: TextType = .text) -> Text {
        Text(value, type: type, language: scope.language, base: scope.base)
    }

    private func resolved(_ reference: String?) -> String? { reference.flatMap(scope.resolve)?.nonBlank }

    private func link(
        _ rel: String, _ reference: String?, type: String? = nil, title: String? = nil, length: Int? = nil
    ) -> Link? {
        resolved(reference).map { Link(rel: rel, href: $0, type: type, title: title, length: length) }
    }

    /// Version 1.0 has one `author`, version 1.1 a list.
    private mutating func people(_ list: [JSONFeedDocument.Author]?, _ single: JSONFeedDocument.Author?) -> [Person] {
        bounded(list ?? single.map { [$0] })
            .map { Person(name: $0.name, uri: resolved($0.url)) }
            .filter { !$0.isEmpty }
    }
}
