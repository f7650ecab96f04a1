import CSQLite

/// A prepared statement; the only owner of its handle.
@safe
struct Statement: ~Copyable {
    private let handle: OpaquePointer
    private let connection: OpaquePointer
    private let sql: String

    init(_ sql: String, on connection: OpaquePointer) throws(StoreError) {
        var handle: OpaquePointer?
        let code = unsafe sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard code == SQLITE_OK, let handle = unsafe handle else {
            throw unsafe StoreError(sqlite: connection, action: sql)
        }
        unsafe self.handle = handle
        unsafe self.connection = connection
        self.sql = sql
    }

    deinit { unsafe sqlite3_finalize(handle) }

    func reset() { unsafe sqlite3_reset(handle) }

    /// Binds `values` in order and steps once; true if there is a row. The caller reads it before the next call.
    func start(_ values: [Value]) throws(StoreError) -> Bool {
        unsafe sqlite3_reset(handle)
        for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
        return try step()
    }

    /// Runs a statement that gives no rows.
    func run(_ values: [Value] = []) throws(StoreError) {
        _ = try start(values)
        unsafe sqlite3_reset(handle)
    }

    func step() throws(StoreError) -> Bool {
        switch unsafe sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let error = unsafe StoreError(sqlite: connection, action: sql)
            unsafe sqlite3_reset(handle)
            throw error
        }
    }

    func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(handle, column) }

    func isNull(_ column: Int32) -> Bool { unsafe sqlite3_column_type(handle, column) == SQLITE_NULL }

    func bytes(_ column: Int32) -> [UInt8] {
        guard let start = unsafe sqlite3_column_blob(handle, column) else { return [] }
        let count = unsafe Int(sqlite3_column_bytes(handle, column))
        return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    /// What `body` is given is gone after it.
    func withBytes<Result>(_ column: Int32, _ body: (RawSpan) -> Result) -> Result {
        let start = unsafe sqlite3_column_blob(handle, column)
        let count = unsafe Int(sqlite3_column_bytes(handle, column))
        return unsafe body(UnsafeRawBufferPointer(start: start, count: count).bytes)
    }

    func text(_ column: Int32) -> String? {
        isNull(column) ? nil : String(decoding: bytes(column), as: UTF8.self)
    }

    func timestamp(_ column: Int32) -> Timestamp? {
        isNull(column) ? nil : Timestamp(milliseconds: integer(column))
    }

    private func bind(_ value: Value, at index: Int32) throws(StoreError) {
        let code: Int32
        switch value {
        case .null:
            code = unsafe sqlite3_bind_null(handle, index)
        case .integer(let number):
            code = unsafe sqlite3_bind_int64(handle, index, number)
        case .text(let text):
            code = unsafe sqlite3_bind_text(handle, index, text, Int32(text.utf8.count), csqlite_transient())
        case .blob(let bytes):
            // SQLite takes an empty blob's nil pointer for NULL.
            code =
                bytes.isEmpty
                ? unsafe sqlite3_bind_zeroblob(handle, index, 0)
                : unsafe sqlite3_bind_blob64(handle, index, bytes, UInt64(bytes.count), csqlite_transient())
        }
        guard code == SQLITE_OK else { throw unsafe StoreError(sqlite: connection, action: sql) }
    }

    enum Value {
        case null
        case integer(Int64)
        case text(String)
        case blob([UInt8])

        static func optional(_ text: String?) -> Self { text.map { .text($0) } ?? .null }
        static func optional(_ time: Timestamp?) -> Self { time.map { .integer($0.milliseconds) } ?? .null }
        static func optional(_ number: Int?) -> Self { number.map { .integer(Int64($0)) } ?? .null }
        static func time(_ time: Timestamp) -> Self { .integer(time.milliseconds) }
    }
}

extension Timestamp {
    /// Since 1970 in UTC, rounded down.
    var milliseconds: Int64 { seconds * 1_000 + Int64(nanoseconds / 1_000_000) }

    init(milliseconds: Int64) {
        let seconds = milliseconds >= 0 ? milliseconds / 1_000 : (milliseconds - 999) / 1_000
        self.init(seconds: seconds, nanoseconds: Int32(milliseconds - seconds * 1_000) * 1_000_000)
    }
}
