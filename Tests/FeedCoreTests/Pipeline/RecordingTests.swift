import Foundation
import Testing

@testable import FeedCore

/// A refresh from the network, and the same refresh again from what was recorded.
@Suite(.timeLimit(.minutes(1)))
struct RecordingTests {
    private static func site(_ urls: [String]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            #"{title: "T", link: "https://planet.example/", fetch: {minHostGap: 0, allowPrivateNetworks: true}}"#,
            to: "feeds/site.json")
        try folder.write("", to: "seeds/.keep")
        let outlines = urls.map { #"<outline type="rss" text="x" xmlUrl="\#($0)"/>"# }.joined()
        try folder.write(#"<opml version="2.0"><body>\#(outlines)</body></opml>"#, to: "feeds/subscriptions.opml")
        return folder
    }

    private static func refresh(_ folder: TemporaryFolder, _ source: ExchangeSource) async throws -> Report {
        var options = Refresh.Options(program: Generator()) { Timestamp(seconds: 1_900_000_000) }
        options.source = source
        return try await Refresh(try Site.load(folder.url), options: options).run()
    }

    private static func answer(_ target: String) -> LoopbackServer.Reply {
        switch target {
        case "/moved": .redirect(301, to: "/feed?moved")
        case "/gone": .http(410, text: "gone")
        case "/cut": .init(bytes: Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf".utf8), then: .close)
        default:
            .http(
                200, ["Set-Cookie: sid=s3cret", "ETag: \"1\""],
                text: """
                    <rss version="2.0"><channel><title>\(target)</title><item><title>undated</title>
                    <guid isPermaLink="false">urn:\(target)</guid></item></channel></rss>
                    """)
        }
    }

    @Test func aReplayPublishesTheSameBytesWithoutANetwork() async throws {
        let server = try LoopbackServer { Self.answer($0.target) }
        let urls = ["/feed", "/moved", "/gone", "/cut"].map {
            server.url($0).replacingOccurrences(of: "//", with: "//me:s3cret@")
        }
        let (first, second) = (try Self.site(urls), try Self.site(urls))
        let records = first.url.appending(path: "records")
        let recording = try ExchangeFolder(recordingTo: records, at: Timestamp(seconds: 1_800_000_000))
        let recorded = try await Self.refresh(first, .recording(recording))
        server.stop()
        #expect(recorded.changed == 2 && recorded.failed.count == 2)

        let asked = server.log.count
        let replayed = try await Self.refresh(second, .replay(try ExchangeFolder(replaying: records)))
        #expect(server.log.count == asked)
        #expect(replayed.changed == 2)
        #expect(replayed.failed.map(\.message) == recorded.failed.map(\.message))
        let (one, other) = (try first.read("public/atom.xml"), try second.read("public/atom.xml"))
        #expect(one == other)
        // The recording's time, not that of either run.
        #expect(one.contains("2027-01-15T08:00:00Z"))

        let names = try FileManager.default.contentsOfDirectory(atPath: records.path)
        #expect(names.count == 6)
        for name in names {
            let text = try first.read("records/\(name)")
            #expect(name == "began" || text.hasPrefix("GET http://127.0.0.1:"))
            #expect(!text.contains("s3cret"))
        }
    }

    @Test func whatWasNotRecordedFails() async throws {
        let folder = try Self.site(["http://127.0.0.1:9/new"])
        let records = folder.url.appending(path: "records")
        let source = ExchangeSource.replay(try ExchangeFolder(recordingTo: records, at: Timestamp(seconds: 0)))
        let report = try await Self.refresh(folder, source)
        #expect(report.failed.map(\.message) == ["http://127.0.0.1:9/new: was not recorded; record it anew"])
    }

    @Test func whatIsNoRecordingIsRefused() throws {
        let folder = try TemporaryFolder()
        #expect(throws: FetchError.self) { try ExchangeFolder(replaying: folder.url) }
        try folder.write("yesterday", to: "began")
        #expect(throws: FetchError.self) { try ExchangeFolder(replaying: folder.url) }
    }

    @Test(arguments: ["", "GET x", "GET x\n\n", "GET x\nresult: 0\n\n", "GET x\nresult: 0\nhead: 9\n\nshort"])
    func aDamagedFileIsNotAnAnswer(_ text: String) {
        #expect(Exchange.report(Array(text.utf8), bodyLimit: 1_000) == nil)
    }
}
