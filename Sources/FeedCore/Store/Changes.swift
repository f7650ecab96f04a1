/// Decides what a new document of a feed changes; knows no clock, no disk and no network.
struct Changes {
    /// Taken up, in document order: unseen entries and those that differ from what is known.
    private(set) var written: [Change] = []
    /// How many of those written were never seen before.
    var new: Int { written.count { $0.isNew } }
    /// Known entries that the document does not carry.
    private(set) var missing: [EntryKey] = []
    /// Those of them that the last document still had.
    private(set) var gone: [EntryKey] = []
    /// Known entries that were gone and are here again.
    private(set) var returned: [EntryKey] = []
    /// Known entries that their feed has deleted.
    private(set) var deleted: [EntryKey] = []
    /// What the document says is deleted although this feed never had it.
    private(set) var refusedDeletions: [EntryKey] = []
    /// New keys of known entries, with those under which they are known.
    private(set) var aliases: [EntryKey: EntryKey] = [:]

    /// Whether the document carries an entry that was known.
    private(set) var overlaps = false

    struct Change: Sendable {
        /// What is kept of it, with the id under which it was first seen.
        let entry: Entry
        let key: EntryKey
        /// What `entry` was encoded to, where it was.
        let json: [UInt8]?
        /// Of the same as sent, so that an unchanged one is neither sanitized nor written again.
        let digest: Digest
        let facets: MergeFacets
        let firstSeen: Timestamp
        let sortKey: Timestamp
        let updated: Timestamp
        /// How often it was rewritten since its text last changed.
        let rewrites: Int
        let withheld: Withheld?
        let isNew: Bool
    }

    /// An entry as its feed sent it, with its identity.
    struct Candidate: Sendable {
        private(set) var entry: Entry
        let key: EntryKey

        init(_ entry: Entry, id: String) {
            self.entry = entry
            self.entry.id = id
            key = EntryKey(id)
        }
    }

    /// - Parameters:
    ///   - candidates: the document's entries as sent, in document order; of several with one key the first counts.
    ///   - known: what the store remembers of this feed, by each key that it has given its entries.
    ///   - hosts: of the feed.
    ///   - now: when the run began, so that the order in which feeds come in changes nothing.
    ///   - fetched: the moment of the fetch.
    ///   - backfill: how many of its newest entries a feed may bring in when it is seen for the first time; nil for all.
    ///   - deletions: what the document says is deleted, and since when.
    ///   - isWhole: false for what brings new and changed entries only, so that nothing is missing from it.
    init(
        _ candidates: [Candidate], known: [EntryKey: KnownEntry], hosts: FeedHosts, now: Timestamp,
        fetched: Timestamp, backfill: Int?, deletions: [EntryKey: Timestamp] = [:], isWhole: Bool = true
    ) throws(StoreError) {
        let candidates = delete(deletions, from: candidates, known: known)
        let recognized = Self.recognize(
            candidates, known: known, except: Set(deleted), hosts: hosts, isWhole: isWhole)
        let hasDates = Self.datesTell(candidates, now: now, fetched: fetched)
        var late: Set<EntryKey> = []
        if known.isEmpty, let backfill {
            late = Self.keys(of: candidates, butNewest: backfill, hasDates: hasDates, now: now)
        }
        var seen: Set<EntryKey> = []
        for candidate in candidates {
            let old = known[candidate.key] ?? recognized[candidate.key]
            let key = old?.key ?? candidate.key
            guard seen.insert(key).inserted else { continue }
            if known[candidate.key] == nil, old != nil { aliases[candidate.key] = key }
            if let old {
                try rewrite(candidate, old, hosts: hosts, now: now)
            } else {
                // The newest stands first: entries of one moment keep that order.
                let moment = Timestamp(milliseconds: now.milliseconds - Int64(written.count))
                written.append(
                    try Change(
                        candidate, hosts: hosts, firstSeen: now,
                        sortKey: hasDates ? min(candidate.published ?? moment, moment) : moment, now: now,
                        withheld: late.contains(key) ? .backfill : nil, hasDates: hasDates))
            }
        }
        let all = Dictionary(known.values.map { ($0.key, $0) }) { first, _ in first }
        overlaps = seen.contains { all[$0] != nil }
        let dead = Set(deleted)
        if isWhole {
            missing = all.values.filter { !seen.contains($0.key) && !dead.contains($0.key) && !$0.isDeleted }
                .map(\.key)
        }
        gone = missing.filter { all[$0]?.isGone == false }
        returned = seen.filter { all[$0]?.isGone == true }
    }

    /// An entry that came back or was changed after it was deleted lives (RFC 6721, section 3).
    ///
    /// - Returns: the candidates that live.
    private mutating func delete(
        _ deletions: [EntryKey: Timestamp], from candidates: [Candidate], known: [EntryKey: KnownEntry]
    ) -> [Candidate] {
        guard !deletions.isEmpty else { return candidates }
        let living = candidates.filter { candidate in
            guard let deletion = deletions[candidate.key] else { return true }
            return candidate.changed.map { $0 > deletion } ?? false
        }
        let carried = Set(candidates.map { known[$0.key]?.key ?? $0.key })
        let alive = Set(living.map { known[$0.key]?.key ?? $0.key })
        for (key, moment) in deletions {
            guard let entry = known[key] else {
                refusedDeletions.append(key)
                continue
            }
            let isOver = carried.contains(entry.key) ? !alive.contains(entry.key) : entry.updated <= moment
            if isOver, !entry.isDeleted { deleted.append(entry.key) }
        }
        refusedDeletions.sort { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        return living
    }

    /// Those that are too old to be brought in by a feed that is seen for the first time.
    private static func keys(
        of candidates: [Candidate], butNewest count: Int, hasDates: Bool, now: Timestamp
    ) -> Set<EntryKey> {
        var seen: Set<EntryKey> = []
        // By their places: an entry is large to copy.
        let places = candidates.indices.compactMap { place in
            let (key, date) = (candidates[place].key, candidates[place].published)
            return seen.insert(key).inserted ? (key: key, isDated: date != nil, date: min(date ?? now, now)) : nil
        }
        // Document order decides between equal times: feeds list the newest first. What has no date where others have
        // one is no news but a page of the site, such as "About".
        let newestFirst = places.indices.sorted { one, other in
            if places[one].isDated != places[other].isDated { return places[one].isDated }
            return hasDates ? (places[other].date, one) < (places[one].date, other) : one < other
        }
        return Set(newestFirst.dropFirst(count).map { places[$0].key })
    }
}

extension Changes {
    /// How often an entry may change without its text changing: counters, dates of the moment, tokens in addresses.
    private static let mostRewrites = 24

