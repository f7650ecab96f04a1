import Synchronization

// What feeds say is deleted (RFC 6721).

extension SQLiteStore {
    func refusedDeletions(of key: EntryKey) throws(StoreError) -> [FeedRecord.ID] {
        try reader.withLock { connection throws(StoreError) in
            var feeds: [FeedRecord.ID] = []
            try connection.query(
                "SELECT feed FROM refused_deletion WHERE key = ?1 ORDER BY feed", .blob(key.bytes)
            ) { row in
                feeds.append(row.integer(0))
                return true
            }
            return feeds
        }
    }

    /// To be called in the transaction that writes the rest of the document.
    static func writeDeletions(
        of document: FeedUpdate.Document, in feed: FeedRecord.ID, at moment: Timestamp, on connection: Connection
    ) throws(StoreError) {
        for key in document.deleted {
            try connection.run(
                """
                UPDATE entry SET withheld = 'deleted', archive = NULL, gone_at = coalesce(gone_at, ?3)
                WHERE feed = ?1 AND key = ?2
                """, .integer(feed), .blob(key.bytes), .time(moment))
            try connection.run(
                "UPDATE entry_text SET body = x'7B7D' WHERE entry = (SELECT id FROM entry WHERE feed = ?1 AND key = ?2)",
                .integer(feed), .blob(key.bytes))
        }
        try connection.run("DELETE FROM refused_deletion WHERE feed = ?1", .integer(feed))
        for key in document.refusedDeletions.prefix(mostRefusals) {
            try connection.run(
                "INSERT OR IGNORE INTO refused_deletion (key, feed) VALUES (?1, ?2)", .blob(key.bytes), .integer(feed))
        }
    }

    /// Of one feed: it may name millions.
    private static let mostRefusals = 1_000
}
