import Foundation
import Testing

@testable import FeedCore

struct SiteTests {
    @Test func theRepositoryIsASite() throws {
        let site = try Site.load(Self.repository)
        #expect(site.problems.isEmpty && site.subscriptions.count == 6)
        for subscription in site.subscriptions {
            let file = site.feedsDirectory.appending(path: subscription.address)
            #expect(FileManager.default.fileExists(atPath: file.path), "\(subscription.address)")
        }
        let folder = ArticleFolder.read(site.seedsDirectory, link: site.configuration.link)
        #expect(folder.problems.isEmpty && folder.articles.count == 3)
        #expect(site.storeFile.path.hasSuffix(".feedtool/feedtool.sqlite"))
    }

    @Test func whatIsMissingIsNamed() throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "feedtool-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: directory) }
        let noSite = try #require(#expect(throws: SiteError.self) { try Site.load(directory) })
        #expect(noSite.kind == .missing && noSite.message.contains("is no directory"))

        try FileManager.default.createDirectory(
            at: directory.appending(path: "feeds"), withIntermediateDirectories: true)
        let noJSON = try #require(#expect(throws: SiteError.self) { try Site.load(directory) })
        #expect(noJSON.kind == .missing && noJSON.message.hasPrefix("feeds/site.json: is not there; write"))

        try Data("{title:'T',link:'https://a.example/'}".utf8).write(to: directory.appending(path: "feeds/site.json"))
        let noList = try #require(#expect(throws: SiteError.self) { try Site.load(directory) })
        #expect(noList.kind == .missing && noList.message.hasPrefix("feeds/subscriptions.opml: is not there"))
    }

    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
}
