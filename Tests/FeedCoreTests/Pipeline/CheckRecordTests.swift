import Foundation
import Synchronization
import Testing

@testable import FeedCore

/// What a refresh tells of its checks, and when it means to look again.
@Suite(.timeLimit(.minutes(1)))
struct CheckRecordTests {
    private static let today = Timestamp(seconds: 1_800_000_000)

    private func refresh(_ folder: TemporaryFolder, at now: Timestamp = today) async throws -> [CheckRecord] {
        let records = Mutex<[CheckRecord]>([])
        var options = Refresh.Options(program: Generator()) { now }
        options.force = true
        options.log = { record in records.withLock { $0.append(record) } }
        _ = try await Refresh(try Site.load(folder.url), options: options).run()
        return records.withLock { $0 }
    }

    private func site(_ urls: [String]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            #"{title: "T", link: "https://planet.example/", fetch: {minHostGap: 0, allowPrivateNetworks: true}}"#,
            to: "feeds/site.json")
        try folder.write("", to: "seeds/.keep")
        let outlines = urls.map { #"<outline type="rss" text="x" xmlUrl="\#($0)"/>"# }.joined()
        try folder.write(#"<opml version="2.0"><body>\#(outlines)</body></opml>"#, to: "feeds/subscriptions.opml")
        return folder
    }

    /// Four posts, one every four hours.
    private static let feed: String = {
        let items = (0..<4).map { number in
            "<entry><id>urn:\(number)</id><title>t</title><updated>\(today.adding(-14_400 * number).rfc3339)</updated></entry>"
        }
        return #"<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:f</id><title>F</title>\#(items.joined())</feed>"#
    }()

    @Test func aFeedKeepsItsRhythmWhenNothingIsNew() async throws {
        let server = try LoopbackServer { request in
            request.headers["if-none-match"] == nil ? .http(200, ["ETag: \"1\""], text: Self.feed) : .http(304)
        }
        defer { server.stop() }
        let folder = try site([server.url("/feed")])
        let first = try #require(await refresh(folder).first)
        #expect(first.outcome == .changed && first.status == 200 && first.bytes == Self.feed.utf8.count)
        let second = try #require(await refresh(folder).first)
        #expect(second.outcome == .notModified && second.status == 304 && second.bytes == 0)
        #expect(second.nextCheck == first.nextCheck)
        let wait = try #require(second.nextCheck).seconds - Self.today.seconds
        #expect((14_400...15_840).contains(wait))
    }

    @Test func everyCheckIsLoggedOnce() async throws {
        let server = try LoopbackServer { $0.target == "/feed" ? .http(200, text: Self.feed) : .http(404) }
        defer { server.stop() }
        let folder = try site([server.url("/feed"), server.url("/none")])
        _ = try await refresh(folder)
        let records = try await refresh(folder).sorted { $0.address < $1.address }
        #expect(records.map(\.outcome) == [.same, .failed])
        #expect(records.map(\.status) == [200, 404])
        #expect(records.last?.error?.contains("404") == true)
        let json = String(decoding: try JSONEncoder().encode(records), as: UTF8.self)
        #expect(json.contains(#""outcome":"same""#) && json.contains(#""milliseconds":"#))
    }

    @Test func theSlowestAreThoseAskedForFirst() {
        var pending = PendingHosts(["http://a.example/", "http://b.example/1", "http://b.example/2", "c.xml"])
        #expect(pending.slowest == ["a.example", "b.example"])
        pending.finish(1)
        pending.finish(0)
        #expect(pending.slowest == ["b.example"])
        pending.finish(2)
        pending.finish(3)
        #expect(pending.slowest == [])
    }
}
