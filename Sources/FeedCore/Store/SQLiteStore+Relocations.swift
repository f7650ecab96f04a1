import Synchronization

extension SQLiteStore {
    func relocate(_ relocations: [FeedRecord.ID: Relocation]) throws(StoreError) {
        try writer.withLock { connection throws(StoreError) in
            try connection.transaction { () throws(StoreError) in
                for (feed, relocation) in relocations {
                    try connection.run(
                        """
                        INSERT OR REPLACE INTO relocation (feed, redirect, runs, suggestion, searched_at, retired_at)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                        """,
                        .integer(feed), .optional(relocation.redirect), .integer(Int64(relocation.runs)),
                        .optional(relocation.suggestion), .optional(relocation.searchedAt),
                        .optional(relocation.retiredAt))
                }
            }
        }
    }

    static func relocations(on connection: Connection) throws(StoreError) -> [FeedRecord.ID: Relocation] {
        var known: [FeedRecord.ID: Relocation] = [:]
        try connection.query("SELECT feed, redirect, runs, suggestion, searched_at, retired_at FROM relocation") {
            row in
            known[row.integer(0)] = Relocation(
                redirect: row.text(1), runs: Int(row.integer(2)), suggestion: row.text(3), searchedAt: row.timestamp(4),
                retiredAt: row.timestamp(5))
            return true
        }
        return known
    }

    /// Gives feeds the address that is now listed in place of their old one, if it is where they are known to have
    /// moved: its entries are not new then. Its validators are another server's, perhaps, and are not sent there.
    static func adopt(_ addresses: [String], on connection: Connection) throws(StoreError) {
        let moves = try relocations(on: connection).filter { $0.value.redirect != nil || $0.value.suggestion != nil }
        guard !moves.isEmpty else { return }
        let listed = Set(addresses)
        var old: [FeedRecord.ID: String] = [:]
        try connection.query("SELECT id, address FROM feed") { row in
            if moves[row.integer(0)] != nil { old[row.integer(0)] = row.text(1) }
            return true
        }
        for (feed, address) in old.sorted(by: { $0.key < $1.key }) where !listed.contains(address) {
            guard
                let target = [moves[feed]?.redirect, moves[feed]?.suggestion].lazy.compactMap(\.self).first(
                    where: listed.contains)
            else { continue }
            // One that is followed there already keeps its place.
            try connection.run(
                """
                UPDATE OR IGNORE feed SET origin = coalesce(origin, address), address = ?2, etag = NULL,
                    last_modified = NULL, next_check = NULL, failures = 0, error = NULL WHERE id = ?1
                """,
                .integer(feed), .text(target))
            try connection.run("DELETE FROM relocation WHERE feed = ?1", .integer(feed))
        }
    }
}
