import Foundation
import Testing

@testable import FeedCore

struct PrintableTests {
    @Test func nothingSteersATerminal() {
        #expect(Printable.lines("a\u{1B}[31m\nb\u{202E}\u{9B}c\r") == "a\u{FFFD}[31m\nb\u{FFFD}\u{FFFD}c\u{FFFD}")
        #expect(Printable.text("a\nb\u{2028}ü") == "a\u{FFFD}b\u{FFFD}ü")
    }

    @Test func whatIsTooLongIsCut() {
        #expect(Printable.text("abc", limit: 3) == "abc")
        #expect(Printable.text("abcd", limit: 3) == "abc…")
        #expect(Excerpt.of(String(repeating: "x", count: 61)).count == 61)
    }

    @Test func theSystemsReasonIsShort() {
        let error = #expect(throws: (any Error).self) {
            try Data(contentsOf: URL(fileURLWithPath: "/nonexistent/file"))
        }
        #expect(error?.systemReason == "No such file or directory")
    }
}
