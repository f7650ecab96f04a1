/// Tells which of the site's views an entry belongs to.
///
/// Asked once for each entry, with its rules' verdict, and kept with that: however rare what a view chooses is, no
/// publication reads the whole store for it.
struct ViewCriteria: Sendable {
    private let views: [Configuration.View]
    /// The folders of each feed, by its address.
    private let folders: [String: [String]]

    init(_ site: Site) {
        views = site.configuration.publish.views
        folders = Dictionary(site.subscriptions.map { ($0.address, $0.categories) }) { first, _ in first }
    }

    var count: Int { views.count }

    /// The views' places in the site's list.
    ///
    /// - Parameters:
    ///   - item: as it is to be published.
    ///   - hits: what the rules did to it.
    func views(of item: RiverEntry, _ hits: [RuleOutcome.Hit]) -> [Int] {
        views.indices.filter { has(item, hits, views[$0]) }
    }

    /// Of all that the answer depends on besides the entry and the rules.
    func inputs(of feed: FeedRecord?) -> [UInt8] {
        guard !views.isEmpty else { return [] }
        var parts = [String(describing: views)]
        if let feed {
            parts += folders[feed.address] ?? []
            parts += [feed.metadata.language ?? ""] + feed.metadata.authors.map { $0.name ?? "" }
        }
        return Array(parts.joined(separator: "\u{0}").utf8)
    }
}

extension ViewCriteria {
    private func has(_ item: RiverEntry, _ hits: [RuleOutcome.Hit], _ view: Configuration.View) -> Bool {
        let entry = item.entry
        if let tag = view.tag,
            !entry.categories.contains(where: { Self.equal($0.term, tag) || Self.equal($0.label, tag) })
        {
            return false
        }
        if let folder = view.folder, !isIn(folder, item) { return false }
        if let feed = view.feed, item.feed?.address != feed { return false }
        if let author = view.author, !item.authors.contains(where: { Self.equal($0.name, author) }) { return false }
        if let language = view.language, !Self.speaks(entry.language ?? item.feed?.metadata.language, language) {
            return false
        }
        if let rule = view.rule, !hits.contains(where: { $0.name == rule && $0.effect != .gaveUp }) { return false }
        if let words = view.search, !Self.says(words, item) { return false }
        return true
    }

    private func isIn(_ folder: String, _ item: RiverEntry) -> Bool {
        guard let feed = item.feed else { return false }
        return (folders[feed.address] ?? []).contains { Self.equal($0, folder) || $0.hasPrefix(folder + "/") }
    }

    private static func equal(_ one: String?, _ other: String) -> Bool { one?.lowercased() == other.lowercased() }

    /// RFC 4647, section 3.3.1: basic filtering.
    private static func speaks(_ language: String?, _ range: String) -> Bool {
        guard let language = language?.lowercased() else { return false }
        return language == range.lowercased() || language.hasPrefix(range.lowercased() + "-")
    }

    private static func says(_ words: String, _ item: RiverEntry) -> Bool {
        let text = [item.plainTitle, item.entry.summary?.plain, item.content?.plain].compactMap(\.self)
            .joined(separator: "\n").lowercased()
        return words.lowercased().split(whereSeparator: \.isWhitespace).allSatisfy { text.contains($0) }
    }
}
