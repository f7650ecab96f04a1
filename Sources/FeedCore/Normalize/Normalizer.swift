/// Brings what a feed says into the form in which it is shown or published: all markup sanitized.
public struct Normalizer: Sendable {
    private let options: Sanitizer.Options
    private let purpose: Purpose
    /// From all that was normalized so far.
    public private(set) var removed = Sanitizer.Removed()

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

    public mutating func normalize(_ document: consuming ParsedFeed) -> ParsedFeed {
        document.feed = normalize(document.feed)
        for index in document.entries.indices { document.entries[index] = normalize(document.entries[index]) }
        return document
    }

    public mutating func normalize(_ feed: Feed) -> Feed {
        var feed = feed
        let page = feed.link
        title(&feed.title, page)
        for text in [\Feed.subtitle, \.rights, \.info, \.itunes.subtitle, \.itunes.summary] {
            sanitize(&feed[keyPath: text], page)
        }
        return feed
    }

    public mutating func normalize(_ entry: Entry) -> Entry {
        var entry = entry
        let page = entry.link
        title(&entry.title, page)
        if let summary = entry.summary { entry.summary = sanitized(summary, page, keepsClasses: options.keepsClasses) }
        sanitize(&entry.rights, page)
        for index in entry.content.indices {
            entry.content[index] = sanitized(entry.content[index], page, keepsClasses: options.keepsClasses)
        }
        if entry.$itunes != nil {
            sanitize(&entry.itunes.subtitle, page)
            sanitize(&entry.itunes.summary, page)
        }
        if entry.$media != nil { normalize(&entry.media, page) }
        if let source = entry.$source { entry.source = normalize(source) }
        if purpose == .publish, options.removesTrackers { removeTrackers(from: &entry) }
        return entry
    }
}

extension Normalizer {
    private mutating func normalize(_ media: inout Media, _ page: String?) {
        sanitize(&media.title, page)
        sanitize(&media.description, page)
        for index in media.contents.indices {
            sanitize(&media.contents[index].title, page)
            sanitize(&media.contents[index].description, page)
        }
    }

    /// Ids stay as they are, and so do enclosures: whoever hosts a podcast counts by the address.
    private mutating func removeTrackers(from entry: inout Entry) {
        // One of `links`, too, and counted there.
        entry.link = entry.link.map { Trackers.cleaned(Array($0.utf8))?.text ?? $0 }
        if let comments = entry.comments { entry.comments = withoutTrackers(comments) }
        for index in entry.links.indices where entry.links[index].rel != "enclosure" {
            entry.links[index].href = withoutTrackers(entry.links[index].href)
        }
    }

    private mutating func withoutTrackers(_ address: String) -> String {
        guard let clean = Trackers.cleaned(Array(address.utf8)) else { return address }
        removed.count(clean)
        return clean.text
    }

    private mutating func title(_ text: inout Text?, _ page: String?) {
        guard purpose == .publish, let raw = text, raw.type.isMarkup else { return sanitize(&text, page) }
        text?.value = counted(sanitizer(for: raw, page).title(raw.value))
    }

    private mutating func sanitize(_ text: inout Text?, _ page: String?) {
        if let raw = text, raw.type.isMarkup { text = sanitized(raw, page) }
    }

    private mutating func sanitized(_ raw: Text, _ page: String?, keepsClasses: Bool = false) -> Text {
        guard raw.type.isMarkup else { return raw }
        var text = raw
        text.value = counted(sanitizer(for: raw, page, keepsClasses: keepsClasses).sanitize(raw.value))
        return text
    }

    private mutating func counted(_ result: Sanitizer.Result) -> String {
        removed += result.removed
        return result.html
    }

    private func sanitizer(for text: Text, _ page: String?, keepsClasses: Bool = false) -> Sanitizer {
        var options = options
        options.keepsClasses = keepsClasses
        options.base = text.base ?? (purpose == .publish ? page : nil)
        return Sanitizer(options: options)
    }
}
