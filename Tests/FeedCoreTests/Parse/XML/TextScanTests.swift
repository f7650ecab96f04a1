import Testing

@testable import FeedCore

@Suite("Scanning texts eight bytes at a time")
struct TextScanTests {
    private static let parts: [[UInt8]] = [
        Array("plain ASCII, longer than eight bytes".utf8), Array("é".utf8), Array("Съешь ещё".utf8),
        Array("天地玄黄宇宙洪荒".utf8), Array("😀".utf8), Array("a".utf8), Array("1234567é".utf8),
    ]
    private static let faults: [[UInt8]] = [
        [0x80], [0xC3], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
        [0xF0, 0x9F, 0x98],
        [0xFF], [0xE5, 0xA4],
    ]

    @Test("sound texts are UTF-8 wherever their parts meet", arguments: parts, parts)
    func sound(_ one: [UInt8], _ other: [UInt8]) {
        #expect(isUTF8(one + other + one))
    }

    @Test("a fault is found wherever it stands", arguments: parts, faults)
    func faulty(_ part: [UInt8], _ fault: [UInt8]) {
        for text in [fault + part, part + fault, part + fault + part] {
            #expect(!isUTF8(text))
        }
    }

    @Test("the first byte beyond ASCII is found at every distance")
    func distance() {
        for distance in 0..<20 {
            let text = [UInt8](repeating: 0x61, count: distance) + [0xC3, 0xA9]
            let whole = TextScan.nextBeyondASCII(in: text.span)
            let plain = TextScan.nextBeyondASCII(in: text.span.extracting(0..<distance))
            #expect(whole == distance)
            #expect(plain == distance)
        }
    }

    private func isUTF8(_ text: [UInt8]) -> Bool { TextScan.isUTF8(text.span) }
}
