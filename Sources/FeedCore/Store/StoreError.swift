import CSQLite

/// What failed in the store, and while doing what.
struct StoreError: Error, Sendable, Equatable {
    /// The database; nil where it is not known or not to blame.
    var file: String?
    let action: String
    let reason: String
    /// What can be done about it.
    var advice: String?

    /// One line.
    var message: String {
        let place = file.map { "\($0): " } ?? ""
        return "\(place)\(reason), while trying to \(Excerpt.of(action))" + (advice.map { "; \($0)" } ?? "")
    }
}

extension StoreError {
    /// What SQLite says of its last error.
    @unsafe
    init(sqlite connection: OpaquePointer?, action: String) {
        guard let connection = unsafe connection else {
            self.init(action: action, reason: "out of memory")
            return
        }
        self.init(action: action, reason: unsafe String(cString: sqlite3_errmsg(connection)))
        if let path = unsafe sqlite3_db_filename(connection, "main") { file = unsafe String(cString: path) }
        advice = Self.advice(for: unsafe sqlite3_errcode(connection))
    }

    private static func advice(for code: Int32) -> String? {
        switch code {
        case SQLITE_CORRUPT, SQLITE_NOTADB:
            "put a backup in its place, or move it away: the next refresh begins anew with what the feeds carry"
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY: "make it and its directory writable"
        case SQLITE_FULL, SQLITE_IOERR: "see whether the disk is full or failing"
        case SQLITE_BUSY, SQLITE_LOCKED: "another program works with it; try again"
        default: nil
        }
    }
}
