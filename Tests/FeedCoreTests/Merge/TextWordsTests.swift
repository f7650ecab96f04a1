import Testing

@testable import FeedCore

struct TextWordsTests {
    @Test(arguments: [
        ("Don’t stop, don't", 3), ("日本 ไทย", 5), ("<b>on</b>e<i>!</i>", 1), ("<p>one<p>two", 2),
        ("one<br>two<td>three", 3),
        ("a&amp;b a&shy;b", 4), ("<svg>no</svg>yes", 1), ("a\u{202E}b\u{FEFF}c\u{2066}d\u{7F}e", 1), ("a\u{2028}b", 2),
        ("<script>no</script>", 0), ("", 0),
    ])
    func wordsAreCounted(_ html: String, _ count: Int) {
        #expect(TextWords.hashes(of: Text(html, type: .html)).count == count)
    }

    /// Read from the tags, without the plain text between the two.
    @Test(arguments: 0..<200)
    func theWordsOfMarkupAreThoseOfItsPlainText(_ seed: Int) {
        let html = Self.markup(seed)
        #expect(
            TextWords.hashes(of: Text(html, type: .html)) == TextWords.hashes(of: Text(PlainText.render(html))),
            "\(html.debugDescription)")
    }

    private static let pieces = [
        "one", "Two", "3", " ", "\n", "’", "'", "&lt;", "&#x2028;", "&rlm;", "&eacute;", "&#27;[1m", "é", "漢",
        "\u{202A}",
        "\u{2069}", "\u{FEFF}", "\u{FFF9}", "\u{85}", "\u{7F}", "\u{1B}[m", "\u{AD}", "\u{A0}", "<p>", "</p>", "<br>",
        "</br>", "<b>", "</b>", "<li>", "<td>", "</td>", "<tr>", "<svg>", "</svg>", "<math/>", "<template>",
        "</template>",
        "<pre>", "</pre>", "<h1/>", "<script>", "</script>", "<textarea>", "</textarea>", "<x>", "<", ">", "<!-- -->",
    ]

    private static func markup(_ seed: Int) -> String {
        var state = UInt64(seed)
        return (0..<60).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return pieces[Int(state >> 33) % pieces.count]
        }.joined()
    }
}
