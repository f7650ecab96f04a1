import Testing

@testable import FeedCore

struct AtomWriterTests {
    @Test func contentThatStandsElsewhereHasASummary() {
        var entry = Entry()
        entry.title = Text("Film")
        entry.content = [Text("", type: .media("video/mp4"), src: "https://a.example/film.mp4")]
        let xml = written(entry)
        #expect(xml.contains("<summary>Film</summary>"))
        #expect(xml.contains(#"<content type="video/mp4" src="https://a.example/film.mp4"/>"#))
    }

    @Test func anEntryWithoutAPageHasContent() {
        var entry = Entry()
        #expect(written(entry).contains("<content/>"))
        entry.link = "https://a.example/1"
        #expect(!written(entry).contains("<content"))
    }

    /// `type="image/svg+xml"` announces markup, and escaped it would be none; a title has no media type at all.
    @Test func mediaTypesThatAtomDoesNotAllowGoOutAsText() {
        var entry = Entry()
        entry.title = Text("T", type: .media("text/x-wiki"))
        entry.content = [Text("<svg/>", type: .media("image/svg+xml"))]
        let xml = written(entry)
        #expect(xml.contains("<title>T</title>") && xml.contains("<content>&lt;svg/&gt;</content>"))
    }

    @Test func aSiteWithoutAnAuthorSpeaksForItself() {
        var entry = Entry()
        entry.authors = [Person(name: "", email: "nobody")]
        let xml = written(entry)
        #expect(xml.contains("<name>Planet</name>") && xml.contains("<name>nobody</name>"))
        #expect(!xml.contains("<email>"))
    }

    @Test func theSourceTellsAllThatItsFeedMaySayThere() throws {
        var feed = Feed()
        feed.id = "urn:a:feed"
        feed.title = Text("A")
        feed.authors = [Person(name: "Ann")]
        feed.contributors = [Person(name: "Carl", email: "carl@a.example")]
        (feed.generator.name, feed.generator.uri, feed.generator.version) = ("Gen", "https://gen.example/", "3")
        feed.categories = [Category(term: "c")]
        feed.icon = "https://a.example/i.png"
        feed.rights = Text("R")
        let record = FeedRecord(id: 1, address: "https://a.example/f", metadata: FeedMetadata(feed))
        var entry = Entry()
        entry.authors = [Person(name: "Bob")]
        let document = RiverSample.document(of: [entry], from: record)
        let read = try FeedParser.parse(AtomWriter.write(document), context: DocumentContext())
        let source = try #require(read.entries.first?.source)
        #expect(source.id == feed.id && source.title?.value == "A" && source.authors == feed.authors)
        #expect(source.contributors == feed.contributors && source.generator == feed.generator)
        #expect(source.categories == feed.categories && source.icon == feed.icon && source.rights?.value == "R")
    }

    private func written(_ entry: Entry) -> String {
        let site = PublishedSite(
            id: "urn:example:site", title: "Planet", subtitle: nil, link: "https://planet.example/", author: Person(),
            language: nil, rights: nil, icon: nil, logo: nil, generator: Generator())
        let moment = Timestamp(seconds: 1_700_000_000)
        let item = RiverEntry(entry: entry, feed: nil, sortKey: moment, updated: moment)
        let document = RiverDocument(site: site, id: site.id, title: site.title, entries: [item], formats: [.atom])
        return String(decoding: AtomWriter.write(document), as: UTF8.self)
    }
}
