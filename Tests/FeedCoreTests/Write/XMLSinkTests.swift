import Testing

@testable import FeedCore

struct XMLSinkTests {
    @Test(arguments: [
        ("a<b>&c\"'", "a&lt;b&gt;&amp;c\"'"),
        ("\u{0}\u{1B}[31m", "\u{FFFD}\u{FFFD}[31m"),
        ("x\u{FFFE}y\u{FFFF}z\u{FEFF}", "x\u{FFFD}y\u{FFFD}z\u{FEFF}"),
        ("line\r\nbreak", "line&#13;\nbreak"),
        ("żółć 日本 😀", "żółć 日本 😀"),
    ])
    func textIsEscaped(_ text: String, _ want: String) {
        var xml = XMLSink()
        xml.element("t", text)
        #expect(String(decoding: xml.bytes, as: UTF8.self).hasSuffix("<t>\(want)</t>\n"))
    }

    @Test func attributesKeepTheirWhiteSpace() {
        var xml = XMLSink()
        xml.empty("t", ["a": "1\t2\n\"3\"", "absent": nil])
        #expect(String(decoding: xml.bytes, as: UTF8.self).hasSuffix("<t a=\"1&#9;2&#10;&quot;3&quot;\"/>\n"))
    }

    @Test func elementsNest() {
        var xml = XMLSink()
        xml.start("a")
        xml.start("b")
        xml.element("c", "")
        xml.element("none", nil)
        xml.end()
        xml.end()
        #expect(
            String(decoding: xml.bytes, as: UTF8.self)
                == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>\n  <b>\n    <c/>\n  </b>\n</a>\n")
    }
}
