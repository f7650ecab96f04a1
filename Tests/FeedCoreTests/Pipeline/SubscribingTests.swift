import Foundation
import Testing

@testable import FeedCore

struct SubscribingTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(#"{"title": "T", "link": "https://t.example/"}"#, to: "feeds/site.json")
        try folder.write(
            "<opml><body>\n  <outline xmlUrl=\"https://a.example/f\"/>\n</body></opml>\n", to: "shared/list.opml")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("feeds/subscriptions.opml"), withDestinationPath: "../shared/list.opml")
        try folder.write("<rss version='2.0'><channel><title>Here</title></channel></rss>", to: "feeds/samples/x.xml")
    }

    private var subscribing: Subscribing {
        get throws { Subscribing(try Site.load(folder.url), program: Generator()) }
    }

    @Test(arguments: [
        ("https://a.example/f", "https://a.example/f"), (" example.org/blog ", "https://example.org/blog"),
        ("example.org:8080/x", "https://example.org:8080/x"), ("//example.org/x", "https://example.org/x"),
        ("feed:https://a.example/f", "https://a.example/f"), ("feed://a.example/f", "http://a.example/f"),
        ("@me@social.example", "https://social.example/@me"), ("samples/x.xml", "samples/x.xml"),
        ("./samples/x.xml", "samples/x.xml"), ("localhost:8080", "https://localhost:8080"),
        ("ftp://a.example/", "ftp://a.example/"),
    ])
    func anAddressIsWhatAPersonMeans(_ text: String, _ address: String) throws {
        #expect(try subscribing.address(of: text) == address)
    }

    @Test func whatIsListedIsFollowed() throws {
        #expect(try subscribing.isFollowed("HTTPS://A.example/f#top"))
        #expect(try !subscribing.isFollowed("https://a.example/g"))
    }

    @Test func aFeedIsAddedToTheListThatALinkLeadsTo() async throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: folder.path("shared/list.opml"))
        let feeds = try await subscribing.feeds(of: "samples/x.xml", isPrivate: false)
        #expect(feeds.map(\.title) == ["Here"])
        try subscribing.follow(feeds, folder: "New", isPrivate: false)
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("shared/list.opml"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let subscriptions = try Site.load(folder.url).subscriptions
        #expect(subscriptions.map(\.address) == ["https://a.example/f", "samples/x.xml"])
        #expect(subscriptions.last?.categories == ["New"] && subscriptions.last?.title == "Here")
    }

    @Test func theFirstFeedBeginsTheList() async throws {
        try FileManager.default.removeItem(atPath: folder.path("feeds/subscriptions.opml"))
        let subscribing = Subscribing(try Site.load(folder.url, isNew: true), program: Generator())
        let feeds = try await subscribing.feeds(of: "samples/x.xml", isPrivate: false)
        #expect(throws: SiteError.self) { try Site.load(folder.url) }
        try subscribing.follow(feeds, folder: nil, isPrivate: false)
        #expect(try Site.load(folder.url).subscriptions.map(\.address) == ["samples/x.xml"])
    }
}
