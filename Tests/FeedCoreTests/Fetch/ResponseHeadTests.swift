import Testing

@testable import FeedCore

struct ResponseHeadTests {
    @Test func keepsValidatorsByteForByte() throws {
        let head = try read("HTTP/1.1 200 OK", "ETag:   W/\"a b\u{e9}\"\t", "LAST-MODIFIED: yesterday, they say", "")
        #expect(head.validators == Validators(etag: "W/\"a b\u{c3}\u{a9}\"", lastModified: "yesterday, they say"))
        let lines = RequestHeaders.lines(head.validators, [])
        #expect(lines.contains(Array("If-None-Match: W/\"a b\u{e9}\"".utf8)))
        #expect(lines.contains(Array("If-Modified-Since: yesterday, they say".utf8)))
    }

    @Test func forgetsInterimResponsesAndTrailers() throws {
        let head = try read(
            "HTTP/1.1 103 Early Hints", "ETag: \"early\"", "", "HTTP/2 200", "Content-Type: a/b", "", "ETag: \"late\"")
        #expect(head.status == 200)
        #expect(head.contentType == "a/b")
        #expect(head.validators.isEmpty)
    }

    @Test func joinsRepeatedCacheControl() throws {
        #expect(try read("HTTP/1.1 200", "Cache-Control: a", "cache-control: b").cacheControl == "a, b")
    }

    @Test(arguments: [
        ("gzip", ContentCoding.gzip), ("X-GZIP", .gzip), (" br ", .brotli), ("identity", nil), ("", nil),
        ("identity, zstd", .zstd), ("deflate", .deflate),
    ])
    func knowsOneCoding(_ value: String, _ want: ContentCoding?) throws {
        #expect(try read("HTTP/1.1 200", "Content-Encoding: \(value)").coding == want)
    }

    @Test(arguments: ["gzip, gzip", "gzip,br", "gzip gzip", "x-other", "compress"])
    func refusesOtherCodings(_ value: String) {
        #expect(throws: ResponseHead.Problem.coding(value)) { try read("HTTP/1.1 200", "Content-Encoding : \(value)") }
    }

    @Test func refusesASecondLineOfCodingsAndTransferCodings() {
        #expect(throws: ResponseHead.Problem.self) {
            try read("HTTP/1.1 200", "Content-Encoding: gzip", "Content-Encoding: gzip")
        }
        #expect(throws: ResponseHead.Problem.self) { try read("HTTP/1.1 200", "Transfer-Encoding: gzip, chunked") }
    }

    @Test func refusesTwoLengthsButNotTheSameTwice() throws {
        #expect(try read("HTTP/1.1 200", "Content-Length: 7", "Content-Length: 7").contentLength == 7)
        #expect(throws: ResponseHead.Problem.self) {
            try read("HTTP/1.1 200", "Content-Length: 7", "Content-Length: 8")
        }
    }

    @Test func stopsWhereTheHeadersGetTooLong() {
        let line = "X: " + String(repeating: "a", count: 1000)
        #expect(throws: ResponseHead.Problem.tooLarge) {
            try read(["HTTP/1.1 100", "", "HTTP/1.1 200"] + Array(repeating: line, count: 110))
        }
    }

    private func read(_ lines: String...) throws -> ResponseHead { try read(lines) }

    private func read(_ lines: [String]) throws -> ResponseHead {
        var head = ResponseHead()
        for line in lines {
            try unsafe Array("\(line)\r\n".utf8).withUnsafeBufferPointer { try unsafe head.read($0) }
        }
        return head
    }
}
