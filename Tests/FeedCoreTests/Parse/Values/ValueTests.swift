import Testing

@testable import FeedCore

@Suite("Small values of feeds")
struct ValueTests {
    @Test(
        "a duration is read as seconds, minutes or hours",
        arguments: [
            ("75", 75), ("1:15", 75), ("1:02:03", 3_723), ("00:03:07.250", 187.25), (" 12:42.345 ", 762.345), ("", nil),
            ("1:2:3:4", nil), ("abc", nil), ("-5", nil), ("1:", nil), ("nan", nil), ("inf", nil), ("1.5:00", nil),
        ] as [(String, Double?)])
    func duration(_ text: String, _ expected: Double?) {
        #expect(DurationText.seconds(text) == expected)
    }

    @Test(
        "a language tag has hyphens", arguments: [("en_US", "en-US"), (" de ", "de"), ("", nil)] as [(String, String?)])
    func language(_ text: String, _ expected: String?) {
        #expect(LanguageTag.normalized(text) == expected)
    }

    @Test("a media type loses its parameters", arguments: [("Text/XML; charset=utf-8", "text/xml"), ("a/b", "a/b")])
    func mediaType(_ text: String, _ expected: String) {
        #expect(MediaType.essence(text) == expected)
    }

    @Test(
        "text that was decoded wrongly is put right",
        arguments: [
            ("CafÃ©", "Café"), ("itâ€™s", "it’s"), ("Café", "Café"), ("plain", "plain"), ("Ãber", "Ãber"),
            ("日本語", "日本語"),
        ])
    func mojibake(_ text: String, _ expected: String) {
        #expect(Mojibake.mended(text) == expected)
    }

    @Test(
        "white space of every kind is trimmed, and only at the ends",
        arguments: [
            ("", ""), (" \t\r\n", ""), ("a", "a"), (" a b\n", "a b"), ("\u{A0}a\u{3000}", "a"), (" \u{A0} a", "a"),
            ("é ", "é"), ("\u{2003}", ""), ("\u{B}é\u{C}", "é"), ("\u{1F}a", "\u{1F}a"),
        ])
    func trimmed(_ text: String, _ expected: String) {
        #expect(text.trimmed == expected)
    }

    @Test("a long title is cut between graphemes")
    func cut() {
        #expect("abc".cut(toBytes: 3) == "abc")
        #expect("abcd".cut(toBytes: 3) == "abc")
        #expect("ab👨‍👩‍👧".cut(toBytes: 5) == "ab")
        #expect("👨‍👩‍👧".cut(toBytes: 5) == "")
        #expect(String(repeating: "é", count: 10).cut(toBytes: 5) == "éé")
    }

    @Test(
        "nominally plain text is HTML only on evidence",
        arguments: [
            ("Fish &amp; chips", true), ("<b>bold</b>", true), ("a &#8212; b", true), ("a < b", false), ("AT&T", false),
            ("<b>bold", false), ("x &unknown; y", false), ("</blink2>", false), ("<script>x</script>", true),
            ("vector<int> and </b>", false), ("plain", false), ("a & b; c", false),
        ])
    func html(_ text: String, _ expected: Bool) {
        #expect(LooksLikeHTML.check(text) == expected)
    }

    @Test("a geometry has longitude first unless its system is a projected one")
    func geometry() {
        #expect(Geometry(.point, "36.9 31.1").location?.coordinates == .position([31.1, 36.9]))
        #expect(Geometry(.point, "36.9,31.1").location?.coordinates == .position([31.1, 36.9]))
        var projected = Geometry(.line, "1 2 3 4")
        projected.system = "EPSG:26913"
        #expect(projected.location?.coordinates == .line([[1, 2], [3, 4]]))
        var high = Geometry(.point, "1 2 3")
        high.dimension = 3
        #expect(high.location?.coordinates == .position([2, 1, 3]))
        #expect(Geometry(.box, "1 2 3 4").location?.coordinates == .line([[2, 1], [4, 3]]))
        #expect(Geometry(.polygon, "1 2 3 4 5 6").location == nil)
        #expect(Geometry(.point, "").location == nil)
        #expect(Geometry(.point, "1 x").location == nil)
    }
}
