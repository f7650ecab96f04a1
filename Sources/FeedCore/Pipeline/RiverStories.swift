/// Which entries of the river tell of one event, in different words and in different feeds.
struct RiverStories: Sendable {
    /// Of the categories that stand for stories.
    private let scheme: String
    /// By each of its entries; the earliest first.
    private var stories: [StoredEntry.ID: [StoredEntry]] = [:]

    /// - Parameters:
    ///   - rows: those of each story, in order of time.
    ///   - entries: by their rows; deleted ones tell nothing any more.
    init(_ rows: [[Int64]], among entries: [StoredEntry.ID: StoredEntry], scheme: String) {
        self.scheme = scheme
        for story in rows {
            let members = story.compactMap { entries[$0] }.filter { $0.withheld != .deleted }
            guard members.count > 1 else { continue }
            for member in members { stories[member.id] = members }
        }
    }

    /// The entries of the same story.
    func others(than entry: StoredEntry) -> [StoredEntry] {
        (stories[entry.id] ?? []).filter { $0.id != entry.id }
    }

    /// What an entry is given because of its story.
    struct Addition {
        /// To the latest others.
        var related: [Link] = []
        /// That all entries of the story have.
        var categories: [Category] = []
    }

    /// - Returns: by the entries that belong to a story.
    func told(
        of chosen: [StoredEntry], in river: River, from store: any Store
    ) throws(StoreError) -> [StoredEntry.ID: Addition] {
        let told = chosen.filter { stories[$0.id] != nil }
        let needed = Set(told.flatMap { neighbors(of: $0) + firstOnes(of: $0) }.map(\.id)).sorted()
        let texts = Dictionary(uniqueKeysWithValues: zip(needed, try store.texts(of: needed)))
        let keys = Dictionary(uniqueKeysWithValues: zip(needed, try store.keys(of: needed)))
        var additions: [StoredEntry.ID: Addition] = [:]
        for entry in told {
            var addition = Addition()
            addition.related = neighbors(of: entry).compactMap { neighbor in
                guard let text = texts[neighbor.id], let link = text.link else { return nil }
                return Link(rel: "related", href: link, title: text.title?.line)
            }
            addition.categories = firstOnes(of: entry).compactMap { first in
                guard let key = keys[first.id] else { return nil }
                return Category(
                    term: river.publishedID(of: first, key), scheme: scheme, label: texts[first.id]?.title?.line)
            }
            additions[entry.id] = addition
        }
        return additions
    }

    private func neighbors(of entry: StoredEntry) -> ArraySlice<StoredEntry> {
        others(than: entry).suffix(Self.mostLinks)
    }

    /// The entry that gives the story its name.
    private func firstOnes(of entry: StoredEntry) -> ArraySlice<StoredEntry> { (stories[entry.id] ?? []).prefix(1) }

    private static let mostLinks = 10
}
