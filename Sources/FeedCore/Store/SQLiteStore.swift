import Foundation
import Synchronization

/// The store in one SQLite file.
final class SQLiteStore: Store {
    /// One connection writes, another reads: with WAL neither waits for the other.
    let writer: Mutex<Connection>
    let reader: Mutex<Connection>
    let path: String

    /// Opens the database, creating or migrating it if need be.
    init(path: String) throws(StoreError) {
        let writer = try Connection(path: path)
        try writer.migrate()
        let reader = try Connection(path: path)
        self.writer = Mutex(writer)
        self.reader = Mutex(reader)
        self.path = path
    }

    func follow(_ addresses: [String]) throws(StoreError) -> [FeedRecord] {
        let known = try feeds()
        if known.map(\.address) == [FeedRecord.articles] + addresses { return known }
        try writer.withLock { connection throws(StoreError) in
            try connection.transaction { () throws(StoreError) in
                try Self.bumpGeneration(on: connection)
                try Self.adopt(addresses, on: connection)
                // Negative first: position is not unique, but an old one must not outlive its subscription.
                try connection.run("UPDATE feed SET position = NULL WHERE position IS NOT NULL")
                for (position, address) in ([FeedRecord.articles] + addresses).enumerated() {
                    try connection.run(
                        """
                        INSERT INTO feed (address, position) VALUES (?1, ?2)
                        ON CONFLICT (address) DO UPDATE SET position = ?2
                        """,
                        .text(address), .integer(Int64(position)))
                }
            }
        }
        return try feeds()
    }

    func feeds() throws(StoreError) -> [FeedRecord] {
        try reader.withLock { connection throws(StoreError) in
            var records: [FeedRecord] = []
            let sql = """
                SELECT \(Self.feedColumns) FROM feed WHERE position IS NOT NULL ORDER BY position
                """
            try connection.query(sql) { row in
                records.append(Self.feed(row))
                return true
            }
            let relocations = try Self.relocations(on: connection)
            for index in records.indices {
                if let known = relocations[records[index].id] { records[index].relocation = known }
            }
            return records
        }
    }

    func counts() throws(StoreError) -> StoreCounts {
        try reader.withLock { connection throws(StoreError) in
            var byFeed: [FeedRecord.ID: Int] = [:]
            var articles = 0
            try connection.query(
                """
                SELECT feed.id, feed.address = ?1, count(*) FROM feed JOIN entry ON entry.feed = feed.id
                WHERE feed.position IS NOT NULL GROUP BY feed.id
                """,
                .text(FeedRecord.articles)
            ) { row in
                byFeed[row.integer(0)] = Int(row.integer(2))
                if row.integer(1) != 0 { articles = Int(row.integer(2)) }
                return true
            }
            return StoreCounts(entries: byFeed.values.reduce(0, +), articles: articles, byFeed: byFeed)
        }
    }

    func knownEntries(of feed: FeedRecord.ID) throws(StoreError) -> [EntryKey: KnownEntry] {
        try reader.withLock { connection throws(StoreError) in
            var known: [EntryKey: KnownEntry] = [:]
            try connection.query(
                "SELECT key, digest, first_seen, rewrites, gone_at, updated, facets, withheld FROM entry WHERE feed = ?1",
                .integer(feed)
            ) { row in
                let key = EntryKey(stored: row.bytes(0))
                known[key] = KnownEntry(
                    key: key, digest: Digest(stored: row.bytes(1)), firstSeen: Timestamp(milliseconds: row.integer(2)),
                    updated: Timestamp(milliseconds: row.integer(5)), rewrites: Int(row.integer(3)),
                    facets: row.withBytes(6, MergeFacets.init), isGone: !row.isNull(4),
                    withheld: row.text(7).flatMap(Withheld.init))
                return true
            }
            try connection.query("SELECT alias, key FROM entry_alias WHERE feed = ?1", .integer(feed)) { row in
                known[EntryKey(stored: row.bytes(0))] = known[EntryKey(stored: row.bytes(1))]
                return true
            }
            return known
        }
    }
}

extension SQLiteStore {
    /// On a connection of its own, which keeps no writer waiting; what fails here is tried again on closing.
    func settle() {
        guard let log = FileTraits(URL(fileURLWithPath: path + "-wal")), log.size >= Self.longLog else { return }
        try? Connection(path: path).execute("PRAGMA wal_checkpoint(PASSIVE)")
    }

    /// In bytes: a flush costs as much as to write this.
    private static let longLog = 2 << 20

    func commit(_ updates: [FeedUpdate]) throws(StoreError) {
        try writer.withLock { connection throws(StoreError) in
            try connection.transaction { () throws(StoreError) in
                for update in updates { try Self.write(update, on: connection) }
            }
        }
    }