    /// Takes an entry up that is known, if what is kept of it has changed.
    private mutating func rewrite(
        _ candidate: Candidate, _ old: KnownEntry, hosts: FeedHosts, now: Timestamp
    ) throws(StoreError) {
        let withheld = old.isDeleted ? nil : old.withheld
        var kept = candidate.entry.kept(as: withheld)
        let sent = try SentEntry(kept)
        guard sent.digest != old.digest || old.isDeleted else { return }
        // Under the id that it is published under: another feed may not take that either.
        var entry = candidate.entry
        entry.id = String(decoding: old.key.bytes, as: UTF8.self)
        kept.id = entry.id
        let readsText = withheld != .backfill || old.facets?.text != 0
        let facets = MergeFacets(entry, of: hosts, readsText: readsText)
        let isReworded = old.facets.map { $0.title != facets.title || $0.text != facets.text } ?? true
        guard isReworded || old.isDeleted || old.rewrites < Self.mostRewrites else { return }
        written.append(
            Change(
                entry: kept, key: old.key, json: old.key == candidate.key ? sent.json : nil, digest: sent.digest,
                facets: facets, firstSeen: old.firstSeen,
                sortKey: min(candidate.published ?? old.firstSeen, old.firstSeen),
                // A reader shows what is updated as unread: only a new text is worth that.
                updated: isReworded ? candidate.updated(firstSeen: old.firstSeen, now: now) : old.updated,
                rewrites: isReworded ? 0 : old.rewrites + 1, withheld: withheld, isNew: false)
        )
    }

    private static func recognize(
        _ candidates: [Candidate], known: [EntryKey: KnownEntry], except gone: Set<EntryKey>, hosts: FeedHosts,
        isWhole: Bool
    ) -> [EntryKey: KnownEntry] {
        guard !known.isEmpty else { return [:] }
        let strangers = candidates.filter { known[$0.key] == nil }
        guard !strangers.isEmpty else { return [:] }
        let here = Set(candidates.compactMap { known[$0.key]?.key })
        let missing = Dictionary(known.values.map { ($0.key, $0) }) { first, _ in first }.values
            .filter { !here.contains($0.key) && !gone.contains($0.key) && !$0.isDeleted }
        guard !missing.isEmpty else { return [:] }
        return Recognition(
            strangers.map { Recognition.Stranger(key: $0.key, facets: MergeFacets($0.entry, of: hosts)) },
            missing: missing, isMove: here.isEmpty && isWhole
        ).entries
    }

    /// Whether the dates of the document say anything: some feeds date all entries alike, or with the moment of the
    /// request.
    private static func datesTell(_ candidates: [Candidate], now: Timestamp, fetched: Timestamp) -> Bool {
        let dates = candidates.compactMap(\.published)
        guard dates.count >= fewestDates, let first = dates.first else { return true }
        let isOneDate = dates.allSatisfy { $0 == first }
        let areNow = dates.allSatisfy { $0 >= now.adding(-60) && $0 <= fetched.adding(60) }
        return !isOneDate && !areNow
    }

    private static let fewestDates = 3
}

extension Changes.Candidate {
    fileprivate var published: Timestamp? { entry.date }

    /// When it last changed, as its feed says.
    fileprivate var changed: Timestamp? { entry.updated ?? entry.published ?? entry.created }

    fileprivate func updated(firstSeen: Timestamp, now: Timestamp) -> Timestamp {
        min(changed ?? firstSeen, now)
    }
}

extension Changes.Change {
    /// A new entry. Its place in the river is min(published, first seen): a date in the future counts as the moment it
    /// was seen.
    fileprivate init(
        _ candidate: Changes.Candidate, hosts: FeedHosts, firstSeen: Timestamp, sortKey: Timestamp, now: Timestamp,
        withheld: Withheld?, hasDates: Bool
    ) throws(StoreError) {
        let kept = candidate.entry.kept(as: withheld)
        // What is never published is known again by its title and date, and by its text only for want of a date.
        let readsText = withheld == nil || !hasDates || candidate.published == nil
        let sent = try SentEntry(kept)
        self.init(
            entry: kept, key: candidate.key, json: sent.json, digest: sent.digest,
            facets: MergeFacets(candidate.entry, of: hosts, readsText: readsText), firstSeen: firstSeen,
            sortKey: sortKey, updated: candidate.updated(firstSeen: firstSeen, now: now), rewrites: 0,
            withheld: withheld, isNew: true)
    }
}

extension Entry {
    /// When it was published, as its feed says.
    fileprivate var date: Timestamp? { published ?? created ?? updated }
}
