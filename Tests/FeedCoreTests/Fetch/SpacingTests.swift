import Synchronization
import Testing

@testable import FeedCore

/// When each request of a whole run reaches its server, by a clock that stands still while requests are on their way.
@Suite(.timeLimit(.minutes(1)))
struct SpacingTests {
    private let clock = Clock()

    private final class Clock: Sendable {
        private let time = Mutex(Duration.zero)

        var now: Duration { time.withLock { $0 } }

        func advance(by step: Duration) { time.withLock { $0 += step } }

        func advance(to moment: Duration) { time.withLock { $0 = max($0, moment) } }
    }

    private final class Log: Sendable {
        private let lines = Mutex<[String: [Duration]]>([:])

        func note(_ host: String, _ time: Duration) { lines.withLock { $0[host, default: []].append(time) } }

        var times: [String: [Duration]] { lines.withLock { $0 } }
    }

    /// All names lead to the server; each request is answered at once by the clock.
    private func fetch(_ urls: [String], _ server: LoopbackServer, names: [String] = []) async -> Int {
        var policy = FetchPolicy()
        policy.resolve = names.map { "\($0):\(server.port):127.0.0.1" }
        let clock = clock
        let fetcher = Fetcher(
            policy: policy,
            clock: FetchClock(now: { clock.now }, willWait: { clock.advance(to: $0) }))
        let requests = urls.enumerated().map { FetchRequest(id: $0, url: $1, allowPrivate: true) }
        var documents = 0
        for await result in fetcher.results(for: requests) {
            if case .document = result.outcome { documents += 1 }
        }
        return documents
    }

    @Test func oneRegistrableDomainTakesTurnsWhileOthersGoAhead() async throws {
        let (clock, log) = (clock, Log())
        let server = try LoopbackServer { request in
            log.note(request.headers["host"]?.split(separator: ":").first.map(String.init) ?? "", clock.now)
            return .http(200, text: "<rss/>")
        }
        defer { server.stop() }
        let names = [
            "one.example.co.uk", "a.github.io", "two.example.co.uk", "solo.example.org", "b.github.io", "example.co.uk",
            "www.solo.example.org",
        ]
        let urls = names.map { "http://\($0):\(server.port)/" } + ["http://a.github.io:\(server.port)/again"]
        #expect(await fetch(urls, server, names: names) == 8)
        #expect(
            log.times == [
                "one.example.co.uk": [.zero], "two.example.co.uk": [.seconds(1)], "example.co.uk": [.seconds(2)],
                "solo.example.org": [.zero], "www.solo.example.org": [.seconds(1)],
                // Two blogs of one host are two operators'.
                "a.github.io": [.zero, .seconds(1)], "b.github.io": [.zero],
            ])
    }

    @Test func privateServersTakeTurnsByAddress() async throws {
        let (clock, log) = (clock, Log())
        let servers = try (0..<2).map { number in
            try LoopbackServer { _ in
                log.note("\(number)", clock.now)
                return .http(200, text: "<rss/>")
            }
        }
        defer { for server in servers { server.stop() } }
        let urls = [0, 0, 1, 0].map { servers[$0].url("/") }
        #expect(await fetch(urls, servers[0]) == 4)
        #expect(log.times == ["0": [.zero, .seconds(1), .seconds(2)], "1": [.zero]])
    }

    /// The pause begins when a request is over: a server that takes long is not asked the more often.
    @Test func thePauseIsBetweenTheEndAndTheNextBeginning() async throws {
        let (clock, log) = (clock, Log())
        let server = try LoopbackServer { request in
            log.note("", clock.now)
            clock.advance(by: .milliseconds(2_500))
            return request.target == "/moved" ? .redirect(to: "/") : .http(200, text: "<rss/>")
        }
        defer { server.stop() }
        #expect(await fetch([server.url("/moved"), server.url("/2"), server.url("/3")], server) == 3)
        // A redirect is one more request to the same host.
        #expect(log.times == ["": [.zero, .milliseconds(3_500), .seconds(7), .milliseconds(10_500)]])
    }
}
