import Synchronization

extension SQLiteStore {
    func retire(
        goneBefore moment: Timestamp, perFeed: Int, keepsTexts: Bool, now: Timestamp
    ) throws(StoreError) {
        let today = now.milliseconds / Self.millisecondsPerDay
        try writer.withLock { connection throws(StoreError) in
            var lastDay: Int64?
            try connection.query("SELECT value FROM state WHERE name = 'retired'") { row in
                lastDay = row.integer(0)
                return false
            }
            guard lastDay != today else { return }
            try connection.transaction { () throws(StoreError) in
                try Self.set("retired", .integer(today), on: connection)
                try connection.execute("CREATE TEMP TABLE leaving (id INTEGER PRIMARY KEY)")
                try connection.run(
                    """
                    INSERT INTO leaving SELECT id FROM (
                        SELECT id, gone_at,
                            row_number() OVER (PARTITION BY feed ORDER BY sort_key DESC, key) AS place
                        FROM entry
                        WHERE gone_at IS NOT NULL AND coalesce(withheld, '') NOT IN ('tombstone', 'deleted')
                    ) WHERE gone_at < ?1 OR place > ?2
                    """, .time(moment), .integer(Int64(perFeed)))
                // What was never published stands in no archive either.
                try connection.run(
                    """
                    UPDATE entry SET withheld = 'tombstone', archive = NULL, facets = NULL
                    WHERE id IN leaving AND (?1 = 0 OR withheld IS NOT NULL AND withheld <> 'retention')
                    """, .integer(keepsTexts ? 1 : 0))
                try connection.execute(
                    """
                    UPDATE entry_text SET body = x'7B7D'
                    WHERE entry IN (SELECT id FROM entry WHERE id IN leaving AND withheld = 'tombstone')
                    """)
                try connection.run(
                    "UPDATE entry SET withheld = 'retention' WHERE id IN leaving AND withheld IS NULL")
                try connection.execute("DROP TABLE leaving")
                try connection.execute("DELETE FROM verdict WHERE entry NOT IN (SELECT id FROM entry)")
                try Self.bumpGeneration(on: connection)
            }
        }
    }

    private static let millisecondsPerDay: Int64 = 86_400_000
}
