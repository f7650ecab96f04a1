import Testing

@testable import FeedCore

struct StrictDateTests {
    @Test(arguments: [
        "2026-11-23T10:00:00Z", "2026-11-23T10:00:00.5Z", "2026-11-23T10:00:00+02:00", "2024-02-29T23:59:60Z",
    ])
    func isRFC3339(_ text: String) { #expect(StrictDate.rfc3339(text) == nil) }

    @Test(arguments: [
        "", "2026-11-23", "2026-11-23T10:00Z", "2026-11-23T10:00:00", "2026-11-23T10:00:00.Z", "2026-11-23T25:00:00Z",
        "2026-11-31T10:00:00Z", "2026-11-23T10:00:00+0200", "2026-11-23T10:00:00+24:00", "2026-11-23T10:00:00Z ",
    ])
    func isNoRFC3339(_ text: String) { #expect(StrictDate.rfc3339(text)?.severity == .error) }

    @Test(arguments: [
        "Mon, 23 Nov 2026 10:00:00 GMT", "23 Nov 2026 10:00 UT", "Mon, 3 Aug 2026 10:00:00 -0330",
        "Mon, 23 Nov 2026 10:00:00 Z", "Mon, 23 Nov 2026 10:00:00 EST",
    ])
    func isRFC822(_ text: String) { #expect(StrictDate.rfc822(text) == nil) }

    @Test(arguments: [
        "", "Mon, 23 Nov 2026", "Mon, 23 Nov 2026 10:00:00", "Tue, 23 Nov 2026 10:00:00 GMT",
        "Mon, 23 November 2026 10:00:00 GMT", "Mon, 23 Nov 2026 10:00:00 UTC", "Mon 23 Nov 2026 10:00:00 GMT",
        "Mon, 23-Nov-2026 10:00:00 GMT", "Mon, 23 Nov 2026 10:00:00 GMT+1",
    ])
    func isNoRFC822(_ text: String) { #expect(StrictDate.rfc822(text)?.severity == .error) }

    /// Allowed by RFC 822, and misread by some.
    @Test(arguments: [
        "Mon,  3 Aug 2026 10:00:00 -0330", "mon, 23 nov 2026 10:00:00 est", "Mon,23 Nov 2026 10:00:00 GMT",
        "Mon, 23 Nov 26 10:00:00 GMT", "Mon, 23 Nov 2026 10:00:00 B", "Mon, 23 Nov 2026 10:00:00 GMT (noon)",
    ])
    func isUnusualRFC822(_ text: String) { #expect(StrictDate.rfc822(text)?.severity == .warning) }

    @Test(arguments: ["2026", "2026-11", "2026-11-23", "2026-11-23T10:00Z", "2026-11-23T10:00:00.5+01:00"])
    func isW3CDTF(_ text: String) { #expect(StrictDate.w3cdtf(text) == nil) }

    @Test(arguments: ["26", "2026-13", "2026-11-23T10:00", "2026-11-23 10:00Z", "2026-1-3"])
    func isNoW3CDTF(_ text: String) { #expect(StrictDate.w3cdtf(text)?.severity == .error) }
}
