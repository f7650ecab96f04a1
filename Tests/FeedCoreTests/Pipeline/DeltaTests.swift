import Foundation
import Testing

@testable import FeedCore

/// A server that answers with what is new only (RFC 3229 with `A-IM: feed`): what it leaves out is still there.
@Suite(.timeLimit(.minutes(1)))
struct DeltaTests {
    private static let start = Timestamp(rfc3339: "2026-11-22T12:00:00Z") ?? Timestamp(seconds: 0)

    private static func feed(_ posts: [(id: Int, title: String)]) -> String {
        let items = posts.map { id, title in
            """
            <item><guid isPermaLink="false">post-\(id)</guid><title>\(title)</title><link>https://a.example/\(id)</link>
            <description>Text \(id).</description><pubDate>Sun, 0\(id) Nov 2026 08:00:00 GMT</pubDate></item>
            """
        }
        return "<rss version='2.0'><channel><title>F</title>\(items.joined())</channel></rss>"
    }

    /// What is there in the beginning, and what is new afterwards, by the mark of the copy that the client has.
    private static func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
        guard request.headers["a-im"] == "feed" else {
            return .http(
                200, ["ETag: \"1\""], text: feed([(3, "Weekly links"), (2, "second"), (1, "first")]))
        }
        switch request.headers["if-none-match"] {
        case "\"1\"":
            return .http(226, ["ETag: \"2\"", "IM: feed"], text: feed([(4, "Weekly links")]))
        case "\"2\"":
            return .http(226, ["ETag: \"3\"", "IM: feed"], text: feed([(5, "fifth"), (1, "first, corrected")]))
        default: return .http(304)
        }
    }

    @Test func isMergedIntoWhatIsKnown() async throws {
        let server = try LoopbackServer(Self.answer)
        defer { server.stop() }
        let site = try ServedSite(following: ["/feed"], of: server)
        try await site.refresh(at: Self.start)
        let second = try await site.refresh(at: Self.start.adding(86_400))
        // Another post of the same title is not the first one's new form.
        #expect((second.newEntries, second.updatedEntries) == (1, 0))
        let third = try await site.refresh(at: Self.start.adding(2 * 86_400))
        #expect((third.newEntries, third.updatedEntries) == (1, 1))
        #expect(try site.titles == ["fifth", "Weekly links", "Weekly links", "second", "first, corrected"])
        let entries = try site.store.inventory().entries.joined()
        #expect(entries.count == 5 && entries.allSatisfy { $0.goneAt == nil })
        let sent = server.log.map { $0.headers["if-none-match"] }
        #expect(sent == [nil, "\"1\"", "\"2\""])
    }

    /// A whole copy is asked for every eight days, however many deltas came in between.
    @Test func isNoWholeCopy() async throws {
        let server = try LoopbackServer(Self.answer)
        defer { server.stop() }
        let site = try ServedSite(following: ["/feed"], of: server)
        for days in [0, 3, 6, 9] { try await site.refresh(at: Self.start.adding(days * 86_400)) }
        let sent = server.log.map { $0.headers["a-im"] }
        #expect(sent == [nil, "feed", "feed", nil])
        #expect(try site.store.inventory().entries.joined().count { $0.goneAt != nil } == 2)
    }
}
