import Foundation
import Testing

@testable import FeedCore

/// Each row makes one thing wrong in a document without fault, and says what has to be reported and where.
struct FeedValidatorTests {
    struct Row: CustomTestStringConvertible {
        let old: String
        let new: String
        let code: Finding.Code
        let line: Int?
        var severity = Finding.Severity.error

        init(_ old: String, _ new: String, _ code: Finding.Code, _ line: Int?) {
            (self.old, self.new, self.code, self.line) = (old, new, code, line)
        }

        /// What is no error.
        static func warn(_ old: String, _ new: String, _ code: Finding.Code, _ line: Int?) -> Row {
            var row = Row(old, new, code, line)
            row.severity = .warning
            return row
        }

        var testDescription: String { "\(code.rawValue): \(new)" }
    }

    private static let cases = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Cases")

    private static func text(_ name: String) throws -> String {
        try String(contentsOf: cases.appending(path: name), encoding: .utf8)
    }

    private func report(_ text: String, _ context: DocumentContext = DocumentContext()) -> FeedValidator.Report {
        FeedValidator.validate(Array(text.utf8), context: context)
    }

    private func check(_ name: String, _ row: Row) throws {
        let text = try Self.text(name)
        try #require(text.contains(row.old), "the document has nothing to replace")
        let report = report(text.replacing(row.old, with: row.new, maxReplacements: 1))
        let found = report.findings.map { "\($0.severity.rawValue) \($0.code.rawValue) \($0.line ?? 0)" }
        #expect(found == ["\(row.severity.rawValue) \(row.code.rawValue) \(row.line ?? 0)"])
    }

    @Test(arguments: ["valid.atom", "valid.rss", "valid.rdf", "valid.json", "valid.opml"])
    func aSoundDocumentHasNoFindings(_ name: String) throws {
        let report = report(try Self.text(name))
        #expect(report.findings.map(\.message) == [])
        #expect(report.entries == ["valid.json": 2, "valid.opml": 0][name, default: 1])
    }

    @Test(arguments: Self.atomRows) func atom(_ row: Row) throws { try check("valid.atom", row) }
    @Test(arguments: Self.rssRows) func rss(_ row: Row) throws { try check("valid.rss", row) }
    @Test(arguments: Self.atomAdvice) func atomIsAdvised(_ row: Row) throws { try check("valid.atom", row) }
    @Test(arguments: Self.rssAdvice) func rssIsAdvised(_ row: Row) throws { try check("valid.rss", row) }
    @Test(arguments: Self.rdfRows) func rdf(_ row: Row) throws { try check("valid.rdf", row) }
    @Test(arguments: Self.jsonRows) func jsonFeed(_ row: Row) throws { try check("valid.json", row) }
    @Test(arguments: Self.opmlRows) func opml(_ row: Row) throws { try check("valid.opml", row) }

    @Test func aFindingSaysWhereAndWhy() throws {
        let text = try Self.text("valid.atom").replacing("<id>urn:example:frog</id>", with: "<i>ü</i> <id>frog</id>")
        let finding = try #require(report(text).findings.last)
        #expect(finding.line == 12 && finding.column == 14)
        #expect(finding.message == "<id>, \"frog\", is relative; write the whole IRI")
        #expect(finding.citation.text == "RFC 4287 §4.2.6")
        #expect(finding.citation.url == "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6")
    }

    @Test(arguments: [
        ("valid.atom", "text/html", Finding.Code.wrongMediaType), ("valid.rss", "text/plain", .wrongMediaType),
        ("valid.json", "text/html", .wrongMediaType),
        ("valid.atom", "application/atom+xml; charset=us-ascii", .charsetMismatch),
    ])
    func theResponseIsCheckedToo(_ name: String, _ type: String, _ code: Finding.Code) throws {
        #expect(report(try Self.text(name), DocumentContext(contentType: type)).findings.map(\.code) == [code])
    }

    @Test func aFeedSaysWhereItWasFound() throws {
        let there = DocumentContext(url: "https://pond.example/feed", contentType: "application/atom+xml")
        #expect(report(try Self.text("valid.atom"), there).findings == [])
        let elsewhere = DocumentContext(url: "https://pond.example/other")
        #expect(report(try Self.text("valid.atom"), elsewhere).findings.map(\.code) == [.selfMismatch])
    }

    @Test(arguments: [
        ("", Finding.Code.notAFeed), ("<html><p>No</p></html>", .notAFeed), ("<urlset/>", .notAFeed),
        ("<feed><id>x</id></feed>", .missingNamespace), ("<rss xmlns='urn:x' version='2.0'/>", .misspelledNamespace),
        ("<feed version='0.3' xmlns='http://purl.org/atom/ns#'/>", .obsoleteFormat), ("[1", .notWellFormed),
        ("{'a': 1}", .notWellFormed), ("{\"a\": 01}", .notWellFormed), ("{\"a\": [1,]}", .notWellFormed),
        ("{\"a\": \"\t\"}", .notWellFormed), ("[]", .wrongType),
    ])
    func whatIsNoFeedIsSaidToBeNone(_ text: String, _ code: Finding.Code) {
        let report = report(text)
        #expect(report.findings.first?.code == code && report.errors > 0)
    }

    /// Netscape's limits, which nobody has kept since.
    @Test func oldRSSIsShort() throws {
        let long = String(repeating: "rain ", count: 30)
        let items = String(repeating: "</item><item><title>Rain</title>", count: 15)
        let text = try Self.text("valid.rss").replacing("version=\"2.0\"", with: "version=\"0.91\"")
            .replacing("<language>en-gb</language>", with: "").replacing("<title>Rain", with: "<title>\(long)")
            .replacing("</item>", with: "\(items)</item>")
        let messages = report(text).findings.filter { $0.citation.text.hasPrefix("RSS 0.91") }.map(\.message)
        #expect(
            messages == [
                "<channel> of RSS 0.91 needs <language>", "<title> of RSS 0.91 has room for 100 characters",
                "RSS 0.91 has room for 15 items",
            ])
    }

    /// As a program writes them that builds each entry for itself: no two of their names are one object.
    @Test func everyEntryMayDeclareItsNamespaces() {
        let atom = "xmlns=\"http://www.w3.org/2005/Atom\""
        let entries = String(repeating: "<entry \(atom)><id>urn:x:1</id></entry>", count: 1200)
        let report = report("<feed \(atom)>\(entries)</feed>")
        #expect(report.entries == 1200)
        // Each lacks title, date, author and content; the feed id, title and date.
        #expect(report.errors == 1200 * 4 + 3)
    }

    @Test func oneMistakeMadeAMillionTimesIsCountedButNotTold() throws {
        let entries = String(repeating: "<entry/>", count: 2_000)
        let report = report(try Self.text("valid.atom").replacing("</feed>", with: "\(entries)</feed>"))
        #expect(report.errors == 8_000 && report.findings.count == 500)
    }
}
