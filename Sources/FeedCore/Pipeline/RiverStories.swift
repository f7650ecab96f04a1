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

    /// Puts the entries of a story into one category, and makes each point to the latest others.
    ///
    /// - Parameter chosen: what the items were made from.
    func tell(_ items: inout [RiverEntry], of chosen: [StoredEntry], in river: River, from store: any Store)
        throws(StoreError)
    {
        let told = chosen.indices.filter { stories[chosen[$0].id] != nil }
        let needed = Set(told.flatMap { neighbors(of: chosen[$0]) + firstOnes(of: chosen[$0]) }.map(\.id)).sorted()
        let texts = Dictionary(uniqueKeysWithValues: zip(needed, try store.texts(of: needed)))
        let keys = Dictionary(uniqueKeysWithValues: zip(needed, try store.keys(of: needed)))
        for index in told {
            items[index].related = neighbors(of: chosen[index]).compactMap { neighbor in
                guard let text = texts[neighbor.id], let link = text.link else { return nil }
                return Link(rel: "related", href: link, title: text.title?.line)
            }
            for first in firstOnes(of: chosen[index]) {
                guard let key = keys[first.id] else { continue }
                items[index].entry.categories.append(
                    Category(
                        term: river.publishedID(of: first, key), scheme: scheme, label: texts[first.id]?.title?.line))
            }
        }
    }

    private func neighbors(of entry: StoredEntry) -> ArraySlice<StoredEntry> {
        others(than: entry).suffix(Self.mostLinks)
    }

    /// The entry that gives the story its name.
    private func firstOnes(of entry: StoredEntry) -> ArraySlice<StoredEntry> { (stories[entry.id] ?? []).prefix(1) }

    private static let mostLinks = 10
}
