import Testing

@testable import FeedCore

struct MarkupScannerTests {
    @Test(arguments: [
        ("Caf&eacute; &Scaron;koda&hellip; &#x41;&#66;", "Café Škoda… AB"), ("AT&T; a=1&b=2&amp;c", "AT&T; a=1&b=2&c"),
        ("&; &nosuchname; &amp", "&; &nosuchname; &amp"), ("&ngE;", "≧\u{338}"),
    ])
    func referencesAreResolved(_ text: String, _ want: String) {
        #expect(MarkupScanner.decoded(text) == want)
    }
}
