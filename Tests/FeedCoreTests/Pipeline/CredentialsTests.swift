import Foundation
import Testing

@testable import FeedCore

/// What a site keeps secret, on its way through a whole refresh.
@Suite(.timeLimit(.minutes(1)))
struct CredentialsTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            #"{title: "T", link: "https://planet.example/", fetch: {minHostGap: 0, allowPrivateNetworks: true}}"#,
            to: "feeds/site.json")
        try folder.write("", to: "seeds/.keep")
    }

    private func follow(_ url: String) throws {
        try folder.write(
            #"<opml version="2.0"><body><outline type="rss" text="x" xmlUrl="\#(url)"/></body></opml>"#,
            to: "feeds/subscriptions.opml")
    }

    private func keep(_ secrets: String, mode: Int = 0o600) throws {
        try folder.write(secrets, to: "feeds/secrets.json")
        try FileManager.default.setAttributes(
            [.posixPermissions: mode], ofItemAtPath: folder.path("feeds/secrets.json"))
    }

    private func refresh(_ source: ExchangeSource = .network) async throws -> Report {
        var options = Refresh.Options(program: Generator()) { Timestamp(seconds: 1_800_000_000) }
        options.source = source
        return try await Refresh(try Site.load(folder.url), options: options).run()
    }

    private static let feed = """
        <rss version="2.0"><channel><title>F</title><item><title>one</title><guid>urn:1</guid></item></channel></rss>
        """

    @Test func aPasswordInAnAddressIsSentAndNowhereElse() async throws {
        let server = try LoopbackServer { _ in .http(200, text: Self.feed) }
        defer { server.stop() }
        try follow(server.url("/feed").replacingOccurrences(of: "//", with: "//me:s3cret@"))
        let report = try await refresh()
        #expect(report.changed == 1)
        #expect(server.log.first?.headers["authorization"] == "Basic bWU6czNjcmV0")
        for file in ["public/atom.xml", ".feedtool/feedtool.sqlite"] {
            let bytes = try Data(contentsOf: folder.url.appending(path: file))
            #expect(bytes.range(of: Data("s3cret".utf8)) == nil, "\(file)")
        }
    }

    @Test func anAddressesSecretsGoBeforeItsOrigins() async throws {
        let server = try LoopbackServer { _ in .http(401) }
        defer { server.stop() }
        try follow(server.url("/feed"))
        try keep("{'\(server.url(""))': {bearer: 'origin'}, '\(server.url("/feed"))': {cookie: 'a=1'}}")
        let report = try await refresh()
        #expect(report.failed.count == 1)
        #expect(server.log.first?.headers["cookie"] == "a=1")
        #expect(server.log.first?.headers["authorization"] == nil)
    }

    @Test func anOriginsSecretsAreNotSentElsewhere() async throws {
        let other = try LoopbackServer { _ in .http(200, text: Self.feed) }
        let there = other.url("/there")
        let server = try LoopbackServer { _ in .redirect(to: there) }
        defer {
            server.stop()
            other.stop()
        }
        try follow(server.url("/feed"))
        try keep("{'\(server.url(""))': {bearer: 's3cret', headers: {'X-Api-Key': 's3cret'}}}")
        #expect(try await refresh().changed == 1)
        #expect(server.log.first?.headers["authorization"] == "Bearer s3cret")
        #expect(other.log.count == 1)
        #expect(other.log.allSatisfy { !$0.headers.values.contains { $0.contains("s3cret") } })
    }

    @Test(arguments: [0o640, 0o604, 0o620]) func aFileThatOthersMayTouchIsRefused(_ mode: Int) throws {
        try follow("a.xml")
        try keep("{}", mode: mode)
        let error = try #require(throws: SiteError.self) { try Site.load(folder.url) }
        #expect(error.kind == .configuration)
        #expect(error.message.contains("chmod 600 \(folder.path("feeds/secrets.json"))"))
    }

    @Test func insecureTLSIsNotKeptQuiet() throws {
        try follow("https://a.example/f")
        try keep("{'https://a.example/f': {insecureTLS: true}}")
        #expect(try Site.load(folder.url).problems.contains { $0.contains("WARNING: insecureTLS") })
    }
}
