import Foundation
import Synchronization
import Testing

@testable import FeedCore

/// Feeds that move, vanish or turn into pages, from a server whose answers change between the runs.
final class RelocationTests: Sendable {
    private static let today = Timestamp(rfc3339: "2026-11-22T12:00:00Z") ?? Timestamp(seconds: 0)

    private let answers: Answers
    private let server: LoopbackServer
    private let path: URL

    /// By path; what is not there is 404.
    private final class Answers: Sendable {
        let replies = Mutex<[String: LoopbackServer.Reply]>([:])

        subscript(target: String) -> LoopbackServer.Reply {
            get { replies.withLock { $0[target] } ?? .http(404) }
            set { replies.withLock { $0[target] = newValue } }
        }
    }

    init() throws {
        let answers = Answers()
        self.answers = answers
        server = try LoopbackServer { answers[$0.target] }
        path = FileManager.default.temporaryDirectory.appendingPathComponent("feedtool-\(UUID().uuidString)")
        for folder in ["feeds", "seeds"] {
            try FileManager.default.createDirectory(
                at: path.appendingPathComponent(folder), withIntermediateDirectories: true)
        }
        try write(
            #"{"title": "T", "link": "https://t.example/", "fetch": {"allowPrivateNetworks": true, "minHostGap": 0}}"#,
            to: "feeds/site.json")
        try follow("/old")
    }

