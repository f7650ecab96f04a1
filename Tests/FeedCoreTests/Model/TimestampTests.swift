import Testing

@testable import FeedCore

struct TimestampTests {
    @Test(arguments: [
        "1970-01-01T00:00:00Z", "2003-12-31T10:14:55Z", "2000-02-29T23:59:59Z", "0001-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z", "9999-12-31T23:59:59.000000001Z", "2026-11-22T08:00:00.25Z",
    ])
    func writesWhatItReads(_ text: String) throws {
        #expect(try #require(Timestamp(rfc3339: text)).rfc3339 == text)
    }

    @Test(arguments: [
        "", "2026-11-22", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-01-01T24:00:00Z",
        "2026-01-01T00:00:00.Z", "2026-01-01 00:00:00Z", "２０２６-01-01T00:00:00Z",
    ])
    func refusesWhatIsNoTimestamp(_ text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test func countsSecondsLikeTheEpoch() {
        #expect(Timestamp(year: 2001, month: 9, day: 9, hour: 1, minute: 46, second: 40)?.seconds == 1_000_000_000)
        #expect(Timestamp(year: 2026, offsetSeconds: 3_600)?.rfc3339 == "2025-12-31T23:00:00Z")
        #expect(Timestamp(year: 0, offsetSeconds: 3_600)?.rfc3339 == "-1-12-31T23:00:00Z")
        #expect(Timestamp(seconds: 253_402_300_800).rfc3339 == "10000-01-01T00:00:00Z")
    }
}
