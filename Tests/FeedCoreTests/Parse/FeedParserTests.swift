import Testing

@testable import FeedCore

@Suite("The feed parser")
struct FeedParserTests {
    private func parse(_ text: String, _ context: DocumentContext = DocumentContext()) throws(ParseError) -> ParsedFeed
    {
        try FeedParser.parse(Array(text.utf8), context: context)
    }

    @Test(
        "says what a document is that is no feed",
        arguments: [
            ("", "an empty document"), (" \n\t", "an empty document"), ("hello", "plain text"),
            ("<!DOCTYPE html><html><head></head></html>", "an HTML page"), ("%PDF-1.4", "a PDF document"),
            ("GIF89a", "a GIF image"), ("{\"a\":1}", "JSON of another kind"), ("{\"a\":", "JSON of another kind"),
            ("<opml version=\"2.0\"/>", "an OPML list of subscriptions"), ("<urlset/>", "a sitemap"),
            ("<tv><channel/></tv>", "an XML document with the root tv"),
        ])
    func foreign(_ text: String, _ found: String) {
        #expect(throws: ParseError(found: found)) { try parse(text) }
    }

    @Test("names the feeds that a page links to, each once")
    func links() {
        let page = """
            <html><head><link rel="stylesheet" href="a.css"><LINK REL="alternate" TYPE="application/rss+xml" HREF="/rss?a=1&amp;b=2">
            <link rel=alternate type=application/atom+xml href=atom.xml><link rel="alternate" type="application/rss+xml" href="/rss?a=1&amp;b=2">
            <link rel="alternate" type="text/html" href="/de"><link rel="alternate" type="application/rss+xml" href="javascript:x"></head></html>
            """
        let error = #expect(throws: ParseError.self) { try parse(page, DocumentContext(url: "https://x.example/p/")) }
        #expect(error?.links == ["https://x.example/rss?a=1&b=2", "https://x.example/p/atom.xml"])
    }

    @Test(
        "tells the formats apart",
        arguments: [
            ("<feed xmlns='http://www.w3.org/2005/Atom'/>", .atom10),
            ("<entry xmlns='http://www.w3.org/2005/Atom'/>", .atom10),
            ("<feed version='0.3' xmlns='http://purl.org/atom/ns#'/>", .atom03), ("<feed version='0.2'/>", .atom),
            ("<feed/>", .atom),
            ("<rss version='0.91'/>", .rss091), ("<rss version='0.92'/>", .rss092), ("<rss version='0.93'/>", .rss093),
            ("<rss version='0.94'/>", .rss094), ("<rss version='2.0'/>", .rss20), ("<rss version='2.0.1'/>", .rss20),
            ("<rss/>", .rss), ("<rss version='7'/>", .rss), ("<CHANNEL/>", .cdf), ("<RSS VERSION='2.0'/>", .rss20),
            ("<rss version='2.0' xmlns='http://purl.org/rss/1.0/'/>", .rss20),
            (
                "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel/></r:RDF>",
                .rss10
            ),
            (
                "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel/></r:RDF>",
                .rss090
            ),
        ] as [(String, ParsedFeed.Format)])
    func formats(_ text: String, _ format: ParsedFeed.Format) throws {
        #expect(try parse(text).format == format)
    }

    @Test(
        "takes the one div off that TypePad put around markup",
        arguments: [
            ("<description><div><p>a</p></div></description>", "<p>a</p>"),
            ("<description><div>a</div><div>b</div></description>", "<div>a</div><div>b</div>"),
            ("<description>a <div>b</div></description>", "a <div>b</div>"),
        ])
    func unescaped(_ description: String, _ markup: String) throws {
        let feed = try parse("<rss version='2.0'><channel><item>\(description)</item></channel></rss>")
        #expect(feed.entries.first?.summary == Text(markup, type: .xhtml))
    }

    @Test(
        "finds the entries behind an element that is not closed",
        arguments: [
            "<title>T", "<description>D", "<generator>G", "<x:y xmlns:x='urn:x'>", "<image><url>u</url>",
            "<itunes:owner xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>",
        ])
    func entries(behind unclosed: String) throws {
        let items = "<item><title>a</title></item><item><title>b</title></item>"
        let feed = try parse("<rss version='2.0'><channel>\(unclosed)\(items)</channel></rss>")
        #expect(feed.entries.map(\.title?.value) == ["a", "b"])
        #expect(!feed.wellFormed)
    }

