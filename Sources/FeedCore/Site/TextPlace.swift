/// A place in a text, as editors count.
struct TextPlace: Sendable, Equatable {
    /// From 1.
    let line: Int
    /// From 1, in characters; a byte order mark is none.
    let column: Int

    /// Counted only when there is something to complain about.
    init(of offset: Int, in bytes: [UInt8]) {
        let before = bytes[..<min(offset, bytes.count)]
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        line = before.count { $0 == 0x0A } + 1
        column = String(decoding: before[lineStart...], as: UTF8.self).unicodeScalars.count { $0 != "\u{FEFF}" } + 1
    }
}
