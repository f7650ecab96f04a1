import Testing

@testable import FeedCore

/// Our own output is what our own check wants, whatever the feeds that are followed say.
struct OutputCheckTests {
    static let formats: [PublishFormat] = [.atom, .rss, .json]

    @Test(arguments: ["rich.atom", "rich.rss", "rich.json"], formats)
    func entriesOfEveryFormatAreValid(_ name: String, _ format: PublishFormat) throws {
        let parsed = try RiverSample.feed(name)
        var feed = FeedRecord(id: 1, address: "https://pond.example/feed")
        feed.metadata = parsed.feed
        let found = findings(try RiverSample.document(of: parsed.entries, from: feed).bytes(as: format))
        // A title that an entry does not have cannot be given to it.
        #expect(found.filter { !$0.contains("is empty") } == [])
    }

    /// W3C's validator finds fault with each of these in other feeds.
    @Test(arguments: formats) func whatSomeReadersStumbleOverIsNotWritten(_ format: PublishFormat) throws {
        var feed = FeedRecord(id: 1, address: "https://pond.example/fröche")
        feed.metadata.title = Text("Frösche")
        feed.metadata.subtitle = Text("")
        var entry = Entry()
        entry.id = "https://pond.example/größe"
        entry.link = entry.id
        entry.comments = "https://pond.example/größe#n"
        entry.title = Text("Größe")
        entry.summary = Text("")
        entry.content = [Text("<p>Two inches.</p>", type: .html)]
        entry.links = [
            Link(rel: "standout", href: "https://pond.example/b"),
            Link(rel: "enclosure", href: "https://pond.example/größe.mp3", type: "audio/mpeg", length: 1),
        ]
        #expect(findings(try RiverSample.document(of: [entry], from: feed).bytes(as: format)) == [])
    }

    @Test(
        arguments: [
            "a\u{0}b\u{1}c\u{B}", "\u{FFFE}\u{FFFF}", "]]>", "\"'<&>", "\r\n\t", "", " ", "no colon / no @", "@", "/",
            "#", "%", "http://", "http://[", "http://a/?b[]=%zz#c#d", "a:b c", "<b>bold</b> &amp; &eacute;",
            "<p>open <i>", "urn:example:\u{A0}",
        ], formats)
    func noTextMakesADocumentInvalid(_ text: String, _ format: PublishFormat) throws {
        var feed = FeedRecord(id: 1, address: text)
        feed.metadata.id = text
        feed.metadata.title = Text(text)
        feed.metadata.link = text
        feed.metadata.logo = text
        feed.metadata.icon = text
        let bytes = try RiverSample.document(of: [entry(of: text)], from: feed).bytes(as: format)
        let errors = FeedValidator.validate(bytes, context: DocumentContext()).findings.filter { $0.severity == .error }
        #expect(errors.map(\.message) == [])
    }

    /// Every field that a feed fills with text of its own.
    private func entry(of text: String) -> Entry {
        var entry = Entry()
        entry.id = text
        entry.link = text
        entry.language = text
        entry.comments = text
        entry.title = Text(text, language: text)
        entry.summary = Text(text, type: .html, language: text)
        entry.content = [Text(text, type: .media(text), src: text)]
        entry.rights = Text(text, type: .media(text))
        entry.links = ["enclosure", "enclosure", text].map { rel in
            Link(rel: rel, href: text + rel, type: text, hreflang: text, title: text, length: -1)
        }
        entry.authors = [Person(name: text, email: text, uri: text)]
        entry.contributors = entry.authors
        entry.categories = [Category(term: text, scheme: text, label: text)]
        entry.image.url = text
        entry.itunes.image = text
        entry.itunes.episodeType = text
        entry.itunes.episode = -1
        entry.wfw.comment = text
        entry.wfw.commentRSS = text
        var reply = Thread.Reply()
        (reply.ref, reply.href, reply.source, reply.type) = (text, text, text, text)
        entry.thread.inReplyTo = [reply]
        entry.thread.count = -1
        var media = Media.Content()
        (media.url, media.type, media.medium, media.language, media.expression) = (text, text, text, text, text)
        media.fileSize = -1
        entry.media.contents = [media]
        return entry
    }

    @Test func whatReadersWouldRefuseIsNotPublished() throws {
        let document = RiverSample.document(of: [Entry()])
        let xml = String(decoding: try document.bytes(as: .atom), as: UTF8.self)
        #expect(OutputCheck.fault(in: Array(xml.utf8), of: document) == nil)
        for broken in [
            xml.replacing("</entry>", with: ""), xml.replacing("  <title>Planet</title>\n", with: ""),
            xml.replacing("entry>", with: "x:entry>"), "",
        ] {
            #expect(OutputCheck.fault(in: Array(broken.utf8), of: document) != nil)
        }
    }

    @Test(arguments: ["id", "title", "updated", "author"]) func whatEveryFeedNeedsHasToBeThere(_ name: String) throws {
        let document = RiverSample.document(of: [Entry()])
        let xml = String(decoding: try document.bytes(as: .atom), as: UTF8.self)
        let broken = xml.replacing("<\(name)>", with: "<fh:other>").replacing("</\(name)>", with: "</fh:other>")
        #expect(OutputCheck.fault(in: Array(broken.utf8), of: document) != nil)
    }

    @Test func whatStandsInAnElementIsNotLookedAt() throws {
        let document = RiverSample.document(of: [])
        let xml = String(decoding: try document.bytes(as: .atom), as: UTF8.self)
        let broken = xml.replacing("<updated>", with: "<updated>about ")
        #expect(FeedValidator.validate(Array(broken.utf8), context: DocumentContext()).errors == 1)
        #expect(OutputCheck.fault(in: Array(broken.utf8), of: document) == nil)
    }

    /// A hostile feed must not be able to stop the publication of all others.
    @Test(arguments: formats) func whatOneEntryGetsWrongStopsNothing(_ format: PublishFormat) throws {
        var entry = Entry()
        entry.extensions = [
            Extension(name: "embed", namespace: "http://search.yahoo.com/mrss/", prefix: "media"),
            Extension(name: "unheard", namespace: "http://www.itunes.com/dtds/podcast-1.0.dtd", prefix: "itunes"),
        ]
        #expect(throws: Never.self) { try RiverSample.document(of: [entry]).bytes(as: format) }
    }

    private func findings(_ bytes: [UInt8]) -> [String] {
        FeedValidator.validate(bytes, context: DocumentContext()).findings.map { finding in
            "\(finding.line ?? 0): \(finding.message)"
        }
    }
}
