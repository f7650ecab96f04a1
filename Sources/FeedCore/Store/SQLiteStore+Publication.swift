import Synchronization

// What selecting and publishing read and write.

extension SQLiteStore {
    func entries(with words: [String], limit: Int) throws(StoreError) -> [StoredEntry] {
        try reader.withLock { connection throws(StoreError) in
            // Each word narrows down what the one before it left.
            var entries: [StoredEntry] = []
            let places = words.indices.map { index in
                """
                (CAST(body AS TEXT) LIKE ?\(index + 1) ESCAPE '!' OR CAST(key AS TEXT) LIKE ?\(index + 1) ESCAPE '!')
                """
            }
            try connection.query(
                """
                SELECT \(Self.entryColumns) FROM entry JOIN entry_text ON entry = id WHERE \(places.joined(separator: " AND "))
                ORDER BY sort_key DESC, id LIMIT \(limit)
                """, words.map { .text(Self.pattern($0)) }
            ) { row in
                entries.append(StoredEntry(row))
                return true
            }
            return entries
        }
    }

    /// `word` anywhere, with nothing in it that `LIKE` takes for more than itself.
    private static func pattern(_ word: String) -> String {
        let escaped = word.replacing("!", with: "!!").replacing("%", with: "!%").replacing("_", with: "!_")
        return "%\(escaped)%"
    }

    func keys(of entries: [StoredEntry.ID]) throws(StoreError) -> [EntryKey] {
        try reader.withLock { connection throws(StoreError) in
            var keys: [EntryKey] = []
            for id in entries {
                try connection.query("SELECT key FROM entry WHERE id = ?1", .integer(id)) { row in
                    keys.append(EntryKey(stored: row.bytes(0)))
                    return false
                }
            }
            return keys
        }
    }

    func texts(of entries: [StoredEntry.ID]) throws(StoreError) -> [Entry] {
        // Decoding is most of the work, so it is done without the lock.
        let bodies = try reader.withLock { connection throws(StoreError) in
            var bodies: [[UInt8]] = []
            bodies.reserveCapacity(entries.count)
            for id in entries {
                try connection.query("SELECT body FROM entry_text WHERE entry = ?1", .integer(id)) { row in
                    bodies.append(row.bytes(0))
                    return false
                }
            }
            return bodies
        }
        return try bodies.map { body throws(StoreError) in try JSONRecord.decode(Entry.self, from: body) }
    }

    func publication() throws(StoreError) -> PublicationRecord {
        try reader.withLock { connection throws(StoreError) in
            var record = PublicationRecord()
            try connection.query("SELECT name, value FROM state") { row in
                switch row.text(0) {
                case "inputs": record.inputs = row.isNull(1) ? nil : Digest(stored: row.bytes(1))
                case "entries": record.entries = Int(row.integer(1))
                default: break
                }
                return true
            }
            try connection.query("SELECT path, signature FROM published") { row in
                record.files[row.text(0) ?? ""] = Digest(stored: row.bytes(1))
                return true
            }
            return record
        }
    }

    func beginPublication(of paths: [String]) throws(StoreError) {
        try writer.withLock { connection throws(StoreError) in
            try connection.transaction { () throws(StoreError) in
                try Self.set("inputs", .null, on: connection)
                for path in paths {
                    // No signature is empty.
                    try connection.run(
                        "INSERT OR REPLACE INTO published (path, signature) VALUES (?1, x'')", .text(path))
                }
            }
        }
    }

    func commit(_ publication: PublicationRecord, archived: [StoredEntry.ID: Int?]) throws(StoreError) {
        try writer.withLock { connection throws(StoreError) in
            try connection.transaction { () throws(StoreError) in
                for (id, archive) in archived.sorted(by: { $0.key < $1.key }) {
                    try connection.run(
                        "UPDATE entry SET archive = ?2 WHERE id = ?1", .integer(id),
                        archive.map { .integer(Int64($0)) } ?? .null)
                }
                try connection.run("DELETE FROM published")
                for (path, signature) in publication.files {
                    try connection.run(
                        "INSERT INTO published (path, signature) VALUES (?1, ?2)", .text(path), .blob(signature.bytes))
                }
                try Self.set("inputs", publication.inputs.map { .blob($0.bytes) } ?? .null, on: connection)
                try Self.set("entries", .integer(Int64(publication.entries)), on: connection)
            }
        }
    }

    func hubNotice() throws(StoreError) -> HubNotice? {
        try reader.withLock { connection throws(StoreError) in
            var notice: HubNotice?
            try connection.query("SELECT value FROM state WHERE name = 'hub' AND value IS NOT NULL") {
                row throws(StoreError) in
                notice = try JSONRecord.decode(HubNotice.self, from: row.bytes(0))
                return false
            }
            return notice
        }
    }

    func keep(_ notice: HubNotice?) throws(StoreError) {
        let value = try notice.map { notice throws(StoreError) in try JSONRecord.encode(notice) }
        try writer.withLock { connection throws(StoreError) in
            try Self.set("hub", value.map { .blob($0) } ?? .null, on: connection)
        }
    }

    func generation() throws(StoreError) -> Int {
        try reader.withLock { connection throws(StoreError) in
            var generation = 0
            try connection.query("SELECT value FROM state WHERE name = 'generation'") { row in
                generation = Int(row.integer(0))
                return false
            }
            return generation
        }
    }

    /// To be called in every transaction that changes what a publication is made from.
    static func bumpGeneration(on connection: Connection) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO state (name, value) VALUES ('generation', 1)
            ON CONFLICT (name) DO UPDATE SET value = value + 1
            """)
    }

    /// Whether a feed is well is published, when it was looked at is not.
    static func bumpGeneration(
        ifErrorOf feed: FeedRecord.ID, changesTo error: String?, on connection: Connection
    ) throws(StoreError) {
        var changes = false
        try connection.query("SELECT error FROM feed WHERE id = ?1", .integer(feed)) { row in
            changes = row.text(0) != error
            return false
        }
        if changes { try bumpGeneration(on: connection) }
    }

    static func set(
        _ name: String, _ value: Statement.Value, on connection: Connection
    ) throws(StoreError) {
        try connection.run(
            "INSERT INTO state (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
            .text(name), value)
    }
}
