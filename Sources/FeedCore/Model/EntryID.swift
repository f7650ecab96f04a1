/// What identifies an entry within its feed. This is a contract with every store and every published feed: a change
/// needs a migration.
enum EntryID {
    /// The entry's own `id` (Atom `id`, RSS `guid`, RDF `about`); without one its link; without that the address of
    /// what it carries (the first other link, then the first media); else a digest of its title, date and texts.
    static func derive(for entry: Entry) -> String {
        let candidates = [
            entry.id, entry.link, entry.links.first { $0.rel != "license" }?.href,
            entry.media.contents.lazy.compactMap(\.url).first,
        ]
        for case let candidate? in candidates where !candidate.isEmpty { return candidate }
        return "urn:sha256:" + Digest(of: substance(of: entry)).hex
    }

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
