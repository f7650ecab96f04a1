/// What identifies an entry within its feed. This is a contract with every store and every published feed: a change
/// needs a migration.
enum EntryID {
    /// The entry's own `id` (Atom `id`, RSS `guid`, RDF `about`); without one its link; without that the address of
    /// what it carries (the first other link, then the first media); else a digest of its title, date and texts.
    static func derive(for entry: Entry) -> String {
        said(entry.id) ?? said(entry.link) ?? said(entry.links.first { $0.rel != "license" }?.href)
            ?? said(entry.media.contents.lazy.compactMap(\.url).first) ?? digest(of: entry)
    }

    private static func said(_ text: String?) -> String? { text?.isEmpty == false ? text : nil }

    /// For the entries of one document. Where ids are no ids (a category, the day, the address of the feed), the entries
    /// that share one go by their link, or else by what they say.
    static func derive(for entries: [Entry]) -> [String] {
        let ids = entries.map(derive)
        let colliding = collisions(of: ids, in: entries)
        guard colliding.count * mostCollisions > entries.count else { return ids }
        let links = Dictionary(grouping: colliding) { entries[$0].link ?? "" }
        var derived = ids
        for index in colliding {
            let link = entries[index].link ?? ""
            let isUnique = links[link]?.count == 1 && link != ids[index]
            derived[index] = !link.isEmpty && isUnique ? link : digest(of: entries[index])
        }
        return derived
    }

    /// One in twenty entries may share its id with another: a feed may carry several versions of an entry (RFC 4287,
    /// section 4.1.1).
    private static let mostCollisions = 20

    /// The places of entries that share an id with one that differs in title and link.
    private static func collisions(of ids: [String], in entries: [Entry]) -> [Int] {
        // Nearly always; strings that differ in normalization only are looked at more closely.
        guard Set(ids).count < ids.count else { return [] }
        // By bytes: such two are two ids.
        return Dictionary(grouping: ids.indices) { Array(ids[$0].utf8) }.values.flatMap { places in
            let first = entries[places[0]]
            let isShared = places.contains { place in
                let entry = entries[place]
                return entry.title != first.title && (entry.link != first.link || entry.link == nil)
            }
            return isShared ? places : []
        }
    }

    private static func digest(of entry: Entry) -> String { "urn:sha256:" + Digest(of: substance(of: entry)).hex }

    /// Each part behind its length, so that no two different entries look alike when put together.
    private static func substance(of entry: Entry) -> [UInt8] {
        let date = entry.published ?? entry.updated ?? entry.created
        let parts = [
            entry.title?.value ?? "", date?.rfc3339 ?? "", entry.summary?.value ?? "", entry.content.first?.value ?? "",
        ]
        return parts.reduce(into: []) { bytes, part in
            bytes += "\(part.utf8.count):".utf8
            bytes += part.utf8
        }
    }
}
