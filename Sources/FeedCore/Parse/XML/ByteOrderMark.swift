/// What the first bytes of a document tell of its encoding (XML 1.0, appendix F.1).
struct ByteOrderMark {
    let encoding: String
    /// In bytes.
    let length: Int

    init?(of bytes: [UInt8]) {
        // UTF-32 first: its little-endian mark begins with that of UTF-16.
        for (mark, encoding) in Self.marks where bytes.starts(with: mark) {
            (self.encoding, length) = (encoding, mark.count)
            return
        }
        return nil
    }

    private static let marks: [([UInt8], String)] = [
        ([0x00, 0x00, 0xFE, 0xFF], "utf-32be"), ([0xFF, 0xFE, 0x00, 0x00], "utf-32le"),
        ([0xEF, 0xBB, 0xBF], "utf-8"), ([0xFE, 0xFF], "utf-16be"), ([0xFF, 0xFE], "utf-16le"),
    ]

    /// The family of encodings in which the document begins with `<`, where that is not ASCII's.
    static func family(of bytes: [UInt8]) -> String? {
        let patterns: [([UInt8], String)] = [
            ([0, 0, 0, 0x3C], "utf-32be"), ([0x3C, 0, 0, 0], "utf-32le"),
            ([0, 0x3C, 0], "utf-16be"), ([0x3C, 0], "utf-16le"), ([0x4C, 0x6F, 0xA7, 0x94], "cp037"),
        ]
        return patterns.first { bytes.starts(with: $0.0) }?.1
    }
}
