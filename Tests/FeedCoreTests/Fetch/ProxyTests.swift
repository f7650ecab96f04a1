import Testing

@testable import FeedCore

/// What is asked of a proxy, and what is not. Names are answered for in place of DNS.
struct ProxyTests {
    private static let feed = LoopbackServer.Reply.http(200, ["Connection: close"], text: "<rss/>")

    private func policy(_ proxy: String) -> FetchPolicy {
        var policy = FetchPolicy()
        (policy.timeout, policy.minHostGap, policy.proxy) = (3, 0, proxy)
        policy.resolve = [
            "feed.example.org:80:8.8.4.4", "inside.example.org:80:10.0.0.1", "mixed.example.org:80:8.8.4.4,[fd00::1]",
        ]
        return policy
    }

    private func outcomes(_ urls: [String], by proxy: String) async -> [FetchError.Kind?] {
        var kinds = [FetchError.Kind?](repeating: nil, count: urls.count)
        let requests = urls.enumerated().map { FetchRequest(id: $0, url: $1) }
        for await result in Fetcher(policy: policy(proxy)).results(for: requests) {
            if case .failed(let error) = result.outcome { kinds[result.id] = error.kind }
        }
        return kinds
    }

    private static let urls = [
        "http://feed.example.org/", "http://inside.example.org/", "http://mixed.example.org/", "http://10.0.0.1/",
        "http://intranet.local/",
    ]

    @Test func anHTTPProxyIsAskedForPublicPlacesOnly() async throws {
        let proxy = try LoopbackServer { _ in Self.feed }
        defer { proxy.stop() }
        let kinds = await outcomes(Self.urls, by: proxy.url(""))
        #expect(kinds == [nil, .refused, .refused, .refused, .refused])
        #expect(proxy.log.map(\.target) == ["http://feed.example.org/"])
    }

    @Test func aSOCKSProxyIsGivenTheAddressThatWasJudged() async throws {
        let proxy = try SOCKSServer(Self.feed)
        defer { proxy.stop() }
        let kinds = await outcomes(Self.urls, by: "socks5://127.0.0.1:\(proxy.port)")
        #expect(kinds == [nil, .refused, .refused, .refused, .refused])
        #expect(proxy.targets == ["8.8.4.4"])
    }

    @Test func aSOCKSProxyThatLooksNamesUpIsGivenNames() async throws {
        let proxy = try SOCKSServer(Self.feed)
        defer { proxy.stop() }
        let kinds = await outcomes(Self.urls, by: "socks5h://127.0.0.1:\(proxy.port)")
        #expect(kinds == [nil, .refused, .refused, .refused, .refused])
        #expect(proxy.targets == ["feed.example.org"])
    }

    /// What only the proxy can look up, the proxy answers for; one that is given addresses cannot.
    @Test(arguments: [
        ("http://127.0.0.1:9", true), ("socks5h://127.0.0.1:9", true), ("socks4a://127.0.0.1:9", true),
        ("socks5://127.0.0.1:9", false), ("SOCKS4://127.0.0.1:9", false),
    ])
    func aNameThatIsUnknownHereIsLeftToSomeProxies(_ proxy: String, _ isAsked: Bool) throws {
        var chain = try FetchChain(FetchRequest(id: 0, url: "http://unknown.example.org/"), index: 0)
        var kind: FetchError.Kind?
        do throws(FetchError) {
            try chain.pin(to: [], policy(proxy))
        } catch {
            kind = error.kind
        }
        #expect(kind == (isAsked ? nil : .dns))
    }

    @Test func aRedirectIsJudgedAnew() async throws {
        let proxy = try LoopbackServer { request in
            request.target.contains("feed.") ? .redirect(to: "http://inside.example.org/") : Self.feed
        }
        defer { proxy.stop() }
        #expect(await outcomes(["http://feed.example.org/"], by: proxy.url("")) == [.refused])
        #expect(proxy.log.map(\.target) == ["http://feed.example.org/"])
    }

    @Test func namesAreLookedUpOnceAndInTheBackground() async throws {
        let proxy = try LoopbackServer { _ in Self.feed }
        defer { proxy.stop() }
        // The hosts file's own, though not a name that is refused for its spelling.
        let names = NameLookup(fixed: []) {}
        var addresses: [IPAddress]?
        for _ in 0..<200 where addresses == nil {
            addresses = names.addresses(of: "localhost")
            if addresses == nil { try await Task.sleep(for: .milliseconds(10)) }
        }
        let known = try #require(addresses)
        #expect(!known.isEmpty && known.allSatisfy { AddressPolicy.refusal(of: $0) == "loopback" })
    }
}
