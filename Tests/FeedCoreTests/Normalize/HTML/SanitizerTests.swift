import Testing

@testable import FeedCore

struct SanitizerTests {
    @Test(
        arguments: [
            (#"<p CLASS=" a  b">x</p>"#, [], #"<p class=" a  b">x</p>"#), (#"<p class="a">x</p>y"#, ["a"], "y"),
            (#"<div class="x a"><div>1</div>2</div>3"#, ["a"], "3"),
            (#"<p class="ab">x</p>"#, ["a"], #"<p class="ab">x</p>"#),
            (#"1<img class="a" src="https://a.example/i.png">2<br class="a">3"#, ["a"], "123"),
            (#"<p>1<a class="a" href="https://a.example/">prose</a>2</p>"#, ["a"], "<p>12</p>"),
        ] as [(String, [String], String)])
    func classesStayForRulesAlone(_ html: String, _ unwanted: [String], _ wanted: String) {
        var options = Sanitizer.Options(removesTrackers: false)
        options.keepsClasses = true
        options.unwanted = Unwanted(classes: unwanted)
        let kept = Sanitizer(options: options).sanitize(html).html
        #expect(kept == wanted)
        #expect(Sanitizer(options: options).sanitize(kept).html == kept)
        #expect(!Sanitizer().sanitize(kept).html.contains("class"))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let input: String
        let output: String

        init(_ testDescription: String, _ input: String, _ output: String) {
            self.testDescription = testDescription
            self.input = input
            self.output = output
        }
    }

    private let sanitizer = Sanitizer(options: .init(base: "https://blog.example/2024/post"))

    @Test(arguments: nesting + active + attributes + characters + media)
    func writes(_ given: Case) {
        #expect(sanitizer.sanitize(given.input).html == given.output)
    }

    @Test(arguments: nesting + active + attributes + characters + media)
    func leavesItsOwnOutputAlone(_ given: Case) {
        let once = sanitizer.sanitize(given.input).html
        #expect(sanitizer.sanitize(once).html == once)
    }

    static let nesting = [
        Case("closes what is open", "<p>one <b>two", "<p>one <b>two</b></p>"),
        Case("ends a paragraph at a block", "<p>one<div>two</div>", "<p>one</p><div>two</div>"),
        Case("brings formatting back after a block", "<p><b>one<p>two", "<p><b>one</b></p><p><b>two</b></p>"),
        Case("crossed tags nest", "<b><i>x</b>y</i>z", "<b><i>x</i></b><i>y</i>z"),
        Case("a due element closes with the block", "<b><p>one</b> two</p>three", "<b><p>one two</p></b>three"),
        Case("links do not nest", "<a href=/1>x<a href=/2>y", link("/1", "x") + link("/2", "y")),
        Case("list items end each other", "<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        Case("terms end each other", "<dl><dt>t<dd>d<dt>u</dl>", "<dl><dt>t</dt><dd>d</dd><dt>u</dt></dl>"),
        Case("headings end each other", "<h1>a<h2>b</h2>", "<h1>a</h1><h2>b</h2>"),
        Case(
            "rows and cells are made up", "<table><td>a<td>b<tr><td>c</table>d",
            "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>d"),
        Case(
            "text between cells gets one", "<table>a<tr><td>b</table>",
            "<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>"),
        Case("cells need a table", "<tr><td>cell</td> text", "cell text"),
        Case(
            "a cell holds a stray end tag", "<div><table><td></div>x</table></div>",
            "<div><table><tbody><tr><td>x</td></tr></tbody></table></div>"),
        Case("stray end tags go", "a</div></b></p></li>b", "ab"),
        Case("</br> is a line break", "a</br>b", "a<br/>b"),
        Case("<br></br> is only one", "a<br></br>b", "a<br/>b"),
        Case("a frame that is left open hides nothing", "a<iframe src=x>b", "ab"),
        Case("XHTML's empty elements are empty", "<p/>a<b/>c", "<p></p>a<b></b>c"),
        Case("ruby annotations end each other", "<ruby>a<rt>b<rp>c</ruby>", "<ruby>a<rt>b</rt><rp>c</rp></ruby>"),
        Case("a line break that counts in pre stays", "<pre>\n\nx</pre>", "<pre>\n\nx</pre>"),
        Case("one that does not goes", "<pre>\nx</pre>", "<pre>x</pre>"),
    ]

    static let active = [
        Case("scripts go with their text", "a<script>if (a<b) x()</script>b", "ab"),
        Case("a script that is never closed", "a<script>alert(1)", "a"),
        Case("XHTML's empty script hides nothing", "<script src=\"x\"/><p>a</p>", "<p>a</p>"),
        Case("styles go with their text", "a<style>p{}</style>b", "ab"),
        Case("comments go", "a<!-- b --><!--> c <!---> d <!-- e --!>f", "a c  d f"),
        Case("a declaration goes", "a<!DOCTYPE html><?php x ?>b", "ab"),
        Case("the word of one stays", "<!DOCTYPE ~", "&lt;!DOCTYPE ~"),
        Case("one that is cut off goes", "a <!DOCTYPE ", "a "),
        Case("an exclamation is none", "a <! b> <!' c", "a &lt;! b&gt; &lt;!' c"),
        Case("what a frame holds is for those who see none", "<iframe src=x>a <b>b</iframe>", "a <b>b</b>"),
        Case("unknown elements are unwrapped", "<x-y>a <blink>b</blink></x-y>", "a b"),
        Case("forms are unwrapped", "<form action=/x><p>q<button>ok</button></form>", "<p>qok</p>"),
        Case("the text of a text area is text", "<textarea><b>&lt;x</textarea>", "&lt;b&gt;&lt;x"),
        Case("objects leave their fallback", "<object data=x><p>f</p></object>", "<p>f</p>"),
        Case("drawings go", "a<svg><title>t</title><path/></svg>b", "ab"),
        Case("a drawing left open ends at a paragraph", "a<svg><path><p>b", "a<p>b</p>"),
        Case("or with what stands around it", "<div><svg></div>b", "<div></div>b"),
        Case("nothing hides in a drawing's style", "<svg><style><img src=x onerror=y></style></svg>", ""),
        Case("templates go", "a<template><b>x</template>b", "ab"),
        Case("a counter is known however it is written", "a<img src='http:\\\\pixel.wp.com/g.gif'>b", "ab"),
        Case(
            "so is one behind a redirector",
            "a<img src='https://google.com/url?q=https%3A%2F%2Fpixel.wp.com%2Fg.gif'>b", "ab"),
        Case("frames go", "a<iframe src=https://frames.example/></iframe>b", "ab"),
        Case("noscript is shown, as nobody scripts", "<noscript><i>x</i></noscript>", "<i>x</i>"),
        Case("a tag cut off at the end goes", "text <a href=\"https://e.exam", "text "),
    ]

    static let attributes = [
        Case("handlers, styles, names go", "<p onclick=x style=color:red id=a class=b>t", "<p>t</p>"),
        Case(
            "a style that an attribute can say becomes one", "<p align=left style='color: red; TEXT-ALIGN : Center'>t",
            "<p align=\"center\">t</p>"),
        Case(
            "a size in a style is the size",
            "<img src=/a style='width:600px!important;width: 50% !important;height:auto' width=1024 height=683>",
            "<img src=\"https://blog.example/a\" width=\"50%\"/>"),
        Case("images float", "<img alt='' style=float:right>", "<img alt=\"\" align=\"right\"/>"),
        Case(
            "what hides or reaches out does not",
            "<div style='text-align:/**/center;text-align:c\\65nter;text-align:url(x);text-align:center left'>t",
            "<div>t</div>"),
        Case(
            "sizes out of all proportion go", "<table style='width:99999px;height:9px'><td style='width:1e3px'>t",
            "<table><tbody><tr><td>t</td></tr></tbody></table>"),
        Case(
            "an alignment of the text is none of the table", "<table style=text-align:center></table>",
            "<table></table>"),
        Case("the first of two counts", "<p title=a title=b>t", "<p title=\"a\">t</p>"),
        Case("values are quoted and escaped", "<p title='a\"<b>&amp;'>t", "<p title=\"a&quot;&lt;b&gt;&amp;\">t</p>"),
        Case("line breaks survive XML", "<p title='a\nb'>t", "<p title=\"a&#10;b\">t</p>"),
        Case("slashes part attributes", "<p/title=a/lang=en>t", "<p title=\"a/lang=en\">t</p>"),
        Case("sizes are numbers", "<img alt=\"\" width=\"10px\" height=\"auto\">", "<img alt=\"\" width=\"10\"/>"),
        Case("relative addresses are resolved", "<a href=../x?a=1&amp;b=2>t</a>", link("/x?a=1&amp;b=2", "t")),
        Case(
            "xml:base holds for its subtree",
            "<div xml:base='https://o.example/d/'><a href=x>t</a></div><a href=/x>u</a>",
            "<div>\(link("https://o.example/d/x", "t"))</div>\(link("/x", "u"))"),
        Case("xml:lang becomes lang", "<p xml:lang=de>t", "<p lang=\"de\">t</p>"),
        Case("script addresses go", "<a href=' java\tscript:x'>t</a>", "<a>t</a>"),
        Case(
            "so do disguised ones", "<a href='java&#3;script:x'>t</a><a href='&#106;avascript&colon;x'>u</a>",
            "<a>t</a><a>u</a>"),
        Case("an ampersand in an address is no name", "<a href='/?a=1&copy=2'>t</a>", link("/?a=1&amp;copy=2", "t")),
    ]

    static let characters = [
        Case("what is no markup is text", "1 < 2 && x<5 > 3", "1 &lt; 2 &amp;&amp; x&lt;5 &gt; 3"),
        Case("names need no semicolon in text", "&copy 2024 &notin; &notit;", "© 2024 ∉ ¬it;"),
        Case("unknown names stay", "&unknown; &", "&amp;unknown; &amp;"),
        Case("windows-1252 is meant", "&#146;&#x80;\u{92}", "’€’"),
        Case(
            "forbidden characters are replaced", "a&#0;b&#x1F;c\u{0}d\u{FFFE}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}"),
        Case("line breaks are one character", "a\r\nb\rc", "a\nb\nc"),
        Case("what was escaped twice stays escaped", "&amp;lt;b&amp;gt;", "&amp;lt;b&amp;gt;"),
        Case("a comment does not join a reference", "&am<!-- -->p;lt;", "&amp;amp;lt;"),
    ]

    static let media = [
        Case(
            "source sets are resolved", "<img srcset='a.png 1x, b,c.png 2x, javascript:x 3x'>",
            "<img srcset=\"https://blog.example/2024/a.png 1x, https://blog.example/2024/b,c.png 2x\"/>"),
        Case(
            "an address in one ends where it ended", "<img srcset='https://e.example/a,?utm_id=x 1x'>",
            "<img srcset=\"https://e.example/a%2C 1x\"/>"),
        Case(
            "pictures keep their sources", "<picture><source srcset=/a.webp><img src=/a.png></picture>",
            "<picture><source srcset=\"https://blog.example/a.webp\"/><img src=\"https://blog.example/a.png\"/></picture>"
        ),
        Case("sources elsewhere go", "<source src=/a.mp3>b", "b"),
        Case(
            "players can be played", "<video src=/v.mp4 autoplay></video>",
            "<video src=\"https://blog.example/v.mp4\" controls=\"\"></video>"),
        Case(
            "raster images may stand in the address", "<img src='data:image/png;base64,AA=='>",
            "<img src=\"data:image/png;base64,AA==\"/>"),
        Case("drawings may not", "<img src='data:image/svg+xml,<svg/>'>", "<img/>"),
        Case(
            "a known player becomes a link", "<iframe title=Talk src=//www.youtube.com/embed/abc?autoplay=1></iframe>",
            link("https://www.youtube.com/watch?v=abc", "Talk")),
    ]

    private static func link(_ address: String, _ text: String) -> String {
        let absolute = address.hasPrefix("/") ? "https://blog.example" + address : address
        return "<a href=\"\(absolute)\" rel=\"noopener noreferrer nofollow ugc\">\(text)</a>"
    }

    @Test func countsWhatItRemoved() {
        let removed = sanitizer.sanitize(
            """
            <script>x</script><a href="/x?utm_source=a">a</a><a href="javascript:x">b</a>
            <img src="/p.gif" width="1" height="1"><a href="https://twitter.com/intent/tweet?url=x">Tweet</a>
            """
        ).removed
        #expect(
            [removed.trackers, removed.pixels, removed.shareLinks, removed.elements, removed.addresses] == [
                1, 1, 1, 1, 1,
            ])
        #expect(removed.redirectors == 0)
    }

    @Test func countsAnAddressByWhatItLost() {
        let removed = sanitizer.sanitize(
            """
            <a href="https://l.facebook.com/l.php?u=https%3A%2F%2Fe.example%2Fa">a</a>
            <a href="https://l.facebook.com/l.php?u=https%3A%2F%2Fe.example%2Fa%3Futm_source%3Dx">b</a>
            """
        ).removed
        #expect(removed.redirectors == 2 && removed.trackers == 1)
        #expect(sanitizer.title("a <script>x</script>").removed.elements == 1)
    }

    @Test func keepsTrackersIfAskedTo() {
        let sanitizer = Sanitizer(options: .init(removesTrackers: false))
        let html = #"<img src="https://e.example/p.gif?utm_source=a" width="1" height="1"/>"#
        #expect(sanitizer.sanitize(html).html == html)
    }

    @Test func embedsThePlayersOfTheSite() {
        let sanitizer = Sanitizer(options: .init(embeddedPlayers: [.youtube]))
        let html = sanitizer.sanitize(
            #"<iframe src="http://www.youtube.com/embed/abc?autoplay=1&start=5" width="560" onload="x"></iframe>"#
        ).html
        let expected = """
            <iframe src="https://www.youtube.com/embed/abc?start=5" width="560" \
            sandbox="allow-scripts allow-same-origin allow-popups" loading="lazy" referrerpolicy="no-referrer"></iframe>
            """
        #expect(html == expected)
        #expect(sanitizer.sanitize(expected).removed == .init())
        #expect(sanitizer.sanitize(html).html == html)
    }

    @Test func keepsTheWordsOfALinkForSharingInASentence() {
        let html = #"<p>It got <a href="https://twitter.com/share?url=x">over 500 tweets</a> that day.</p>"#
        #expect(sanitizer.sanitize(html).html == "<p>It got over 500 tweets that day.</p>")
    }

    @Test(arguments: [
        ("<h1>A <em>b</em></h1>", "A <em>b</em>"), ("<p>one</p><p>two</p>", "one two"),
        ("x<sup>2</sup> <a href=/y>y</a><img src=z>", "x<sup>2</sup> y"), ("a &amp; b<br>c", "a &amp; b c"),
        ("<script>x</script>plain", "plain"),
    ])
    func reducesATitleToItsWords(_ input: String, _ output: String) {
        #expect(sanitizer.title(input).html == output)
    }

    @Test(arguments: [
        String(repeating: "<div>", count: 30_000), String(repeating: "<", count: 100_000),
        "<p " + (0..<20_000).map { "a\($0)=b" }.joined(separator: " ") + ">",
        "<i><div>" + String(repeating: "<b>", count: 20_000) + String(repeating: "</i>", count: 5_000),
        "<b title='\(String(repeating: "x", count: 10_000))'>" + String(repeating: "<p>x", count: 10_000),
        String(repeating: "<!", count: 50_000), String(repeating: "<iframe>", count: 5_000),
        "<div xml:base='/\(String(repeating: "a", count: 3_000))/'>"
            + String(repeating: "<a href=b>c</a>", count: 5_000),
    ])
    func takesLinearTimeAndSpace(_ input: String) {
        var output = ""
        let time = ContinuousClock().measure { output = sanitizer.sanitize(input).html }
        // A quadratic step would take minutes; a debug build on a busy machine takes seconds.
        #expect(time < .seconds(20))
        #expect(output.utf8.count < input.utf8.count * 8 + 100_000)
    }
}
