import Testing

@testable import FeedCore

struct DecompressorTests {
    private static let text = Array("a small feed, a small feed, a small feed".utf8)

    private static let gzip: [UInt8] = [
        0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x4b, 0x54, 0x28, 0xce, 0x4d, 0xcc, 0xc9, 0x51,
        0x48, 0x4b, 0x4d, 0x4d, 0xd1, 0x51, 0x48, 0xc4, 0xc9, 0x03, 0x00, 0x9f, 0xdd, 0xdd, 0x7b, 0x28, 0x00, 0x00,
        0x00,
    ]
    private static let zlib: [UInt8] = [
        0x78, 0xda, 0x4b, 0x54, 0x28, 0xce, 0x4d, 0xcc, 0xc9, 0x51, 0x48, 0x4b, 0x4d, 0x4d, 0xd1, 0x51, 0x48, 0xc4,
        0xc9, 0x03, 0x00, 0x13, 0x43, 0x0d, 0x83,
    ]
    private static let raw = Array(zlib[2..<21])
    private static let brotli: [UInt8] = [
        0x13, 0x27, 0x00, 0x00, 0xa4, 0x40, 0x58, 0xb2, 0x10, 0x45, 0xa8, 0xc9, 0x47, 0xf3, 0x8c, 0x93, 0x8e, 0x19,
    ]
    private static let zstd: [UInt8] = [
        0x28, 0xb5, 0x2f, 0xfd, 0x04, 0x58, 0xa5, 0x00, 0x00, 0x70, 0x61, 0x20, 0x73, 0x6d, 0x61, 0x6c, 0x6c, 0x20,
        0x66, 0x65, 0x65, 0x64, 0x2c, 0x20, 0x01, 0x00, 0x61, 0x4f, 0x25, 0x7a, 0xc0, 0xe9, 0xb5,
    ]
    /// A mebibyte of zeros in 13 bytes.
    private static let brotliBomb: [UInt8] = [
        0x5b, 0xff, 0xff, 0x0f, 0x40, 0x02, 0x20, 0x1e, 0x0b, 0x24, 0xf7, 0xfe, 0x01,
    ]
    /// Eight blocks, each one byte said to repeat 131,072 times.
    private static let zstdBomb: [UInt8] =
        [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58] + (0..<8).flatMap { [$0 == 7 ? 3 : 2, 0, 0x10, 0x20] as [UInt8] }

    static let whole: [(ContentCoding, [UInt8])] = [
        (.gzip, gzip), (.deflate, zlib), (.deflate, raw), (.brotli, brotli), (.zstd, zstd),
    ]

    @Test(arguments: whole, [1, 2, 7, 1000])
    func decodesInPiecesOfAnySize(_ coded: (coding: ContentCoding, bytes: [UInt8]), _ piece: Int) throws {
        #expect(try decode(coded.coding, coded.bytes, piece: piece) == Self.text)
    }

    @Test(arguments: whole)
    func refusesAStreamThatIsCutAnywhere(_ coding: ContentCoding, _ bytes: [UInt8]) {
        for count in 0..<bytes.count {
            #expect(throws: CodingError.truncated) { try decode(coding, Array(bytes[..<count])) }
        }
    }

    @Test func readsAllMembersOfGzip() throws {
        #expect(try decode(.gzip, Self.gzip + Self.gzip) == Self.text + Self.text)
        #expect(throws: CodingError.truncated) { try decode(.gzip, Self.gzip + Self.gzip.dropLast()) }
    }

    @Test(arguments: [(ContentCoding.gzip, gzip), (.deflate, zlib), (.brotli, brotli)])
    func leavesJunkBehindTheEnd(_ coding: ContentCoding, _ bytes: [UInt8]) throws {
        for piece in [1, 1000] {
            #expect(try decode(coding, bytes + Array("junk".utf8), piece: piece) == Self.text)
        }
    }

    @Test func noticesAWrongChecksum() {
        var bytes = Self.gzip
        bytes[bytes.count - 6] ^= 1
        #expect(throws: CodingError.damaged) { try decode(.gzip, bytes) }
    }

    @Test(arguments: [ContentCoding.gzip, .zstd])
    func noticesPlainText(_ coding: ContentCoding) {
        #expect(throws: CodingError.damaged) { try decode(coding, Array("<rss version='2.0'/>".utf8)) }
    }

    @Test(arguments: [(ContentCoding.brotli, brotliBomb), (.zstd, zstdBomb)])
    func stopsABombAtItsLimit(_ coding: ContentCoding, _ bytes: [UInt8]) throws {
        #expect(throws: CodingError.tooLarge) { try decode(coding, bytes, limit: 1 << 19) }
        #expect(try decode(coding, bytes, limit: 1 << 20).count == 1 << 20)
    }

    /// RFC 9659: the memory is asked for before the first byte.
    @Test func refusesAWindowOver8MiB() {
        var bytes = Self.zstdBomb
        bytes[5] = 17 << 3
        #expect(throws: CodingError.damaged) { try decode(.zstd, bytes, limit: 1 << 20) }
    }

    private func decode(
        _ coding: ContentCoding, _ bytes: [UInt8], piece: Int = 1000, limit: Int = 1000
    ) throws -> [UInt8] {
        let decompressor = try Decompressor(coding, limit: limit)
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: piece) {
            let chunk = bytes[start..<min(start + piece, bytes.count)]
            try unsafe chunk.withUnsafeBytes { try unsafe decompressor.decode($0, into: &result) }
        }
        try decompressor.finish()
        return result
    }
}
