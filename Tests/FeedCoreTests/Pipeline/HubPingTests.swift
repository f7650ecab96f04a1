import Synchronization
import Testing

@testable import FeedCore

struct HubPingTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private static let now = Timestamp(seconds: 1_790_000_000)

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.path("test.sqlite"))
    }

    private func tell(_ topics: [String], hub: LoopbackServer, after seconds: Int = 0) async throws -> String? {
        var policy = FetchPolicy()
        policy.allowPrivateNetworks = true
        policy.minHostGap = 0
        let ping = HubPing(
            hub: "http://127.0.0.1:\(hub.port)/", fetcher: Fetcher(policy: policy), store: store)
        return try await ping.tell(topics, now: Self.now.adding(seconds))
    }

    private func hub(_ statuses: [Int]) throws -> (LoopbackServer, Counter) {
        let counter = Counter()
        let server = try LoopbackServer { request in
            let number = counter.next()
            return .http(request.body.hasPrefix("hub.mode=publish&") ? statuses[min(number, statuses.count - 1)] : 400)
        }
        return (server, counter)
    }

    @Test func aHubThatTakesTheNoticeIsToldOnce() async throws {
        let (server, counter) = try hub([204])
        #expect(try await tell(["https://a.example/atom.xml"], hub: server) == nil)
        #expect(try await tell([], hub: server, after: 3_600) == nil)
        #expect(counter.count == 1)
        #expect(try store.hubNotice() == nil)
    }

    @Test func aHubThatFailsIsToldAgainLater() async throws {
        let (server, counter) = try hub([500, 503, 202])
        #expect(try await tell(["https://a.example/atom.xml"], hub: server)?.hasPrefix("the hub was not told") == true)
        // Not before five minutes have gone.
        #expect(try await tell(["https://a.example/rss.xml"], hub: server, after: 60) == nil)
        #expect(counter.count == 1)
        #expect(try await tell([], hub: server, after: 301) != nil)
        #expect(try store.hubNotice()?.failures == 2)
        #expect(try await tell([], hub: server, after: 302 + 600) == nil)
        #expect(counter.count == 3)
        #expect(try store.hubNotice() == nil)
    }

    @Test func theFormNamesEveryTopic() {
        let notice = HubNotice(topics: ["https://a.example/atom.xml?x=1&y", "https://a.example/é"])
        #expect(
            notice.form
                == "hub.mode=publish&hub.url=https%3A%2F%2Fa.example%2Fatom.xml%3Fx%3D1%26y"
                + "&hub.url=https%3A%2F%2Fa.example%2F%C3%A9")
    }

    /// Answers given so far.
    private final class Counter: Sendable {
        private let value = Mutex(0)
        var count: Int { value.withLock { $0 } }
        func next() -> Int {
            value.withLock { value in
                value += 1
                return value - 1
            }
        }
    }
}
