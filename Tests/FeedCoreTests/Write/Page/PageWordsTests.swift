import Testing

@testable import FeedCore

struct PageWordsTests {
    @Test(arguments: [
        (1_795_348_800, "Sunday, 22 November 2026", "12:00 UTC"), (0, "Thursday, 1 January 1970", "00:00 UTC"),
        (-1, "Wednesday, 31 December 1969", "23:59 UTC"), (951_782_700, "Tuesday, 29 February 2000", "00:05 UTC"),
    ])
    func momentsAreShownInUTC(_ seconds: Int64, _ day: String, _ time: String) {
        #expect(PageLanguages.english.day(Timestamp(seconds: seconds)) == day)
        #expect(PageLanguages.english.time(Timestamp(seconds: seconds)) == time)
    }

    @Test(arguments: [
        ("archive/2026-10", "October 2026"), ("2026-01", "January 2026"), ("archive/2026-13", "archive/2026-13"),
        ("archive/old", "archive/old"), ("", ""),
    ])
    func anArchiveIsCalledByItsMonth(_ name: String, _ want: String) {
        #expect(PageLanguages.english.month(ofArchive: name) == want)
    }

    @Test(arguments: [
        ("de", "Sonntag, 22. November 2026", "Oktober 2026"),
        ("pt-BR", "domingo, 22 de novembro de 2026", "outubro de 2026"),
        ("RU", "воскресенье, 22 ноября 2026", "10.2026"), ("zh-Hant-TW", "2026年11月22日 星期日", "2026年10月"),
        ("tlh", "Sunday, 22 November 2026", "October 2026"), (nil, "Sunday, 22 November 2026", "October 2026"),
    ])
    func aSiteIsReadInItsLanguage(_ language: String?, _ day: String, _ month: String) {
        let words = PageWords.of(language)
        #expect(words.day(PageSamples.noon) == day && words.month(ofArchive: "archive/2026-10") == month)
    }

    @Test(arguments: PageLanguages.words.values.map(\.self))
    func everyLanguageHasAllThatADateNeeds(_ words: PageWords) {
        #expect(Set(words.weekdays).count == 7 && Set(words.months).count == 12)
        #expect(!words.day(PageSamples.noon).contains("{") && !words.date(PageSamples.noon).contains("{"))
        #expect(words.minutes(5).contains("5") && words.activity([1, 2]).hasSuffix(": 1, 2"))
    }
}
