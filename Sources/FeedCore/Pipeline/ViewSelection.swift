/// Chooses the entries of all views in one walk through the river.
struct ViewSelection {
    private let views: [Configuration.View]
    private let limit: Int
    private let folders: [String: [String]]

    /// - Parameter limit: of entries in each view.
    init(_ views: [Configuration.View], of site: Site, limit: Int) {
        self.views = views
        self.limit = limit
        folders = Dictionary(site.subscriptions.map { ($0.address, $0.categories) }) { first, _ in first }
    }

    /// The entries of each view, newest first. The walk ends as soon as all views are full.
    func entries(of selection: Selection, from store: any Store) throws(StoreError) -> [[RiverEntry]] {
        var chosen = [[RiverEntry]](repeating: [], count: views.count)
        var rest = selection.river.entries[...]
        while !rest.isEmpty, chosen.contains(where: { $0.count < limit }) {
            let batch = rest.prefix(Self.batchSize)
            rest = rest.dropFirst(batch.count)
            for entry in try selection.read(Array(batch), from: store) {
                for (number, view) in views.enumerated() where chosen[number].count < limit && has(entry, view) {
                    chosen[number].append(entry)
                }
            }
        }
        return chosen
    }

    private static let batchSize = 256

    private func has(_ item: RiverEntry, _ view: Configuration.View) -> Bool {
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
