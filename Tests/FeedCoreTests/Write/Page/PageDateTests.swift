import Testing

@testable import FeedCore

struct PageDateTests {
    @Test(arguments: [
        (1_795_348_800, "Sunday, 22 November 2026", "12:00 UTC"), (0, "Thursday, 1 January 1970", "00:00 UTC"),
        (-1, "Wednesday, 31 December 1969", "23:59 UTC"), (951_782_700, "Tuesday, 29 February 2000", "00:05 UTC"),
    ])
    func momentsAreShownInUTC(_ seconds: Int64, _ day: String, _ time: String) {
        #expect(PageDate.day(Timestamp(seconds: seconds)) == day)
        #expect(PageDate.time(Timestamp(seconds: seconds)) == time)
    }

    @Test(arguments: [
        ("archive/2026-10", "October 2026"), ("2026-01", "January 2026"), ("archive/2026-13", "archive/2026-13"),
        ("archive/old", "archive/old"), ("", ""),
    ])
    func anArchiveIsCalledByItsMonth(_ name: String, _ want: String) {
        #expect(PageDate.month(ofArchive: name) == want)
    }
}
