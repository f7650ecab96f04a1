/// Decides what a new document of a feed changes; knows no clock, no disk and no network.
struct Changes {
    /// Taken up, in document order: unseen entries and those whose text differs from what is known.
    private(set) var written: [Change] = []
    /// How many of those written were never seen before.
    var new: Int { written.count { $0.isNew } }
    /// Known entries that the document does not carry.
    private(set) var missing: [EntryKey] = []
    /// Those of them that the last document still had.
    private(set) var gone: [EntryKey] = []
    /// Known entries that were gone and are here again.
    private(set) var returned: [EntryKey] = []

    /// Whether the document carries an entry that was known.
    private(set) var overlaps = false

    struct Change: Sendable {
        let entry: Entry
        let key: EntryKey
        let digest: Digest
        let firstSeen: Timestamp
        let sortKey: Timestamp
        let updated: Timestamp
        var withheld: Withheld?
        let isNew: Bool
    }

    /// - Parameters:
    ///   - candidates: the document's entries as sent, in document order; of several with one key the first counts.
    ///   - known: what the store remembers of this feed.
    ///   - now: the moment of the fetch.
    ///   - backfill: how many of its newest entries a feed may bring in when it is seen for the first time; nil for all.
    init(_ candidates: [Candidate], known: [EntryKey: KnownEntry], now: Timestamp, backfill: Int?) {
        var seen: Set<EntryKey> = []
        for candidate in candidates where seen.insert(candidate.key).inserted {
            let old = known[candidate.key]
            guard old?.digest != candidate.digest else { continue }
            written.append(Change(candidate, firstSeen: old?.firstSeen ?? now, now: now, isNew: old == nil))
        }
        overlaps = seen.contains { known[$0] != nil }
        missing = known.keys.filter { !seen.contains($0) }
        gone = missing.filter { known[$0]?.isGone == false }
        returned = seen.filter { known[$0]?.isGone == true }
        if known.isEmpty, let backfill { withholdAll(butNewest: backfill) }
    }

    /// An entry as its feed sent it, with its identity.
    struct Candidate: Sendable {
        let entry: Entry
        let key: EntryKey
        /// Of the entry as sent, so that an unchanged one is neither sanitized nor written again.
        let digest: Digest
    }

    private mutating func withholdAll(butNewest count: Int) {
        guard written.count > count else { return }
        // Document order decides between equal times: feeds list the newest first.
        let newestFirst = written.indices.sorted { one, other in
            (written[other].sortKey, one) < (written[one].sortKey, other)
        }
        for index in newestFirst.dropFirst(count) { written[index].withheld = .backfill }
    }
}

extension Changes.Change {
    /// The place in the river is min(published, first seen); a date in the future counts as the moment it was seen.
    init(_ candidate: Changes.Candidate, firstSeen: Timestamp, now: Timestamp, isNew: Bool) {
        let entry = candidate.entry
        let published = entry.published ?? entry.created ?? entry.updated
        self.init(
            entry: entry, key: candidate.key, digest: candidate.digest, firstSeen: firstSeen,
            sortKey: min(published ?? firstSeen, firstSeen),
            updated: min(entry.updated ?? entry.published ?? entry.created ?? firstSeen, now),
            isNew: isNew)
    }
}
