import Foundation
import Synchronization
import Testing

@testable import FeedCore

/// Through the whole fetcher, against a server of the test's own.
@Suite(.timeLimit(.minutes(1)))
struct FetcherTests {
    static let feed = "<rss version='2.0'/>"

    @Test func fetchesADocumentWithWhatIsSaidOfIt() async throws {
        let document = try await document(
            .http(
                200,
                [
                    "Content-Type: application/rss+xml", "ETag: \"1\"", "Last-Modified: then",
                    "Cache-Control: max-age=60",
                    "Content-Language: de", "Content-Location: /other",
                ], text: Self.feed))
        #expect(document.bytes == Array(Self.feed.utf8))
        let response = document.response
        #expect(response.status == 200)
        #expect(response.contentType == "application/rss+xml")
        #expect(response.validators == Validators(etag: "\"1\"", lastModified: "then"))
        #expect(response.cacheControl == "max-age=60")
        #expect(response.contentLanguage == "de")
        #expect(response.contentLocation == "/other")
        #expect(response.hops.map(\.address) == ["127.0.0.1"])
        #expect(response.permanentURL == nil)
    }

    @Test func sendsValidatorsBackVerbatim() async throws {
        let server = try LoopbackServer { _ in .http(304, ["ETag: \"new\""]) }
        defer { server.stop() }
        let validators = Validators(etag: "W/ odd \u{e9}", lastModified: "some day")
        let result = try await only(FetchRequest(id: 7, url: server.url("/"), validators: validators))
        #expect(result.id == 7)
        guard case .notModified(let response) = result.outcome else {
            Issue.record("\(result)")
            return
        }
        // What the answer leaves out stays.
        #expect(response.validators == Validators(etag: "\"new\"", lastModified: "some day"))
        let headers = try #require(server.log.first?.headers)
        // The server reads it as UTF-8, which one byte E9 is not.
        #expect(headers["if-none-match"] == "W/ odd \u{FFFD}")
        #expect(headers["if-modified-since"] == "some day")
        #expect(headers["a-im"] == "feed")
        #expect(headers["accept-encoding"] == "gzip, deflate, br, zstd")
        #expect(headers["user-agent"] == "feedtool")
        #expect(headers["cookie"] == nil)
    }

    @Test(arguments: failures)
    func givesEveryFailureItsKind(_ reply: LoopbackServer.Reply, _ kind: FetchError.Kind) async throws {
        let error = try await failure(reply)
        #expect(error.kind == kind)
        #expect(!error.isNetwork)
        #expect(error.message.hasPrefix("http://127.0.0.1:"))
    }

    @Test func keepsAnErrorsAnswer() async throws {
        let error = try await failure(.http(429, ["Retry-After: 120"]))
        #expect(error.response.retryAfter == "120")
        #expect(error.response.status == 429)
    }

    @Test func showsNoControlCharacters() async throws {
        let error = try await failure(.redirect(to: "ftp\u{1b}[31m://\u{202e}/"))
        #expect(error.message.unicodeScalars.allSatisfy { !["\u{1b}", "\u{202e}"].contains($0) })
    }

    @Test func followsRedirectsWithinTheirLimit() async throws {
        let server = try LoopbackServer { request in
            let left = Int(request.target.dropFirst()) ?? 0
            return left == 0 ? .http(200, text: Self.feed) : .redirect(left == 2 ? 302 : 301, to: "\(left - 1)")
        }
        defer { server.stop() }
        let results = await all([5, 6, 2].map { FetchRequest(id: $0, url: server.url("/\($0)"), allowPrivate: true) })
        guard case .document(let document) = results[5]?.outcome, case .failed(let error) = results[6]?.outcome,
            case .document(let temporary) = results[2]?.outcome
        else {
            Issue.record("\(results)")
            return
        }
        #expect(document.response.hops.map(\.status) == [301, 301, 301, 302, 301, 200])
        #expect(document.response.permanentURL == server.url("/2"))
        #expect(document.response.finalURL == server.url("/0"))
        #expect(temporary.response.permanentURL == nil)
        #expect(error.kind == .tooManyRedirects)
    }

