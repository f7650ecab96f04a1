import Testing

@testable import FeedCore

struct HTMLTests {
    @Test(arguments: [
        ("a<b>&c", "a&lt;b&gt;&amp;c"),
        (#"" onclick='x'"#, "&quot; onclick=&#39;x&#39;"),
        ("\u{0}\u{1B}[31m\u{7F}", "\u{FFFD}\u{FFFD}[31m\u{FFFD}"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("żółć 日本 😀", "żółć 日本 😀"),
    ])
    func textIsEscapedWhereverItStands(_ text: String, _ want: String) {
        #expect(string("<p title=\"\(text)\">\(text)</p>") == "<p title=\"\(want)\">\(want)</p>")
    }

    @Test func markupIsInsertedAsItIs() {
        let inner: HTML = "<b>\("<")</b>"
        let none: HTML? = nil
        #expect(string("<p>\(inner)\(none)\(3)</p>") == "<p><b>&lt;</b>3</p>")
    }

    @Test func aTitleKeepsEmphasisOnly() {
        let title = Text("<a href='https://a.example'>A <em>b</em></a><script>c</script><h1>d</h1>", type: .html)
        #expect(string(HTML(title: title)) == "A <em>b</em> d")
        #expect(string(HTML(title: Text("1 < 2\u{202E}"))) == "1 &lt; 2")
    }

    /// Whatever the store holds.
    @Test(arguments: [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='javascript:alert(1)'>x</a>",
        "</div></article></main><form action=x>", "<style>*{display:none}</style>", "<iframe src=https://x.example>",
        "<p style='position:fixed'>x", "<base href=//x.example>", "<!--", "<![CDATA[<b>]]>", "<div id=main class=skip>",
    ])
    func contentIsSanitizedOnTheWayIn(_ hostile: String) {
        let html = string(HTML.content(Text(hostile, type: .html), players: []).html)
        for word in [
            "<script", "onerror", "javascript:", "<form", "<style", "style=", "<iframe", "<base", "<!", " id=",
        ] {
            #expect(!html.contains(word), "\(word) in \(html)")
        }
        #expect(PageSamples.imbalances(in: html) == [])
    }

    @Test func aPlayerStaysOnlyWhereThePageLetsItIn() {
        let text = Text("<iframe src=\"https://player.vimeo.com/video/1\"></iframe>", type: .html)
        let kept = string(HTML.content(text, players: [.vimeo]).html)
        #expect(kept.hasPrefix("<iframe title=\"Player\" src=\"https://player.vimeo.com/video/1\" sandbox="))
        #expect(!string(HTML.content(text, players: [.youtube]).html).contains("<iframe"))
    }

    @Test func plainContentKeepsItsLines() {
        #expect(
            string(HTML.content(Text("a\n<b>"), players: []).html) == "<p class=\"plain\">a\n&lt;b&gt;</p>")
    }

    private func string(_ html: HTML) -> String { String(decoding: html.bytes, as: UTF8.self) }
}
