import Testing

@testable import FeedCore

struct JSONEscapeTests {
    @Test(
        arguments: [
            (#"\u0041"#, 0x41), (#"\uD83D"#, 0xD83D), (#"\uabcdef"#, 0xABCD), (#"\u+123"#, nil), (#"\u12"#, nil),
            (#"\u12 4"#, nil), (#"\n0041"#, nil), ("u00410", nil), ("", nil),
        ] as [(String, UInt16?)])
    func onlyFourDigitsAreAnEscape(_ text: String, _ unit: UInt16?) {
        #expect(JSONEscape.codeUnit(in: Array(text.utf8), at: 0) == unit)
        #expect(JSONEscape.codeUnit(in: Array("xy\(text)".utf8), at: 2) == unit)
    }
}