    @Test func keepsCredentialsAtTheirOrigin() async throws {
        let other = try LoopbackServer { _ in .http(200, text: Self.feed) }
        let address = other.url("/there")
        let server = try LoopbackServer { $0.target == "/" ? .redirect(to: "/here") : .redirect(to: address) }
        defer {
            server.stop()
            other.stop()
        }
        let url = server.url("/").replacingOccurrences(of: "//", with: "//me:s%20cret@")
        var policy = policy
        policy.allowPrivateNetworks = true
        let request = FetchRequest(id: 0, url: url, headers: [.init(name: "X-Api-Key", value: "key")])
        let result = try await only(request, policy)
        guard case .document(let document) = result.outcome else {
            Issue.record("\(result)")
            return
        }
        #expect(server.log.map(\.target) == ["/", "/here"])
        #expect(
            server.log.allSatisfy {
                $0.headers["authorization"] == "Basic bWU6cyBjcmV0" && $0.headers["x-api-key"] == "key"
            })
        #expect(other.log.allSatisfy { $0.headers["authorization"] == nil && $0.headers["x-api-key"] == nil })
        #expect(document.response.hops.allSatisfy { !$0.url.contains("cret") })
    }

    @Test func reachesNoPrivateAddressByName() async throws {
        let server = try LoopbackServer { _ in .http(200, text: Self.feed) }
        defer { server.stop() }
        var policy = policy
        policy.resolve = ["feed.example.org:\(server.port):127.0.0.1,10.0.0.1"]
        let url = "http://feed.example.org:\(server.port)/"
        let results = await all(
            [FetchRequest(id: 0, url: url), FetchRequest(id: 1, url: url, allowPrivate: true)], policy)
        guard case .failed(let error) = results[0]?.outcome, case .document = results[1]?.outcome else {
            Issue.record("\(results)")
            return
        }
        #expect(error.kind == .refused)
        #expect(server.log.count == 1)
    }

    /// A connection that one request was allowed to open is no way in for another.
    @Test func doesNotReuseAConnectionThatIsPrivate() async throws {
        let server = try LoopbackServer { _ in .http(200, text: Self.feed) }
        defer { server.stop() }
        var policy = policy
        policy.resolve = ["feed.example.org:\(server.port):127.0.0.1"]
        let url = "http://feed.example.org:\(server.port)/"
        let results = await all(
            [FetchRequest(id: 0, url: url, allowPrivate: true), FetchRequest(id: 1, url: url)], policy)
        guard case .document = results[0]?.outcome, case .failed(let error) = results[1]?.outcome else {
            Issue.record("\(results)")
            return
        }
        #expect(error.kind == .refused)
        #expect(server.log.count == 1)
    }

    @Test func keepsConnectionsAndTheGapBetweenRequests() async throws {
        let server = try LoopbackServer { _ in .http(200, text: Self.feed) }
        defer { server.stop() }
        var policy = policy
        policy.minHostGap = 0.1
        let results = await all(
            (0..<4).map { FetchRequest(id: $0, url: server.url("/\($0)"), allowPrivate: true) }, policy)
        #expect(results.count == 4)
        let log = server.log
        #expect(Set(log.map(\.connection)).count == 1)
        #expect(zip(log, log.dropFirst()).allSatisfy { $1.time - $0.time >= .milliseconds(95) })
    }

    @Test func asksNoFurtherThanItsReaderKeepsUp() async throws {
        let server = try LoopbackServer { _ in .http(200, text: Self.feed) }
        defer { server.stop() }
        var policy = policy
        (policy.maxConcurrent, policy.maxConcurrentPerHost) = (3, 3)
        let requests = (0..<9).map { FetchRequest(id: $0, url: server.url("/\($0)"), allowPrivate: true) }
        var taken = 0
        for await _ in Fetcher(policy: policy).results(for: requests) {
            taken += 1
            try await Task.sleep(for: .milliseconds(20))
            #expect(server.log.count <= taken + 3)
        }
        #expect(taken == 9)
    }

    @Test func doesNotLetSilentServersKeepOthersWaiting() async throws {
        let server = try LoopbackServer { request in
            request.target == "/silent" ? .init(bytes: [], then: .hang) : .http(200, text: Self.feed)
        }
        defer { server.stop() }
        var policy = policy
        // A busy machine may take seconds; a silent server takes as long as it is let.
        (policy.maxConcurrent, policy.maxConcurrentPerHost, policy.timeout) = (4, 100, 60)
        let paths = Array(repeating: "/silent", count: 10) + Array(repeating: "/good", count: 20)
        let requests = paths.enumerated().map { FetchRequest(id: $0, url: server.url($1), allowPrivate: true) }
        var order: [Int] = []
        for await result in Fetcher(policy: policy).results(for: requests) {
            order.append(result.id)
            if order.count == 20 { break }
        }
        #expect(order.allSatisfy { $0 >= 10 })
    }

    /// A server that answers after it lost its place sends its body once there is one again.
    @Test func takesLateAnswersIn() async throws {
        let server = try LoopbackServer { request in
            Foundation.Thread.sleep(forTimeInterval: 0.25)
            return .http(200, text: Self.feed)
        }
        defer { server.stop() }
        var policy = policy
        (policy.maxConcurrent, policy.maxConcurrentPerHost, policy.timeout) = (2, 100, 5)
        var requests = (0..<12).map { FetchRequest(id: $0, url: server.url("/"), allowPrivate: true) }
        requests.append(FetchRequest(id: 12, url: "http://localhost/"))
        let results = await all(requests, policy)
        let documents = results.values.filter { if case .document = $0.outcome { true } else { false } }
        #expect(documents.count == 12)
    }

    @Test func leavesAHostAloneThatAsksForIt() async throws {
        let server = try LoopbackServer { _ in .http(429, ["Retry-After: 60"]) }
        defer { server.stop() }
        let results = await all((0..<5).map { FetchRequest(id: $0, url: server.url("/\($0)"), allowPrivate: true) })
        let errors = results.values.compactMap { if case .failed(let error) = $0.outcome { error } else { nil } }
        #expect(server.log.count == 1)
        #expect(errors.filter { $0.kind == .postponed }.count == 4)
        #expect(errors.count == 5)
        #expect(errors.allSatisfy { $0.response.retryAfter == "60" })
    }

    @Test func takesRepeated403ForThat() async throws {
        let server = try LoopbackServer { _ in .http(403) }
        defer { server.stop() }
        let results = await all((0..<6).map { FetchRequest(id: $0, url: server.url("/\($0)"), allowPrivate: true) })
        #expect(results.count == 6)
        #expect(server.log.count == 3)
    }

    @Test func endsWhenNobodyReads() async throws {
        let server = try LoopbackServer { _ in .init(bytes: [], then: .hang) }
        defer { server.stop() }
        let results = Fetcher(policy: FetchPolicy()).results(
            for: [FetchRequest(id: 0, url: server.url("/"), allowPrivate: true)])
        let reader = Task { () -> Int in
            var count = 0
            for await _ in results { count += 1 }
            return count
        }
        while server.log.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        reader.cancel()
        #expect(await reader.value == 0)
    }

    @Test func tellsANetworkThatIsDown() async throws {
        let gone = try LoopbackServer { _ in .http(200) }
        gone.stop()
        let result = try await only(FetchRequest(id: 0, url: gone.url("/")))
        guard case .failed(let error) = result.outcome else {
            Issue.record("\(result)")
            return
        }
        #expect(error.isNetwork)
    }

    @Test func answersEveryRequestOnce() async throws {
        let files = LocalFiles(root: URL(filePath: "/nowhere"), base: URL(filePath: "/nowhere"))
        let urls = ["http://10.0.0.1/", "nonsense://x", "samples/none.xml", "http://", "http://localhost/"]
        let requests = (0..<500).map { FetchRequest(id: $0, url: urls[$0 % 5]) }
        var ids: [Int] = []
        for await result in Fetcher(policy: policy, files: files).results(for: requests) { ids.append(result.id) }
        #expect(ids.sorted() == Array(0..<500))
    }
}

