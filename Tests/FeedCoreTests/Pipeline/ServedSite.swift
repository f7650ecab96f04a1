import Foundation

@testable import FeedCore

/// A site that follows feeds of a server on loopback; its runs have clocks of the test's own.
struct ServedSite {
    let folder: TemporaryFolder
    private let server: LoopbackServer

    /// - Parameter paths: of the feeds to follow, on the server.
    init(following paths: [String], of server: LoopbackServer) throws {
        self.server = server
        folder = try TemporaryFolder()
        try folder.write(
            #"{title: "T", link: "https://planet.example/", fetch: {minHostGap: 0, allowPrivateNetworks: true}}"#,
            to: "feeds/site.json")
        try folder.write("", to: "seeds/.keep")
        let outlines = paths.map { #"<outline type="rss" text="x" xmlUrl="\#(server.url($0))"/>"# }.joined()
        try folder.write(#"<opml version="2.0"><body>\#(outlines)</body></opml>"#, to: "feeds/subscriptions.opml")
    }

    /// - Parameter log: told of each check.
    @discardableResult
    func refresh(
        at now: Timestamp, force: Bool = false, log: @escaping @Sendable (CheckRecord) -> Void = { _ in }
    ) async throws -> Report {
        var options = Refresh.Options(program: Generator()) { now }
        (options.force, options.log) = (force, log)
        return try await Refresh(try Site.load(folder.url), options: options).run()
    }

    /// The titles of what is published.
    var titles: [String?] {
        get throws {
            try FeedParser.parse(Array(try folder.read("public/atom.xml").utf8), context: DocumentContext())
                .entries.map(\.title?.value)
        }
    }

    var store: any Store {
        get throws { try SiteStore.open(try Site.load(folder.url)) }
    }
}
