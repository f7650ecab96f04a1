import Testing

@testable import FeedCore

struct CompressorTests {
    private let text = Array(String(repeating: "the same river, twice. ", count: 400).utf8)

    @Test func whatIsCompressedComesBack() throws {
        let gzip = try #require(Compressor.gzip(text))
        let brotli = try #require(Compressor.brotli(text))
        #expect(gzip.count < text.count / 10 && brotli.count < text.count / 10)
        #expect(try decode(.gzip, gzip) == text)
        #expect(try decode(.brotli, brotli) == text)
    }

    @Test func gzipTellsNoTime() throws {
        // RFC 1952, section 2.3: bytes 4 ... 7 are the time, bit 3 of byte 3 a name.
        #expect(try #require(Compressor.gzip(text)).prefix(8) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
    }

    @Test(arguments: [[], [1], Array("short".utf8)] as [[UInt8]])
    func whatWouldNotGetSmallerIsLeft(_ bytes: [UInt8]) {
        #expect(Compressor.gzip(bytes) == nil)
        #expect(Compressor.brotli(bytes) == nil)
    }

    private func decode(_ coding: ContentCoding, _ bytes: [UInt8]) throws -> [UInt8] {
        let decompressor = try Decompressor(coding, limit: text.count)
        var result: [UInt8] = []
        try unsafe bytes.withUnsafeBytes { unsafe try decompressor.decode($0, into: &result) }
        try decompressor.finish()
        return result
    }
}
