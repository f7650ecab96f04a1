import Foundation
import Testing

@testable import FeedCore

/// Written documents against the grammar of RFC 4287, Appendix B.
struct AtomGrammarTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: ["rich.atom", "rich.rss", "rich.json"])
    func entriesOfEveryFormatAreValid(_ name: String) throws {
        let parsed = try RiverSample.feed(name)
        var feed = FeedRecord(id: 1, address: "https://pond.example/feed")
        feed.metadata = parsed.feed
        #expect(try complaint(about: RiverSample.document(of: parsed.entries, from: feed)) == nil)
    }

    @Test(arguments: [
        RiverDocument.Place.current(previousArchive: "archive/2026-01", isComplete: false),
        .archive(name: "archive/2026-01", previous: "archive/2025-12", next: "archive/2026-02"),
    ])
    func archivesAreValid(_ place: RiverDocument.Place) throws {
        #expect(try complaint(about: RiverSample.document(of: [], place: place)) == nil)
    }

    @Test(arguments: [
        "a\u{0}b\u{1}c\u{B}", "\u{FFFE}\u{FFFF}", "]]>", "\"'<&>", "\r\n\t", "", " ", "no colon / no @", "@", "/",
    ])
    func noTextMakesADocumentInvalid(_ text: String) throws {
        var entry = Entry()
        entry.id = text
        entry.link = text
        entry.language = text
        entry.title = Text(text, type: .html, language: text)
        entry.content = [Text(text, type: .media(text), src: text)]
        entry.rights = Text(text, type: .media(text))
        entry.links = [Link(rel: text, href: text, type: text, hreflang: text, title: text, length: -1)]
        entry.authors = [Person(name: text, email: text, uri: text)]
        entry.contributors = entry.authors
        entry.categories = [Category(term: text, scheme: text, label: text)]
        var foreign = Extension(name: "x", namespace: "urn:example:\(text)", prefix: text)
        foreign.attributes = ["a": text, text: "b"]
        foreign.value = text
        entry.extensions = [foreign, Extension(name: text, namespace: text, prefix: "atom")]
        #expect(try complaint(about: RiverSample.document(of: [entry])) == nil)
    }

    @Test func theGrammarRefusesWhatIsWrong() throws {
        let xml = String(decoding: AtomWriter.write(RiverSample.document(of: [Entry()])), as: UTF8.self)
        #expect(try complaint(about: Array(xml.replacing("<updated>", with: "<updated>on ").utf8)) != nil)
        #expect(try complaint(about: Array(xml.replacing("  <title>Planet</title>\n", with: "").utf8)) != nil)
        // What a feed says of itself stands before its entries (Appendix B, `atomFeed`).
        let late = xml.replacing("</feed>", with: "<rights>Pat</rights></feed>").replacing(
            "  <rights>Pat</rights>\n", with: "")
        #expect(try complaint(about: Array(late.utf8)) != nil)
    }

    private func complaint(about document: RiverDocument) throws -> String? {
        try complaint(about: AtomWriter.write(document))
    }

    /// What xmllint says; nil if the document is valid.
    private func complaint(about bytes: [UInt8]) throws -> String? {
        try Data(bytes).write(to: URL(fileURLWithPath: folder.path("feed.xml")))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["xmllint", "--noout", "--relaxng", RiverSample.path("atom.rng"), folder.path("feed.xml")]
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? nil : String(decoding: said, as: UTF8.self)
    }
}