    @Test("notes a media type that is neither XML nor JSON")
    func mediaType() throws {
        #expect(
            try parse("<rss/>", DocumentContext(contentType: "text/plain")).diagnostics.map(\.code) == [
                .nonXMLMediaType
            ])
        for type in ["text/xml", "application/rss+xml; charset=utf-8", "application/feed+json", ""] {
            #expect(try parse("<rss/>", DocumentContext(contentType: type)).diagnostics.isEmpty)
        }
    }

    @Test("takes base and language from the response, the nearer ones from the document")
    func context() throws {
        let context = DocumentContext(
            url: "http://a.example/feeds/f", contentLocation: "/b/", contentLanguage: "fr_CA")
        let feed = try parse("<rss><channel><link>c</link><title>t</title></channel></rss>", context).feed
        #expect(feed.link == "http://a.example/b/c")
        #expect(feed.language == "fr-CA")
        #expect(feed.title?.base == "http://a.example/b/")
        let nearer = try parse(
            "<rss xml:base='http://x.example/' xml:lang='de'><channel><link>c</link></channel></rss>", context)
        #expect(nearer.feed.link == "http://x.example/c")
        #expect(nearer.feed.language == "de")
    }

    @Test("bounds the number of entries and the length of titles")
    func limits() throws {
        let items = String(repeating: "<item><title>x</title></item>", count: ParseLimits.entries + 10)
        let parsed = try parse(
            "<rss><channel><title>\(String(repeating: "é", count: 1_000))</title>\(items)</channel></rss>")
        #expect(parsed.entries.count == ParseLimits.entries)
        #expect(parsed.diagnostics.map(\.code) == [.limitExceeded])
        #expect(parsed.wellFormed)
        #expect(parsed.feed.title?.value.utf8.count == ParseLimits.title)
    }

    @Test("counts empty entries, too")
    func emptyEntries() throws {
        let items = String(repeating: "<item/>", count: ParseLimits.entries - 1)
        let parsed = try parse(
            "<rss><channel><title>T</title>\(items)<item>x<title>x</title></item><item/></channel></rss>")
        #expect(parsed.feed.title?.value == "T")
        #expect(parsed.entries.map(\.title?.value) == ["x"])
        #expect(parsed.diagnostics.map(\.code) == [.limitExceeded])
    }

    @Test("bounds what one entry and the feed beside its entries may hold")
    func elements() throws {
        let many = ParseLimits.elements + 10
        let extensions = String(repeating: "<x:a xmlns:x='urn:x'/>", count: many)
        let div = "<summary type='xhtml'><div>\(String(repeating: "<b/>", count: many))</div></summary>"
        let parsed = try parse(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>\(extensions)<subtitle>late</subtitle>
            <entry><title>one</title>\(div)<id>urn:1</id></entry><entry><title>two</title><id>urn:2</id></entry></feed>
            """)
        #expect(parsed.feed.title?.value == "T" && parsed.feed.subtitle == nil)
        #expect(parsed.feed.extensions.count == ParseLimits.elements - 1)
        #expect(parsed.entries.map(\.title?.value) == ["one", "two"])
        #expect(parsed.entries.map(\.id) == [nil, "urn:2"])
        #expect(parsed.diagnostics.map(\.code) == [.limitExceeded, .limitExceeded])
    }

    @Test("bounds what one entry of a JSON Feed may hold")
    func elementsOfJSON() throws {
        let tags = (0..<ParseLimits.elements + 10).map { "\"\($0)\"" }.joined(separator: ",")
        let parsed = try parse(
            #"{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","tags":[\#(tags)]}]}"#)
        #expect(parsed.entries.first?.categories.count == ParseLimits.elements)
        #expect(parsed.diagnostics.map(\.code) == [.limitExceeded])
    }

    @Test("bounds the number of a JSON Feed's entries")
    func limitsOfJSON() throws {
        let items = Array(repeating: #"{"id":"1"}"#, count: ParseLimits.entries + 10).joined(separator: ",")
        let parsed = try parse(#"{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[\#(items)]}"#)
        #expect(parsed.entries.count == ParseLimits.entries)
        #expect(parsed.diagnostics.map(\.code) == [.limitExceeded])
    }

    @Test("keeps what an entry inside an entry interrupts away from the feed")
    func entriesInEntries() throws {
        let parsed = try parse(
            "<rss><channel><item><title>a</title><x>y<item><title>b</title></item></x></item></channel></rss>")
        #expect(parsed.entries.compactMap(\.title?.value) == ["a", "b"])
        #expect(parsed.feed.extensions.isEmpty)
    }

    @Test("counts no blank entries")
    func blankEntries() throws {
        let blanks = String(repeating: "<item/><item></item>", count: 5)
        let parsed = try parse("<rss><channel>\(blanks)<item><title>x</title></item>\(blanks)</channel></rss>")
        #expect(parsed.entries.map(\.title?.value) == ["x"])
        #expect(parsed.diagnostics.isEmpty)
    }

    @Test("takes white space behind JSON for no repair")
    func whiteSpaceBehindJSON() throws {
        let text = #"{"version": "https://jsonfeed.org/version/1.1", "title": "a \u0022 b", "items": []}"# + "\n"
        #expect(try FeedParser.parse(Array(text.utf8), context: DocumentContext()).wellFormed)
    }

    @Test("repairs JSON that was cut off")
    func truncatedJSON() throws {
        let whole =
            #"{"version":"https://jsonfeed.org/version/1","title":"T","items":[{"id":"1","title":"a"},{"id":"2","title":"b\ud83d\ude00"}]}"#
        for length in stride(from: whole.utf8.count - 1, to: 80, by: -1) {
            let parsed = try FeedParser.parse(Array(whole.utf8.prefix(length)), context: DocumentContext())
            #expect(!parsed.wellFormed)
            #expect(parsed.entries.count <= 2)
            #expect(parsed.feed.title?.value == "T")
        }
        #expect(try parse(whole).wellFormed)
        #expect(try parse(whole).entries.last?.title?.value == "b😀")
    }
}
