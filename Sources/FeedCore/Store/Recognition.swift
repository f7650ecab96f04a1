/// Which of a feed's known entries its document carries under another id.
///
/// A blog that moves to https, to another program or to another host gives every entry a new id, and often a new
/// address. Readers have seen them all: none may come back as new.
struct Recognition {
    /// By the key under which the document has it.
    private(set) var entries: [EntryKey: KnownEntry] = [:]

    /// An entry of the document that is not known under its id.
    struct Stranger {
        let key: EntryKey
        let facets: MergeFacets
    }

    /// - Parameters:
    ///   - missing: known entries that the document does not carry under their id.
    ///   - isMove: whether the document has no entry that is known by its id.
    init(_ strangers: [Stranger], missing: [KnownEntry], isMove: Bool) {
        var open = Open(strangers: strangers, missing: missing)
        for test in Self.tests { entries.merge(open.pairs(by: test)) { first, _ in first } }
        guard isMove else { return }
        var moved = entries
        for test in Self.testsOfMoves { moved.merge(open.pairs(by: test)) { first, _ in first } }
        // A busy feed may be all new as well, with the titles of yesterday: "Morning news".
        if moved.count * 2 >= min(strangers.count, missing.count) { entries = moved }
    }

    /// What two forms of one entry have in common; 0 stands for nothing. A title or text alone is not enough: "No new
    /// episode this week".
    private typealias Test = @Sendable (EntryKey, MergeFacets?) -> UInt64

    private static let tests: [Test] = [
        { key, _ in flipped(key) },
        { _, facets in facets.map { all(page($0), $0.title, UInt64(bitPattern: $0.published)) } ?? 0 },
        { _, facets in facets.map { all($0.title, $0.text, UInt64(bitPattern: $0.published)) } ?? 0 },
        { _, facets in facets.map { all(page($0), $0.title, $0.text) } ?? 0 },
    ]

    private static let testsOfMoves: [Test] = [
        { _, facets in facets.map(page) ?? 0 },
        { _, facets in facets.map { all($0.title, UInt64(bitPattern: $0.published)) } ?? 0 },
        { _, facets in facets.map { all($0.title, $0.text) } ?? 0 },
        { _, facets in facets?.title ?? 0 },
    ]

    /// Many entries may name a home page.
    private static func page(_ facets: MergeFacets) -> UInt64 {
        facets.traits.contains(.homePage) ? 0 : facets.address
    }

    /// 0 if one of them is.
    private static func all(_ parts: UInt64...) -> UInt64 {
        parts.contains(0) ? 0 : parts.reduce(0) { StableHash.mix($0 ^ $1) }
    }

    /// An id that is an address, without what flips most often: http or https, `www.`, a slash at the end.
    private static func flipped(_ key: EntryKey) -> UInt64 {
        let parts = Address(String(decoding: key.bytes, as: UTF8.self))
        guard let scheme = parts.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let authority = parts.authority?.lowercased()
        else { return 0 }
        var rest = parts
        rest.scheme = nil
        rest.authority = authority.hasPrefix("www.") ? authority.dropFirst(4) : authority[...]
        let text = rest.text
        return StableHash.of(text.utf8.dropLast(text.hasSuffix("/") ? 1 : 0))
    }

    /// What has not been paired yet.
    private struct Open {
        var strangers: [Stranger]
        var missing: [KnownEntry]

        /// The pairs that a test finds; where several have the same in common, it tells nothing.
        mutating func pairs(by test: Test) -> [EntryKey: KnownEntry] {
            let known = Dictionary(grouping: missing) { test($0.key, $0.facets) }
            let met = Dictionary(grouping: strangers) { test($0.key, $0.facets) }
            var pairs: [EntryKey: KnownEntry] = [:]
            for (value, strangers) in met where value != 0 && strangers.count == 1 {
                if let entries = known[value], entries.count == 1 { pairs[strangers[0].key] = entries[0] }
            }
            let found = Set(pairs.values.map(\.key))
            strangers.removeAll { pairs[$0.key] != nil }
            missing.removeAll { found.contains($0.key) }
            return pairs
        }
    }
}
