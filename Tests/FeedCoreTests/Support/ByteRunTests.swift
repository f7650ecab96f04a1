import Testing

@testable import FeedCore

struct ByteRunTests {
    /// Around the size of a block, from its beginning and from within.
    @Test(arguments: [0, 1, 15, 16, 17, 31, 32, 33, 100], [0, 1, 7])
    func endsAtTheFirstByteThatEndsIt(_ length: Int, _ start: Int) {
        let run = [UInt8](repeating: UInt8(ascii: "a"), count: start + length)
        #expect(run.span.end(ofRunFrom: start) { UInt8($0 == 0) } == run.count)
        let ended = run + [0] + run
        #expect(ended.span.end(ofRunFrom: start) { UInt8($0 == 0) } == run.count)
    }

    @Test func plainTextIsAllButMarkupAndWhatMayBeForbidden() {
        let others = (UInt8.min...UInt8.max).filter { ASCII.endsText($0) == 1 }
        #expect(others == Array(0..<9) + Array(11..<32) + [0x26, 0x3C, 0x3E, 0xC2, 0xEF])
    }
}
