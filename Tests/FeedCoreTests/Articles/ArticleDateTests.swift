import Testing

@testable import FeedCore

struct ArticleDateTests {
    @Test(arguments: [
        ("2026-11-22", "2026-11-22T00:00:00Z"), ("2026-11-22 08:30", "2026-11-22T08:30:00Z"),
        ("2026-11-22 08:30:15 +0100", "2026-11-22T07:30:15Z"),
        ("2026-11-22T08:30:15.25-05:30", "2026-11-22T14:00:15.25Z"),
        ("2026-11-22t08:30z", "2026-11-22T08:30:00Z"),
    ])
    func handWrittenDatesAreRead(_ text: String, _ want: String) {
        #expect(ArticleDate.parse(text)?.rfc3339 == want)
    }

    @Test(arguments: [
        "", "2026", "2026-13-01", "2026-02-30", "22.11.2026", "2026-11-22T", "2026-11-22 8:30", "2026-11-22x",
    ])
    func othersAreNone(_ text: String) { #expect(ArticleDate.parse(text) == nil) }

    @Test(arguments: [
        ("2026-11-22-first-frost.md", "2026-11-22T00:00:00Z", "First frost"), ("a/b_c.txt", nil, "B c"),
        ("2026-11-22.md", "2026-11-22T00:00:00Z", "2026-11-22"), ("2026-99-22-x.md", nil, "2026 99 22 x"),
    ])
    func fileNamesHaveDateAndTitle(_ path: String, _ date: String?, _ title: String) {
        #expect(ArticleName(path).date?.rfc3339 == date && ArticleName(path).title == title)
    }
}
