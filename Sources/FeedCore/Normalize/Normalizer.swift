/// Brings what a feed says into the form in which it is shown or published: all markup sanitized.
public struct Normalizer: Sendable {
    private let options: Sanitizer.Options
    private let purpose: Purpose

    public enum Purpose: Sendable {
        /// As the feed says it, made harmless.
        case show
        /// As subscribers get it: titles without block markup, links without trackers, nothing relative that the
        /// entry's own page can resolve.
        case publish
    }

    public init(_ options: Sanitizer.Options, for purpose: Purpose) {
        self.options = options
        self.purpose = purpose
    }

    public func normalize(_ document: ParsedFeed) -> ParsedFeed {
        var document = document
        document.feed = normalize(document.feed)
        document.entries = document.entries.map(normalize)
        return document
    }

    public func normalize(_ feed: Feed) -> Feed {
        var feed = feed
        let page = feed.link
        title(&feed.title, page)
        for text in [\Feed.subtitle, \.rights, \.info, \.itunes.subtitle, \.itunes.summary] {
            sanitize(&feed[keyPath: text], page)
        }
        return feed
    }

    public func normalize(_ entry: Entry) -> Entry {
        var entry = entry
        let page = entry.link
        title(&entry.title, page)
        sanitize(&entry.summary, page)
        sanitize(&entry.rights, page)
        entry.content = entry.content.map { sanitized($0, page) }
        if !entry.itunes.isEmpty {
            sanitize(&entry.itunes.subtitle, page)
            sanitize(&entry.itunes.summary, page)
        }
        if !entry.media.isEmpty { normalize(&entry.media, page) }
        if !entry.source.isEmpty { entry.source = normalize(entry.source) }
        if purpose == .publish, options.removesTrackers { removeTrackers(from: &entry) }
        return entry
    }
}

extension Normalizer {
    private func normalize(_ media: inout Media, _ page: String?) {
        sanitize(&media.title, page)
        sanitize(&media.description, page)
        for index in media.contents.indices {
            sanitize(&media.contents[index].title, page)
            sanitize(&media.contents[index].description, page)
        }
    }

    /// Ids stay as they are, and so do enclosures: whoever hosts a podcast counts by the address.
    private func removeTrackers(from entry: inout Entry) {
        entry.link = entry.link.map(Self.withoutTrackers)
        entry.comments = entry.comments.map(Self.withoutTrackers)
        for index in entry.links.indices where entry.links[index].rel != "enclosure" {
            entry.links[index].href = Self.withoutTrackers(entry.links[index].href)
        }
    }

    private static func withoutTrackers(_ address: String) -> String {
        Trackers.cleaned(Array(address.utf8)).map { String(decoding: $0, as: UTF8.self) } ?? address
    }

    private func title(_ text: inout Text?, _ page: String?) {
        guard purpose == .publish, let raw = text, raw.type.isMarkup else { return sanitize(&text, page) }
        text?.value = sanitizer(for: raw, page).title(raw.value)
    }

    private func sanitize(_ text: inout Text?, _ page: String?) {
        if let raw = text, raw.type.isMarkup { text = sanitized(raw, page) }
    }

    private func sanitized(_ raw: Text, _ page: String?) -> Text {
        guard raw.type.isMarkup else { return raw }
        var text = raw
        text.value = sanitizer(for: raw, page).sanitize(raw.value).html
        return text
    }

    private func sanitizer(for text: Text, _ page: String?) -> Sanitizer {
        var options = options
        options.base = text.base ?? (purpose == .publish ? page : nil)
        return Sanitizer(options: options)
    }
}