    deinit {
        server.stop()
        try? FileManager.default.removeItem(at: path)
    }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: path.appendingPathComponent(name))
    }

    private func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: path.appendingPathComponent(name)), as: UTF8.self)
    }

    private func follow(_ targets: String...) throws {
        let outlines = targets.map { #"<outline text="F" xmlUrl="\#(server.url($0))" x:y="z"/>"# }
        try write(
            "<opml><!-- mine --><body>\n\(outlines.joined(separator: "\n"))\n</body></opml>",
            to: "feeds/subscriptions.opml")
    }

    private var site: Site { get throws { try Site.load(path) } }

    @discardableResult
    private func refresh(force: Bool = true, day: Int64 = 0) async throws -> Report {
        var options = Refresh.Options(program: Generator()) {
            Timestamp(seconds: Self.today.seconds + day * 86_400)
        }
        options.force = force
        return try await Refresh(site, options: options).run()
    }

    private func rss(_ guids: String...) -> LoopbackServer.Reply {
        let items = guids.map { #"<item><guid isPermaLink="false">\#($0)</guid><title>\#($0)</title></item>"# }
        return .http(200, text: "<rss version='2.0'><channel><title>R</title>\(items.joined())</channel></rss>")
    }

    private func proposed() throws -> [Proposal] { try Proposals.all(of: site) }

    @discardableResult
    private func apply(_ proposals: [Proposal]) throws -> [String] { try Proposals.apply(proposals, to: site) }

    private func status() throws -> SiteStatus.SubscriptionStatus? { try SiteStatus(of: site).subscriptions.first }

    private func asked(_ target: String) -> Int { server.log.count { $0.target == target } }

    @Test func aFeedsSecretsMoveWithItAndStayAsClosed() async throws {
        let file = path.appendingPathComponent("feeds/secrets.json")
        let secrets = "{ // mine\n  '\(server.url("/old"))': { bearer: 's3cret' }, // x\n}"
        try write(secrets, to: "feeds/secrets.json")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        answers["/old"] = .redirect(301, to: "/new")
        answers["/new"] = rss("1")
        for _ in 1...3 { try await refresh() }
        #expect(try apply(proposed()) == [])
        #expect(
            try read("feeds/secrets.json")
                == secrets.replacing("'\(server.url("/old"))'", with: "\"\(server.url("/new"))\""))
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try await refresh()
        #expect(server.log.last?.headers["authorization"] == "Bearer s3cret")
    }

    @Test func aFeedThatMovedForGoodIsProposedAfterThreeRunsAndKeepsItsEntries() async throws {
        answers["/old"] = rss("1", "2")
        try await refresh()
        let published = try read("public/atom.xml")
        answers["/old"] = .redirect(301, to: "/hop")
        answers["/hop"] = .redirect(308, to: "/new")
        answers["/new"] = rss("1", "2")
        for run in 1...3 {
            #expect(try proposed() == [], "before run \(run)")
            try await refresh()
        }
        let proposals = try proposed()
        #expect(proposals.map(\.reason) == [.moved] && proposals.map(\.target) == [server.url("/new")])
        #expect(try status()?.proposal == proposals.first)

        let before = try read("feeds/subscriptions.opml")
        try apply(proposals)
        #expect(
            try read("feeds/subscriptions.opml")
                == before.replacing(server.url("/old"), with: server.url("/new")))
        answers["/new"] = rss("1", "2", "3")
        let report = try await refresh(force: false)
        #expect(report.failed == [] && report.newEntries == 1)
        #expect(try proposed() == [])
        let entries = { (atom: String) in Set(atom.matches(of: /<id>urn:uuid:[^<]*/).map { String($0.output) }) }
        let now = try read("public/atom.xml")
        #expect(!entries(published).isEmpty && entries(now).isSuperset(of: entries(published)))
    }

    @Test(arguments: [
        // A hop that is not permanent.
        [("/old", 301, "/hop"), ("/hop", 302, "/new")],
        [("/old", 307, "/new")],
    ])
    func aRedirectForNowIsNotProposed(_ hops: [(String, Int, String)]) async throws {
        answers["/new"] = rss("1")
        for (from, status, to) in hops { answers[from] = .redirect(status, to: to) }
        for _ in 1...4 { try await refresh() }
        #expect(try proposed() == [])
    }

    @Test(arguments: ["other feed", "page", "empty"])
    func aRedirectToSomethingElseIsNotProposed(_ kind: String) async throws {
        answers["/old"] = rss("1")
        try await refresh()
        answers["/old"] = .redirect(301, to: "/login")
        for run in 1...4 {
            answers["/login"] =
                switch kind {
                case "other feed": rss("parked \(run)")
                case "page": .http(200, text: "<html><body>Log in</body></html>")
                default: .http(200)
                }
            try await refresh()
        }
        #expect(try proposed() == [])
    }

    @Test func aRunWithoutTheRedirectBeginsTheCountAnew() async throws {
        answers["/new"] = rss("1")
        for run in 1...5 {
            answers["/old"] = run == 3 ? rss("1") : .redirect(301, to: "/new")
            try await refresh()
        }
        #expect(try proposed() == [])
        try await refresh()
        #expect(try proposed().map(\.reason) == [.moved])
    }

    @Test func aMoveToAFeedThatIsFollowedIsOnlyTold() async throws {
        try follow("/old", "/new")
        answers["/new"] = rss("1")
        answers["/old"] = .redirect(301, to: "/new")
        for _ in 1...3 { try await refresh() }
        let proposals = try proposed()
        #expect(proposals.map(\.isApplicable) == [false])
        let before = try read("feeds/subscriptions.opml")
        try apply(proposals)
        #expect(try read("feeds/subscriptions.opml") == before)
    }

    @Test func aFeedThatIsGoneForGoodIsNotFetchedUntilForced() async throws {
        answers["/old"] = .http(410)
        #expect(try await refresh(force: false).failed.count == 1)
        #expect(try await refresh(force: false, day: 30).notDue == 1)
        #expect(asked("/old") == 1)
        #expect(try status()?.retired == Self.today)
        #expect(try proposed().map(\.reason) == [.gone])
        answers["/old"] = rss("1")
        #expect(try await refresh(day: 31).newEntries == 1)
        #expect(try status()?.retired == nil)
    }

    @Test(arguments: ["404", "page"])
    func aLostFeedIsSearchedForOnItsSiteOnceADay(_ kind: String) async throws {
        let page = #"<link rel="alternate" type="application/rss+xml" href="/%@">"#
        answers["/old"] = rss("1")
        try await refresh()
        answers["/"] = .http(200, text: "<html>" + page.replacing("%@", with: "a") + page.replacing("%@", with: "b"))
        answers["/a"] = rss("something else")
        answers["/b"] = rss("1", "2")
        answers["/old"] = kind == "404" ? .http(404) : answers["/"]
        #expect(try await refresh().failed.count == 1)
        let proposals = try proposed()
        #expect(proposals.map(\.reason) == [.found] && proposals.map(\.target) == [server.url("/b")])
        try await refresh()
        #expect(asked("/a") == 1 && asked("/b") == 1 && asked("/") == (kind == "404" ? 1 : 0))
        try await refresh(day: 1)
        #expect(asked("/b") == 2)

        try apply(proposals)
        #expect(try await refresh(force: false, day: 1).newEntries == 1)
        #expect(try proposed() == [])
    }

    @Test func oneLookAtASiteServesAllItsLostFeeds() async throws {
        try follow("/old", "/older", "/oldest")
        answers["/"] = .http(200, text: "<html><link rel=feed href=/b>")
        answers["/b"] = rss("1")
        try await refresh()
        #expect(try proposed().map(\.target) == Array(repeating: server.url("/b"), count: 3))
        #expect(asked("/") == 1 && asked("/b") == 1)
    }

    @Test func aFeedThatIsBackNeedsNoSuggestion() async throws {
        answers["/"] = .http(200, text: "<html><link rel=feed href=/b>")
        answers["/b"] = rss("1")
        try await refresh()
        #expect(try proposed().map(\.reason) == [.found])
        answers["/old"] = rss("1")
        try await refresh()
        #expect(try proposed() == [])
    }

    @Test func aNetworkThatIsDownForAllCountsAgainstNone() async throws {
        try write("<rss version='2.0'><channel><title>x</title></channel></rss>", to: "feeds/local.xml")
        let outlines = ["local.xml", "http://127.0.0.1:1/a", "http://127.0.0.1:1/b"].map {
            #"<outline text="F" xmlUrl="\#($0)"/>"#
        }
        try write("<opml><body>\(outlines.joined())</body></opml>", to: "feeds/subscriptions.opml")
        let report = try await refresh(force: false)
        #expect(report.networkIsDown && report.failed.count == 2)
        let status = try SiteStatus(of: site)
        #expect(status.failing == 0 && status.subscriptions.map(\.nextCheck) == [nil, nil, nil])
    }
}
