/// Brings what a feed says into the form in which it is stored and published: all markup sanitized.
public struct Normalizer: Sendable {
    private let options: Sanitizer.Options

    public init(_ options: Sanitizer.Options) { self.options = options }

    public func normalize(_ document: ParsedFeed) -> ParsedFeed {
        var document = document
        document.feed = normalize(document.feed)
        document.entries = document.entries.map(normalize)
        return document
    }

    public func normalize(_ feed: Feed) -> Feed {
        var feed = feed
        for text in [\Feed.title, \.subtitle, \.rights, \.info, \.itunes.subtitle, \.itunes.summary] {
            sanitize(&feed[keyPath: text])
        }
        return feed
    }

    public func normalize(_ entry: Entry) -> Entry {
        var entry = entry
        sanitize(&entry.title)
        sanitize(&entry.summary)
        sanitize(&entry.rights)
        entry.content = entry.content.map(sanitized)
        if !entry.itunes.isEmpty {
            sanitize(&entry.itunes.subtitle)
            sanitize(&entry.itunes.summary)
        }
        if !entry.media.isEmpty { normalize(&entry.media) }
        if !entry.source.isEmpty { entry.source = normalize(entry.source) }
        return entry
    }

    private func normalize(_ media: inout Media) {
        sanitize(&media.title)
        sanitize(&media.description)
        for index in media.contents.indices {
            sanitize(&media.contents[index].title)
            sanitize(&media.contents[index].description)
        }
    }

    private func sanitize(_ text: inout Text?) {
        if let raw = text, raw.type.isMarkup { text = sanitized(raw) }
    }

    private func sanitized(_ raw: Text) -> Text {
        guard raw.type.isMarkup else { return raw }
        var options = options
        options.base = raw.base
        var text = raw
        text.value = Sanitizer(options: options).sanitize(raw.value).html
        return text
    }
}
