import CSQLite

/// One connection to a SQLite file, with its prepared statements; the only owner of its handle.
///
/// Not thread-safe: `SQLiteStore` keeps each behind a mutex.
@safe
final class Connection {
    private let handle: OpaquePointer
    private var statements: [String: Prepared] = [:]

    /// Opens the file, creating it if need be. A database of a newer program is refused.
    init(path: String) throws(StoreError) {
        var handle: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
        let code = unsafe sqlite3_open_v2(path, &handle, flags, nil)
        guard code == SQLITE_OK, let handle = unsafe handle else {
            let error = unsafe StoreError(sqlite: handle, action: "open \(path)")
            unsafe sqlite3_close_v2(handle)
            throw error
        }
        unsafe self.handle = handle
        unsafe sqlite3_busy_timeout(handle, 5_000)
        // WAL: readers never wait for the writer, and a process killed at any moment leaves a whole database.
        try execute("PRAGMA journal_mode = WAL")
        try execute("PRAGMA synchronous = NORMAL")
        // In pages, of 4 KiB: what a first refresh writes is copied into the database a few times, not every 4 MB.
        try execute("PRAGMA wal_autocheckpoint = 8000")
        try execute("PRAGMA foreign_keys = ON")
        try execute("PRAGMA temp_store = MEMORY")
    }

    deinit {
        statements.removeAll()
        unsafe sqlite3_close_v2(handle)
    }

    /// Runs SQL without parameters, several statements if need be.
    func execute(_ sql: String) throws(StoreError) {
        guard unsafe sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
            throw unsafe StoreError(sqlite: handle, action: sql)
        }
    }

    /// Runs one statement, prepared once.
    func run(_ sql: String, _ values: Statement.Value...) throws(StoreError) {
        try prepared(sql).statement.run(values)
    }

    /// Calls `row` for each row until it returns false.
    func query(
        _ sql: String, _ values: Statement.Value..., row: (borrowing Statement) throws(StoreError) -> Bool
    ) throws(StoreError) {
        try query(sql, values, row: row)
    }

    /// The same with the values in a list.
    func query(
        _ sql: String, _ values: [Statement.Value], row: (borrowing Statement) throws(StoreError) -> Bool
    ) throws(StoreError) {
        let prepared = try prepared(sql)
        var more = try prepared.statement.start(values)
        while more {
            guard try row(prepared.statement) else { break }
            more = try prepared.statement.step()
        }
        prepared.statement.reset()
    }

    /// All or nothing.
    func transaction(_ body: () throws(StoreError) -> Void) throws(StoreError) {
        try execute("BEGIN IMMEDIATE")
        do throws(StoreError) {
            try body()
            try execute("COMMIT")
        } catch {
            // The first error is the one to report; rolling back what is already rolled back is no second one.
            unsafe sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
            throw error
        }
    }

    private func prepared(_ sql: String) throws(StoreError) -> Prepared {
        if let known = statements[sql] { return known }
        let new = Prepared(try unsafe Statement(sql, on: handle))
        statements[sql] = new
        return new
    }

    /// A box, since a dictionary cannot hold what cannot be copied.
    private final class Prepared {
        let statement: Statement
        init(_ statement: consuming Statement) { self.statement = statement }
    }
}

extension Connection {
    /// Takes the migrations that this database has not seen yet.
    func migrate(_ migrations: [String] = Schema.migrations) throws(StoreError) {
        var version = 0
        try query("PRAGMA user_version") { row in
            version = Int(row.integer(0))
            return false
        }
        guard version <= migrations.count else {
            throw StoreError(
                action: "open the database",
                reason: "it was written by a newer feedtool (schema \(version), this one knows \(migrations.count))")
        }
        for step in migrations.indices.dropFirst(version) {
            try transaction { () throws(StoreError) in
                try execute(migrations[step])
                try execute("PRAGMA user_version = \(step + 1)")
            }
        }
    }
}