extension FetcherTests {
    static let failures: [(LoopbackServer.Reply, FetchError.Kind)] = [
        (.http(404, text: "no"), .httpStatus(404)),
        (.http(503, ["Retry-After: 120"]), .httpStatus(503)),
        (.http(304), .httpStatus(304)),
        (.http(204), .httpStatus(204)),
        (.http(302), .badRedirect),
        (.redirect(to: "/"), .badRedirect),
        (.redirect(to: "ftp://example.org/"), .refused),
        (.redirect(to: "http://127.0.0.1:9/"), .refused),
        (.redirect(to: "//localhost/"), .refused),
        (.redirect(to: "http://[::ffff:a00:1]/"), .refused),
        (.redirect(to: "http://a b/"), .malformed),
        (.http(200, ["Content-Encoding: gzip, gzip"], text: feed), .badEncoding),
        (.http(200, ["Content-Encoding: x-none"], text: feed), .badEncoding),
        (.http(200, ["Content-Encoding: gzip"], text: feed), .badEncoding),
        (.http(200, ["Content-Encoding: gzip"]), .truncated),
        (.http(200, ["Content-Encoding: zstd"], zstdBomb), .tooLarge),
        (.http(200, text: String(repeating: "x", count: 70_000)), .tooLarge),
        (.http(200, ["X: " + String(repeating: "x", count: 110_000)]), .tooLarge),
        (.init(bytes: Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf".utf8), then: .close), .truncated),
        (.init(bytes: Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n".utf8)), .truncated),
        (.init(bytes: Array("<rss/>\r\n\r\n".utf8), then: .close), .badResponse),
        (.init(bytes: [], then: .hang), .timeout),
        (.init(bytes: Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf".utf8), then: .hang), .timeout),
    ]

    private var policy: FetchPolicy {
        var policy = FetchPolicy()
        (policy.timeout, policy.minHostGap, policy.maxBodyBytes) = (0.3, 0, 65_536)
        return policy
    }

    /// A mebibyte in one block, said to repeat.
    private static let zstdBomb: [UInt8] =
        [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58] + (0..<8).flatMap { [$0 == 7 ? 3 : 2, 0, 0x10, 0x20] as [UInt8] }

    private func all(_ requests: [FetchRequest], _ policy: FetchPolicy? = nil) async -> [Int: FetchResult] {
        var results: [Int: FetchResult] = [:]
        for await result in Fetcher(policy: policy ?? self.policy).results(for: requests) {
            results[result.id] = result
        }
        return results
    }

    private func only(_ request: FetchRequest, _ policy: FetchPolicy? = nil) async throws -> FetchResult {
        var request = request
        request.allowPrivate = true
        return try #require(await all([request], policy)[request.id])
    }

    private func result(_ reply: LoopbackServer.Reply) async throws -> FetchResult {
        let server = try LoopbackServer { _ in reply }
        defer { server.stop() }
        return try await only(FetchRequest(id: 0, url: server.url("/")))
    }

    private func document(_ reply: LoopbackServer.Reply) async throws -> FetchResult.Document {
        let result = try await result(reply)
        guard case .document(let document) = result.outcome else { throw Unexpected(result: result) }
        return document
    }

    private func failure(_ reply: LoopbackServer.Reply) async throws -> FetchError {
        let result = try await result(reply)
        guard case .failed(let error) = result.outcome else { throw Unexpected(result: result) }
        return error
    }

    private struct Unexpected: Error { let result: FetchResult }
}
