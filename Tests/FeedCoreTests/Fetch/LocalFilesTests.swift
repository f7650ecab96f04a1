import Foundation
import Testing

@testable import FeedCore

struct LocalFilesTests {
    private let folder: TemporaryFolder
    private let files: LocalFiles

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("<rss/>", to: "site/feeds/samples/a b.xml")
        try folder.write("secret", to: "outside.xml")
        files = LocalFiles(root: folder.url.appending(path: "site"), base: folder.url.appending(path: "site/feeds"))
    }

    @Test(arguments: ["samples/a%20b.xml", "samples/a b.xml", "./samples/../samples/a b.xml", "samples/a b.xml?q#f"])
    func readsAFileOfTheSite(_ url: String) throws {
        let document = try #require(fetched(url))
        #expect(document.bytes == Array("<rss/>".utf8))
        #expect(document.response.status == 200)
    }

    @Test func knowsWhenNothingChanged() throws {
        let first = try #require(fetched("samples/a b.xml"))
        let again = FetchRequest(id: 1, url: "samples/a b.xml", validators: first.response.validators)
        guard case .notModified = files.result(for: again, limit: 100).outcome else {
            Issue.record("read again")
            return
        }
        try folder.write("<rss></rss>", to: "site/feeds/samples/a b.xml")
        guard case .document = files.result(for: again, limit: 100).outcome else {
            Issue.record("not read again")
            return
        }
    }

    @Test(arguments: [
        ("../../outside.xml", FetchError.Kind.refused), ("%2e%2e/../outside.xml", .refused), ("link.xml", .refused),
        ("/etc/passwd", .malformed), ("samples/none.xml", .file), ("samples", .file), ("pipe", .file), ("", .malformed),
        ("a%00b", .malformed),
    ])
    func staysInsideTheSite(_ url: String, _ want: FetchError.Kind) throws {
        let feeds = folder.url.appending(path: "site/feeds")
        try FileManager.default.createSymbolicLink(
            at: feeds.appending(path: "link.xml"), withDestinationURL: folder.url.appending(path: "outside.xml"))
        unsafe mkfifo(feeds.appending(path: "pipe").path, 0o600)
        #expect(failure(url)?.kind == want)
    }

    @Test func keepsTheSizeLimit() {
        #expect(failure("samples/a b.xml", limit: 5)?.kind == .tooLarge)
    }

    private func fetched(_ url: String) -> FetchResult.Document? {
        guard case .document(let document) = files.result(for: FetchRequest(id: 0, url: url), limit: 100).outcome else {
            return nil
        }
        return document
    }

    private func failure(_ url: String, limit: Int = 100) -> FetchError? {
        guard case .failed(let error) = files.result(for: FetchRequest(id: 0, url: url), limit: limit).outcome else {
            return nil
        }
        return error
    }
}