    private static func write(_ update: FeedUpdate, on connection: Connection) throws(StoreError) {
        switch update.outcome {
        case .changed(let document):
            try bumpGeneration(on: connection)
            for entry in document.entries { try write(entry, of: update.feed, on: connection) }
            for (keys, moment) in [(document.gone, update.checkedAt as Timestamp?), (document.returned, nil)] {
                for key in keys {
                    try connection.run(
                        "UPDATE entry SET gone_at = ?3 WHERE feed = ?1 AND key = ?2", .integer(update.feed),
                        .blob(key.bytes), .optional(moment))
                }
            }
            try writeDeletions(of: document, in: update.feed, at: update.checkedAt, on: connection)
            for (alias, key) in document.aliases {
                try connection.run(
                    "INSERT OR REPLACE INTO entry_alias (feed, alias, key) VALUES (?1, ?2, ?3)",
                    .integer(update.feed), .blob(alias.bytes), .blob(key.bytes))
            }
            for key in document.removed {
                try connection.run(
                    "DELETE FROM entry WHERE feed = ?1 AND key = ?2", .integer(update.feed), .blob(key.bytes))
            }
            try connection.run(
                """
                UPDATE feed SET metadata = ?2, etag = ?3, last_modified = ?4, body_digest = ?5, checked_at = ?6,
                    succeeded_at = ?6, whole_at = iif(?8, ?6, whole_at), next_check = ?7, failures = 0,
                    error = NULL WHERE id = ?1
                """,
                .integer(update.feed), .blob(JSONRecord.encode(document.metadata)),
                .optional(document.validators.etag), .optional(document.validators.lastModified),
                .blob(document.bodyDigest.bytes), .time(update.checkedAt), .optional(update.nextCheck),
                .integer(document.isWhole ? 1 : 0))
            try write(document.hints, of: update.feed, on: connection)
        case .unchanged(let validators, let whole):
            try bumpGeneration(ifErrorOf: update.feed, changesTo: nil, on: connection)
            try connection.run(
                """
                UPDATE feed SET etag = ?2, last_modified = ?3, checked_at = ?4, succeeded_at = ?4, next_check = ?5,
                    whole_at = coalesce(?6, whole_at), failures = 0, error = NULL WHERE id = ?1
                """,
                .integer(update.feed), .optional(validators.etag), .optional(validators.lastModified),
                .time(update.checkedAt), .optional(update.nextCheck), .optional(whole ? update.checkedAt : nil))
        case .postponed:
            try connection.run(
                "UPDATE feed SET next_check = ?2 WHERE id = ?1", .integer(update.feed), .optional(update.nextCheck))
        case .failed(let reason):
            try bumpGeneration(ifErrorOf: update.feed, changesTo: reason, on: connection)
            try connection.run(
                """
                UPDATE feed SET checked_at = ?2, next_check = ?3, failures = failures + 1, error = ?4 WHERE id = ?1
                """,
                .integer(update.feed), .time(update.checkedAt), .optional(update.nextCheck), .text(reason))
        }
    }

    /// A known entry keeps its first sight, its place in the river and whether it is withheld; but one that was deleted
    /// and is written again lives again.
    private static func write(
        _ entry: EntryRecord, of feed: FeedRecord.ID, on connection: Connection
    ) throws(StoreError) {
        var id: Int64 = 0
        try connection.query(
            """
            INSERT INTO entry (feed, key, digest, first_seen, sort_key, updated, withheld, facets)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            ON CONFLICT (feed, key) DO UPDATE SET
                digest = ?3, updated = ?6, facets = ?8, rewrites = ?9, withheld = nullif(withheld, 'deleted')
            RETURNING id
            """,
            .integer(feed), .blob(entry.key.bytes), .blob(entry.digest.bytes), .time(entry.firstSeen),
            .time(entry.sortKey), .time(entry.updated), .optional(entry.withheld?.rawValue), .blob(entry.facets),
            .integer(Int64(entry.rewrites))
        ) { row in
            id = row.integer(0)
            return true
        }
        try connection.run(
            "INSERT INTO entry_text (entry, body) VALUES (?1, ?2) ON CONFLICT (entry) DO UPDATE SET body = ?2",
            .integer(id), .blob(entry.body))
    }

    private static let feedColumns = """
        feed.id, address, etag, last_modified, body_digest, metadata, checked_at, succeeded_at, next_check, failures, \
        error, whole_at, coalesce(origin, address), newest_post, post_gap, wait, skipped_hours, skipped_days, \
        update_base, update_step
        """

    private static func feed(_ row: borrowing Statement) -> FeedRecord {
        let metadata = row.isNull(5) ? FeedMetadata(Feed()) : FeedMetadata(stored: row.bytes(5))
        var record = FeedRecord(id: row.integer(0), address: row.text(1) ?? "", metadata: metadata)
        record.validators = Validators(etag: row.text(2), lastModified: row.text(3))
        record.bodyDigest = row.isNull(4) ? nil : Digest(stored: row.bytes(4))
        record.checkedAt = row.timestamp(6)
        record.succeededAt = row.timestamp(7)
        record.nextCheck = row.timestamp(8)
        record.failures = Int(row.integer(9))
        record.error = row.text(10)
        record.wholeAt = row.timestamp(11)
        record.origin = row.text(12) ?? record.address
        record.hints.rhythm = row.timestamp(13).map { PostRhythm(newest: $0, gap: Int(row.integer(14))) }
        record.hints.wait = row.isNull(15) ? nil : Int(row.integer(15))
        record.hints.skippedHours = UInt32(truncatingIfNeeded: row.integer(16))
        record.hints.skippedDays = UInt32(truncatingIfNeeded: row.integer(17))
        // A step of 0 would divide by it.
        if row.integer(19) > 0 { record.hints.grid = FeedHints.Grid(base: row.integer(18), step: row.integer(19)) }
        return record
    }

    private static func write(
        _ hints: FeedHints, of feed: FeedRecord.ID, on connection: Connection
    ) throws(StoreError) {
        try connection.run(
            """
            UPDATE feed SET newest_post = ?2, post_gap = ?3, wait = ?4, skipped_hours = ?5, skipped_days = ?6,
                update_base = ?7, update_step = ?8 WHERE id = ?1
            """,
            .integer(feed), .optional(hints.rhythm?.newest), .optional(hints.rhythm?.gap), .optional(hints.wait),
            .integer(Int64(hints.skippedHours)), .integer(Int64(hints.skippedDays)),
            .optional(hints.grid.map { Int($0.base) }), .optional(hints.grid.map { Int($0.step) }))
    }
}
