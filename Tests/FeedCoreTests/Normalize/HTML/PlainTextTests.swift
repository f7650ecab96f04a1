import Testing

@testable import FeedCore

struct PlainTextTests {
    @Test(arguments: [
        ("<p>one</p><p>two <b>three</b></p>", "one\n\ntwo three"), ("a<br>b", "a\nb"), ("  a \n  b ", "a b"),
        ("&amp;lt; &copy;", "&lt; ©"), ("a<script>x</script>b", "ab"), ("<ul><li>a<li>b</ul>c", "a\nb\n\nc"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "a b\nc"), ("<pre>a\n  b</pre>c", "a\n  b\n\nc"),
        ("<svg><text>x</text></svg>a", "a"), ("a <!-- b -->c", "a c"), ("<div><div>a</div></div>b", "a\nb"),
    ])
    func renders(_ html: String, _ text: String) {
        #expect(PlainText.render(html) == text)
    }

    @Test(arguments: [
        ("a\u{1B}[31mb\u{1B}[0m", "ab"), ("a\u{1B}]0;title\u{7}b", "ab"), ("a\u{9B}2Jb", "ab"),
        ("a\u{202E}b\u{2066}c", "abc"),
        ("a\u{7}b\u{85}c\td\ne", "abc\td\ne"), ("a\u{2028}b", "a\nb"),
        ("👨\u{200D}👩\u{200D}👧 مرحبا", "👨\u{200D}👩\u{200D}👧 مرحبا"),
        ("a\u{1B}", "a"), ("a\u{1B}[", "a"), ("a\u{1B}]b\nc", "a\nc"),
    ])
    func cleans(_ text: String, _ clean: String) {
        #expect(PlainText.clean(text) == clean)
    }

    @Test(arguments: [
        ("short", 10, "short"), ("One sentence here. Another one follows.", 25, "One sentence here."),
        ("A long row of words without any end", 19, "A long row of…"), ("version 3.5 of it all", 14, "version 3.5…"),
        ("漢字漢字漢字漢字。漢字漢字漢字", 12, "漢字漢字漢字漢字。"), ("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 3, "👨‍👩‍👧👨‍👩‍👧…"),
        ("words, then more of them", 10, "words…"), ("He said “No.” And he left then.", 20, "He said “No.”"),
        ("「漢字漢字。」漢字漢字漢字", 10, "「漢字漢字。」"), ("漢字漢字、漢字漢字", 6, "漢字漢字…"), ("ไม่มีช่องว่างในประโยคนี้", 8, "ไม่มีช่องว่…"),
        ("e\u{301}e\u{301}e\u{301}e\u{301}", 3, "e\u{301}e\u{301}…"), ("", 5, ""), ("abc", 0, ""),
    ])
    func summarizes(_ text: String, _ limit: Int, _ summary: String) {
        #expect(Summary.of(text, limit: limit) == summary)
        #expect(Summary.of(text, limit: limit).count <= limit)
    }

    /// A text without any place to cut, and one of nothing but places.
    @Test(arguments: ["x", "\u{301}", ".)", " ", "字", "\u{1B}[", "<b>"])
    func takesLinearTime(_ piece: String) {
        let text = String(repeating: piece, count: 200_000)
        let time = ContinuousClock().measure {
            _ = Summary.of(text, limit: 150_000)
            _ = ReadingTime(of: text)
            _ = PlainText.render(text)
        }
        // A quadratic step would take minutes.
        #expect(time < .seconds(20))
    }

    @Test(arguments: [
        ("", 0, 0), ("two words", 2, 1), ("don’t count that twice", 4, 1), ("漢字かな", 4, 1), ("mixed 漢字 text", 4, 1),
        ("می\u{200C}شود co\u{AD}op", 2, 1), ("한국어 단어", 2, 1), ("3.5 — …", 2, 1),
        (String(repeating: "word ", count: 1000), 1000, 5),
        (String(repeating: "字", count: 1000), 1000, 2),
    ])
    func countsWords(_ text: String, _ words: Int, _ minutes: Int) {
        #expect(ReadingTime(of: text).words == words)
        #expect(ReadingTime(of: text).minutes == minutes)
    }

    @Test(arguments: [
        "<p>\(String(repeating: "a &amp; b ", count: 500))</p>", "<p>\(String(repeating: "ä日👨‍👩‍👧", count: 500))</p>",
        "<img alt='\(String(repeating: "x", count: 5_000))'>short", "short", "", String(repeating: "&lt;", count: 900),
    ])
    func theBeginningOfALineIsThatOfTheWhole(_ html: String) {
        let text = Text(html, type: .html)
        #expect(text.line(beyond: 100).prefix(101) == text.line.prefix(101))
    }

    @Test(arguments: [
        ("", 0, 0), ("It's one, two-three 4.", 5, 1), ("日本語 and więcej", 5, 1), ("l\u{2019}été \u{200D}", 1, 1),
        (String(repeating: "word ", count: 464), 464, 3),
    ])
    func wordsAreCountedInEveryScript(_ text: String, _ words: Int, _ minutes: Int) {
        let time = ReadingTime(of: text)
        #expect(time.words == words && time.minutes == minutes)
    }
}
