import Foundation
import Synchronization

// Reading all that a publication chooses from: most of the time that choosing takes, so all cores read.

extension SQLiteStore {
    private typealias FeedSize = (feed: FeedRecord.ID, count: Int)

    func inventory() throws(StoreError) -> Inventory {
        let parts = Self.parts(of: try feedSizes())
        let results = parts.indices.map(\.self).concurrentMap { part in
            Result { () throws(StoreError) in
                try part == 0
                    ? reader.withLock { connection throws(StoreError) in
                        try Self.inventory(of: parts[0], part: 0, on: connection)
                    }
                    : Self.inventory(of: parts[part], part: Int32(part), on: Connection(path: path))
            }
        }
        var inventory = Inventory()
        for result in results {
            let (entries, facets) = try result.get()
            inventory.entries.append(entries)
            inventory.facets.append(facets)
        }
        return inventory
    }

    /// Of the feeds that are followed, in order.
    private func feedSizes() throws(StoreError) -> [FeedSize] {
        try reader.withLock { connection throws(StoreError) in
            var feeds: [FeedSize] = []
            try connection.query(
                """
                SELECT id, (SELECT count(*) FROM entry WHERE entry.feed = feed.id) FROM feed
                WHERE position IS NOT NULL ORDER BY position
                """
            ) { row in
                feeds.append((row.integer(0), Int(row.integer(1))))
                return true
            }
            return feeds
        }
    }

    /// Neighbors, with about as many entries in each part: one for each core if that is worth a connection.
    private static func parts(of feeds: [FeedSize]) -> [[FeedSize]] {
        let count = feeds.reduce(0) { $0 + $1.count }
        guard count > fewEntries else { return [feeds] }
        let cores = ProcessInfo.processInfo.activeProcessorCount
        var parts = [[FeedSize]](repeating: [], count: cores)
        var before = 0
        for feed in feeds {
            parts[min(before * cores / count, cores - 1)].append(feed)
            before += feed.count
        }
        return parts.filter { !$0.isEmpty }
    }

    private static let fewEntries = 5_000

    private static func inventory(
        of feeds: [FeedSize], part: Int32, on connection: Connection
    ) throws(StoreError) -> ([StoredEntry], [MergeFacets]) {
        let count = feeds.reduce(0) { $0 + $1.count }
        var entries: [StoredEntry] = []
        entries.reserveCapacity(count)
        var facets: [MergeFacets] = []
        facets.reserveCapacity(count)
        // In one query, SQLite would sort all of it; of one feed, the index `entry_river` has it in order.
        for (feed, _) in feeds {
            try connection.query(
                "SELECT \(entryColumns), facets FROM entry WHERE feed = ?1 ORDER BY sort_key DESC, key",
                .integer(feed)
            ) { row in
                entries.append(StoredEntry(row, place: StoredEntry.Place(part: part, index: Int32(entries.count))))
                facets.append(row.withBytes(entryColumnCount, MergeFacets.init) ?? MergeFacets())
                return true
            }
        }
        return (entries, facets)
    }

    static let entryColumns = """
        id, feed, digest, first_seen, sort_key, updated, withheld, archive, gone_at
        """
    private static let entryColumnCount: Int32 = 9
}

extension StoredEntry {
    init(_ row: borrowing Statement, place: Place = Place()) {
        self.init(
            id: row.integer(0), feed: row.integer(1), version: row.withBytes(2, Self.version),
            firstSeen: Timestamp(milliseconds: row.integer(3)), sortKey: Timestamp(milliseconds: row.integer(4)),
            updated: Timestamp(milliseconds: row.integer(5)), withheld: row.text(6).flatMap(Withheld.init),
            archive: row.isNull(7) ? nil : Int(row.integer(7)), goneAt: row.timestamp(8), place: place)
    }

    private static func version(_ digest: RawSpan) -> UInt64 {
        guard digest.byteCount >= MemoryLayout<UInt64>.size else { return 0 }
        return unsafe UInt64(bigEndian: digest.unsafeLoadUnaligned(as: UInt64.self))
    }
}
