import Synchronization

// What the site's rules decided of the entries, kept so that it need not be decided anew.

extension SQLiteStore {
    func verdicts() throws(StoreError) -> [StoredEntry.ID: StoredVerdict] {
        try reader.withLock { connection throws(StoreError) in
            var verdicts: [StoredEntry.ID: StoredVerdict] = [:]
            try connection.query("SELECT entry, inputs, verdict FROM verdict") { row in
                verdicts[row.integer(0)] = StoredVerdict(
                    inputs: UInt64(bitPattern: row.integer(1)), verdict: row.bytes(2))
                return true
            }
            return verdicts
        }
    }

    func remember(_ verdicts: [StoredEntry.ID: StoredVerdict]) throws(StoreError) {
        guard !verdicts.isEmpty else { return }
        try writer.withLock { connection throws(StoreError) in
            try connection.transaction { () throws(StoreError) in
                for (entry, verdict) in verdicts {
                    try connection.run(
                        "INSERT OR REPLACE INTO verdict (entry, inputs, verdict) VALUES (?1, ?2, ?3)",
                        .integer(entry), .integer(Int64(bitPattern: verdict.inputs)), .blob(verdict.verdict))
                }
            }
        }
    }
}
