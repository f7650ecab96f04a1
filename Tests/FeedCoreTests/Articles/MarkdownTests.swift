import Testing

@testable import FeedCore

struct MarkdownTests {
    /// The library keeps what its extensions look for in global variables.
    @Test func textsReadAtOnceDoNotDisturbEachOther() {
        let results = Array(0..<20_000).concurrentMap { number in
            number.isMultiple(of: 2) ? Markdown.html("~~gone~~ and www.a.example") : Markdown.htmlOfPlainText("*a*")
        }
        let wanted = Set([
            "<p><del>gone</del> and <a href=\"http://www.a.example\">www.a.example</a></p>\n", "<p><em>a</em></p>\n",
        ])
        #expect(Set(results) == wanted)
    }
}
