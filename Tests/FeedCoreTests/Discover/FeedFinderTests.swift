import Testing

@testable import FeedCore

/// The search for feeds, against a server of the test's own.
struct FeedFinderTests {
    private static func rss(_ title: String) -> LoopbackServer.Reply {
        .http(
            200, text: "<rss version='2.0'><channel><title>\(title)</title><item><guid>1</guid></item></channel></rss>")
    }

    private static func page(_ body: String) -> LoopbackServer.Reply {
        .http(200, ["Content-Type: text/html"], text: "<html><head>\(body)</head></html>")
    }

    private func find(
        _ target: String, isPrivate: Bool = true, _ respond: @escaping @Sendable (String) -> LoopbackServer.Reply
    ) async throws -> (feeds: [FoundFeed], server: LoopbackServer) {
        let server = try LoopbackServer { respond($0.target) }
        defer { server.stop() }
        var policy = FetchPolicy()
        policy.minHostGap = 0
        let finder = FeedFinder(fetcher: Fetcher(policy: policy))
        return (try await finder.find(server.url(target), isPrivate: isPrivate), server)
    }

    @Test func aFeedIsItself() async throws {
        let (feeds, server) = try await find("/f") { _ in Self.rss("A &amp;amp;\n B") }
        #expect(feeds.map(\.address) == [server.url("/f")] && feeds.first?.format == .rss20)
        #expect(feeds.first?.title == "A & B" && feeds.first?.entries == 1)
        #expect(server.log.count == 1)
    }

    @Test func aPermanentRedirectIsFollowedInTheListAndATemporaryOneIsNot() async throws {
        let (moved, server) = try await find("/f") { $0 == "/f" ? .redirect(301, to: "/g") : Self.rss("x") }
        #expect(moved.map(\.address) == [server.url("/g")])
        let (lent, other) = try await find("/f") { $0 == "/f" ? .redirect(302, to: "/g") : Self.rss("x") }
        #expect(lent.map(\.address) == [other.url("/f")])
    }

    @Test func onlyWhatCanBeParsedCounts() async throws {
        let (feeds, server) = try await find("/") { target in
            switch target {
            case "/": Self.page("<link rel=feed href=/page><link rel=feed href=/gone><link rel=feed title=T href=/ok>")
            case "/page": Self.page("")
            case "/ok": Self.rss("")
            default: .http(404)
            }
        }
        #expect(feeds.map(\.address) == [server.url("/ok")] && feeds.first?.title == "T")
    }

    @Test func aPageThatSaysNothingIsGuessedAbout() async throws {
        let (feeds, server) = try await find("/") { $0 == "/rss.xml" ? Self.rss("x") : Self.page("") }
        #expect(feeds.map(\.address) == [server.url("/rss.xml")])
        #expect(!server.log.map(\.target).contains("/index.xml"), "the search went on")
    }

    @Test func aServerThatRefusesItsPageMayHaveAFeed() async throws {
        let (feeds, server) = try await find("/") { $0 == "/feed" ? Self.rss("x") : .http(403) }
        #expect(feeds.map(\.address) == [server.url("/feed")])
    }

    @Test(arguments: [(404, DiscoveryError.Kind.noFeed), (401, .failed), (429, .failed), (200, .noFeed)])
    func withoutAFeedThereIsOneLineThatSaysWhy(_ status: Int, _ kind: DiscoveryError.Kind) async throws {
        let error = try await #require(
            #expect(throws: DiscoveryError.self) { _ = try await find("/x") { _ in .http(status) } })
        #expect(error.kind == kind && !error.message.contains("\n") && error.message.contains("127.0.0.1"))
    }

    @Test func aPrivateAddressIsRefusedUnlessMeant() async throws {
        let error = try await #require(
            #expect(throws: DiscoveryError.self) { _ = try await find("/", isPrivate: false) { _ in .http(200) } })
        #expect(error.kind == .refused)
    }

    @Test func aPageSendsNobodyToAnotherPrivatePlace() async throws {
        let other = try LoopbackServer { _ in Self.rss("secret") }
        defer { other.stop() }
        let link = "<link rel=feed href=\(other.url("/f"))>"
        await #expect(throws: DiscoveryError.self) {
            _ = try await find("/") { $0 == "/" ? Self.page(link) : .http(404) }
        }
        #expect(other.log.isEmpty)
    }

    @Test func aPageOfManyLinksAsksForAFewOnly() async throws {
        let links = (0..<500).map { "<link rel=feed href=/f\($0)>" }.joined()
        let (feeds, _) = try await find("/") { $0 == "/" ? Self.page(links) : Self.rss($0) }
        #expect(feeds.count == 16)
    }

    @Test func aHeaderAnnouncesAFeedAsALinkDoes() async throws {
        let headers = [
            "Content-Type: text/html", "Link: </hub>; rel=hub, </>; rel=self",
            "Link: </f>; rel=alternate; type=\"application/rss+xml\"",
        ]
        let (feeds, server) = try await find("/") { $0 == "/f" ? Self.rss("x") : .http(200, headers, text: "<html>") }
        #expect(feeds.map(\.address) == [server.url("/f")])
        #expect(server.log.map(\.target) == ["/", "/f"])
    }

    @Test func aPageThatSendsBrowsersOnIsFollowed() async throws {
        let (feeds, server) = try await find("/") { target in
            switch target {
            case "/": Self.page("<meta http-equiv=Refresh content=\"0; URL='/blog/'\">")
            case "/blog/": Self.page("<link rel=feed href=f>")
            case "/blog/f": Self.rss("x")
            default: .http(404)
            }
        }
        #expect(feeds.map(\.address) == [server.url("/blog/f")])
    }

    @Test func pagesThatSendBrowsersInACircleEndTheSearch() async throws {
        await #expect(throws: DiscoveryError.self) {
            _ = try await find("/") {
                $0 == "/" ? Self.page("<meta http-equiv=refresh content='1;url=/'>") : .http(404)
            }
        }
    }

    @Test func aPageSendsNobodyOnToAnotherPrivatePlace() async throws {
        let other = try LoopbackServer { _ in Self.rss("secret") }
        defer { other.stop() }
        let there = other.url("/f")
        await #expect(throws: DiscoveryError.self) {
            _ = try await find("/") { _ in Self.page("<meta http-equiv=refresh content='0;url=\(there)'>") }
        }
        #expect(other.log.isEmpty)
    }

    @Test func credentialsAreSentToTheirOriginOnly() async throws {
        let other = try LoopbackServer { _ in Self.rss("other") }
        let there = other.url("/f")
        let server = try LoopbackServer { request in
            guard request.headers["authorization"] == "Bearer s3cret" else { return .http(401) }
            return request.target == "/"
                ? Self.page("<link rel=feed href=/f><link rel=feed href=\(there)>") : Self.rss("x")
        }
        defer {
            server.stop()
            other.stop()
        }
        var policy = FetchPolicy()
        (policy.minHostGap, policy.allowPrivateNetworks) = (0, true)
        let origin = server.url("")
        let finder = FeedFinder(fetcher: Fetcher(policy: policy)) { request in
            guard request.url.hasPrefix(origin) else { return }
            request.headers.append(HeaderField(name: "Authorization", value: "Bearer s3cret"))
        }
        let feeds = try await finder.find(server.url("/"), isPrivate: false)
        #expect(feeds.map(\.address) == [server.url("/f"), there])
        #expect(other.log.count == 1 && other.log.allSatisfy { $0.headers["authorization"] == nil })
    }
}
