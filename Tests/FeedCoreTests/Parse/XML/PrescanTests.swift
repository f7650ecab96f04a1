import Testing

@testable import FeedCore

struct PrescanTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let input: String
        let events: String
        let wellFormed: Bool

        init(_ description: String, _ input: String, _ events: String, wellFormed: Bool = false) {
            (testDescription, self.input, self.events, self.wellFormed) = (description, input, events, wellFormed)
        }
    }

    @Test(arguments: [
        Case("a plain document", "<a b='1'>x</a>", "(a b=1 'x' a)", wellFormed: true),
        Case("an odd xml:space", "<a xml:space='x'>y</a>", "(a space=x 'y' a)", wellFormed: true),
        Case("an instruction without data", "<a>x<?p?>y</a>", "(a 'xy' a)", wellFormed: true),
        Case("a comment within a text", "<a>x<!--c-->y</a>", "(a 'xy' a)", wellFormed: true),
        Case("a removed comment splices nothing", "<a>&lt;<!---->?p?></a>", "(a '<?p?>' a)", wellFormed: true),
        Case("a bare ampersand", "<a>AT&T</a>", "(a 'AT&T' a)"),
        Case("a bare less-than", "<a>1 < 2</a>", "(a '1 < 2' a)"),
        Case("crossed tags", "<a><b>x<c>y</b>z</c></a>", "(a (b 'x' (c 'y' c) b) 'z' a)"),
        Case("a truncated document", "<a><b>x", "(a (b 'x' b) a)"),
        Case("an end tag of nothing", "<a>x</b>y</a>", "(a 'xy' a)"),
        Case("no quotes", "<a b=1>x</a>", "(a b=1 'x' a)"),
        Case("no opening quote", "<a b=1\">x</a>", "(a b=1 'x' a)"),
        Case("no closing quote", "<a b=\"1>x<c d=\"2\">y</c></a>", "(a b=1 'x' (c d=2 'y' c) a)"),
        Case("markup in an attribute", "<a b=\"<i>x</i>\" c='1'/>", "(a b=<i>x</i> c=1 a)"),
        Case("an attribute given twice", "<a b='1' b='2'/>", "(a b=1 a)"),
        Case("a control character", "<a>x\u{1}y</a>", "(a 'x\u{FFFD}y' a)"),
        Case("a forbidden reference", "<a>&#0;&#xFFFE;</a>", "(a '\u{FFFD}\u{FFFD}' a)"),
        Case("a reference meant as windows-1252", "<a>&#146;</a>", "(a '\u{2019}' a)", wellFormed: true),
        Case(
            "characters meant as windows-1252", "<a b='it\u{92}s'>日本\u{93}語\u{94}</a>", "(a b=it’s '日本“語”' a)",
            wellFormed: true),
        Case("an undeclared HTML name", "<a>caf&eacute;</a>", "(a 'caf\u{E9}' a)"),
        Case("an entity of its own", "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", "(a 'x' a)", wellFormed: true),
        Case("two roots", "<a/><b/>", "(a a)(b b)"),
        Case("text beside the root", "junk<a>x</a>junk", "(a 'x' a)"),
        Case(
            "the end of CDATA in pieces", "<a>]]&gt; &#93;&#93;&gt; ]&#93;&gt;</a>", "(a ']]> ]]> ]]>' a)",
            wellFormed: true),
        Case("the end of CDATA in a text", "<a>&#93;]>&amp;]]></a>", "(a ']]>&]]>' a)"),
        Case("an image that nothing closes", "<a><img src='x'></0>y</a>", "(a (img src=x img) 'y' a)"),
        Case(
            "an image that its end tag closes", "<a><img src='x'> </img>y</a>", "(a (img src=x ' ' img) 'y' a)",
            wellFormed: true),
        Case("line ends", "<a>x\r\ny\rz&amp;</a>", "(a 'x\ny\nz&' a)", wellFormed: true),
        Case("an undeclared prefix", "<p:a>x</p:a>", "(a 'x' a)"),
    ])
    func repairs(_ c: Case) {
        let (events, info) = read(c.input)
        #expect(events.replacing(" ", with: "") == c.events.replacing(" ", with: ""))
        #expect(info.wellFormed == c.wellFormed)
        #expect(PrescanCheck.violation(of: Array(c.input.utf8)) == nil)
    }

    @Test("Any bytes become a document that the parser reads without an error")
    func survivesMutation() {
        let seed = Array(
            "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e 'x'>]><a b='&e;'><![CDATA[x]]>&amp;<!--c--><?p?>é</a>".utf8)
        let alphabet = Array("<>&;!?-[]/='\" #x]aé\u{0}\u{FFFE}".utf8) + [0x80, 0xFF]
        var random = Generator(state: 42)
        for _ in 0..<3_000 {
            var document = seed
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<document.count, using: &random)
                document[place] = alphabet.randomElement(using: &random) ?? 0
                if Bool.random(using: &random) { document.remove(at: place) }
            }
            let violation = PrescanCheck.violation(of: document)
            #expect(violation == nil, "\(violation ?? ""): \(String(decoding: document, as: UTF8.self))")
            guard violation == nil else { return }
        }
    }

    @Test(
        "Hostile markup costs linear time",
        arguments: [
            "<a>", "<?a>", "<!-- ", "<![CDATA[", "<a b=\"", "<!ENTITY", "&#", "</a>", "<a x='", "<!DOCTYPE [", "]]>",
            "&lt",
        ])
    func isLinear(_ piece: String) {
        let document = Array("<rss>".utf8) + Array(repeatElement(Array(piece.utf8), count: 60_000).joined())
        let time = ContinuousClock().measure { _ = PrescanCheck.output(for: document) }
        #expect(time < .seconds(5))
    }

    @Test("Elements beyond the limit are left out, and their text stays")
    func limitsDepth() {
        let depth = 100_000
        let document = String(repeating: "<a>", count: depth) + "x" + String(repeating: "</a>", count: depth)
        let (events, info) = read(document)
        #expect(events.count { $0 == "(" } == XMLLimits.depth)
        #expect(events.contains("'x'"))
        #expect(info.diagnostics.contains { $0.code == .limitExceeded })
    }

    @Test("A document is read no further than the limit of its elements")
    func limitsElements() {
        var prescan = Prescan(Array("<a>\(String(repeating: "<b/>", count: XMLLimits.elements + 1_000))</a>".utf8))
        prescan.run()
        #expect(prescan.starts.count == XMLLimits.elements)
        #expect(prescan.problems.diagnostics.map(\.code) == [.limitExceeded])
        #expect(prescan.problems.wellFormed)
        #expect(prescan.output.suffix(10).elementsEqual("<b/></a></_>".utf8.suffix(10)))
    }

    @Test("An element keeps no more attributes than the limit")
    func limitsAttributes() {
        let attributes = (0..<10_000).map { " a\($0)='1'" }.joined()
        let (events, _) = read("<a\(attributes)/>")
        #expect(events.count { $0 == "=" } == XMLLimits.attributes)
    }

    @Test("A text is cut at the limit, never within a character")
    func limitsText() {
        let (events, _) = read("<a>" + String(repeating: "€", count: 3 << 20) + "</a>")
        let size = events.utf8.count
        let isWhole = !events.unicodeScalars.contains("\u{FFFD}")
        #expect(size > XMLLimits.text - 20 && size < XMLLimits.text + 20)
        #expect(isWhole)
    }

    /// libxml2 calls more than 10 MB in one piece an error.
    @Test func aLargeDocumentIsWellFormed() throws {
        let item = "<item><title>\(String(repeating: "x", count: 6 << 20))</title></item>"
        let feed = try FeedParser.parse(
            Array("<rss version='2.0'><channel>\(item)\(item)</channel></rss>".utf8), context: DocumentContext())
        #expect(feed.wellFormed && feed.entries.count == 2)
    }

    @Test("reads no further than it is asked to")
    func stop() {
        var names: [String] = []
        let info = XMLReader.read(Array("<a><b/><c/>\(String(repeating: "<d/>", count: 9))</a>".utf8), charset: nil) {
            guard case .start(let element) = $0 else { return true }
            names.append(element.name.local)
            return element.name.local != "c"
        }
        #expect(names == ["a", "b", "c"])
        #expect(info.wellFormed)
    }

    /// The document's events, written down: `(name attribute=value 'text' name)`.
    private func read(_ document: String) -> (events: String, info: XMLDocumentInfo) {
        var events = ""
        let info = XMLReader.read(Array(document.utf8), charset: nil) { event in
            switch event {
            case .start(let element):
                events += "(" + element.name.local
                for attribute in element.attributes { events += " \(attribute.name.local)=\(attribute.value)" }
            case .text(let text): events += "'\(text)'"
            case .end(let name): events += name.local + ")"
            }
            return true
        }
        return (events, info)
    }

    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 33)
        }
    }
}
