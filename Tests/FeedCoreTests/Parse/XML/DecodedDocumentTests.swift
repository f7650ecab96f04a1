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
        Case(
            "UTF-16 of a name with underscores", utf16("<?xml version='1.0' encoding='utf_16_le'?><a/>"), "utf_16_le",
            "<a/>"),
        Case(
            "UTF-16 that declares no byte order", utf16("<?xml version='1.0' encoding='utf-16'?><a/>"), "utf-16le",
            "<a/>"),
        Case("UTF-8 that calls itself UTF-16", declared("utf-16", Array("<é>".utf8)), "utf-8", "<é>", fits: false),
        Case(
            "UTF-8 in a response that calls it UTF-16", Array("<é>".utf8), charset: "utf-16", "utf-8", "<é>",
            fits: false),
        Case("UTF-8 that calls itself EBCDIC", declared("cp500", Array("<é>".utf8)), "utf-8", "<é>", fits: false),
        Case(
            "EBCDIC that calls itself UTF-8", [0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x6E], charset: "utf-8", "cp037", "<?xml>"),
        Case("EBCDIC of its own country", [0x4C, 0xC1, 0x6E], charset: "cp273", "cp273", "<A>"),
        Case("a name with underscores", declared("windows_1251", [0xFF]), "windows_1251", "я"),
        Case("a code page by its number", declared("1251", [0xFF]), "1251", "я"),
        Case("a standard with its year", declared("ISO_8859-7:1987", [0xE1]), "iso_8859-7:1987", "α"),
        Case("a standard with its year, dashed", declared("iso-8859-7-1987", [0xE1]), "iso-8859-7-1987", "α"),
        Case("a Macintosh", declared("mac-roman", [0x8E]), "mac-roman", "é"),
        Case("Japanese of Unix", declared("ujis", [0xC6, 0xFC]), "ujis", "日"),
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

    private static func utf16(_ text: String) -> [UInt8] {
        text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    private static func declared(_ name: String, _ body: [UInt8]) -> [UInt8] {
        Array("<?xml version='1.0' encoding='\(name)'?>".utf8) + body
    }
}
