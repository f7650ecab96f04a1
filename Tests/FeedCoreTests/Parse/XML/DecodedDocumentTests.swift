import Testing

@testable import FeedCore

struct DecodedDocumentTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let charset: String?
        let encoding: String
        let text: String
        let fits: Bool

        init(
            _ description: String, _ bytes: [UInt8], charset: String? = nil, _ encoding: String, _ text: String,
            fits: Bool = true
        ) {
            testDescription = description
            (self.bytes, self.charset, self.encoding, self.text, self.fits) = (bytes, charset, encoding, text, fits)
        }
    }

    @Test(arguments: [
        Case("nothing declared", Array("<a>é</a>".utf8), "utf-8", "<a>é</a>"),
        Case("a byte order mark outranks charset", [0xEF, 0xBB, 0xBF, 0x61], charset: "koi8-r", "utf-8", "a"),
        Case("charset outranks the declaration", declared("utf-8", [0xE9]), charset: "iso-8859-1", "iso-8859-1", "é"),
        Case("the declaration", declared("koi8-r", [0xC1]), "koi8-r", "а"),
        Case("gbk is gb18030", declared("gbk", [0xC4, 0xE3]), "gb18030", "你"),
        Case("UTF-16 without a mark", [0, 0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E], "utf-16be", "<a/>"),
        Case("UTF-16 with a mark", [0xFF, 0xFE, 0x3C, 0, 0x61, 0], "utf-16le", "<a"),
        Case("UTF-32 with a mark", [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "utf-32le", "a"),
        Case("an unknown name", declared("klingon", Array("é".utf8)), "utf-8", "é", fits: false),
        Case("UTF-7 is refused", Array("+ADw-a".utf8), charset: "utf-7", "utf-8", "+ADw-a", fits: false),
        Case("a lie", declared("us-ascii", Array("é".utf8)), "utf-8", "é", fits: false),
    ])
    func decodes(_ c: Case) {
        let document = DecodedDocument(c.bytes, charset: c.charset)
        #expect(document.encoding == c.encoding)
        #expect(String(decoding: document.bytes, as: UTF8.self).hasSuffix(c.text))
        #expect(document.problems.isEmpty == c.fits)
    }

    private static func declared(_ name: String, _ body: [UInt8]) -> [UInt8] {
        Array("<?xml version='1.0' encoding='\(name)'?>".utf8) + body
    }
}
