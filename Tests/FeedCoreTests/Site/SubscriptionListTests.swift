import Testing

@testable import FeedCore

struct SubscriptionListTests {
    @Test func foldersBecomeCategories() throws {
        let list = try read(
            """
            <?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a "<outline xmlUrl='x'/>">]>
            <opml version="2.0"><head><title>x</title></head><body><!-- <outline xmlUrl="no"/> -->
            <outline text="Science"><outline text="Weather">
              <outline text="A &amp; B" title="T" xmlUrl=" https://a.example/?a=1&amp;b=2&c " htmlUrl="https://a.example/"
                language="en" category="/Science/Weather,/x/ y ,"/>
            </outline></outline>
            <OUTLINE TEXT="B" XMLURL="feed://b.example/f" private="true"></OUTLINE>
            <outline xmlUrl="./samples/../samples/c.rss"/></body></opml>
            """)
        #expect(list.problems.isEmpty)
        #expect(list.subscriptions.map(\.position) == [0, 1, 2])
        #expect(
            list.subscriptions.map(\.address) == [
                "https://a.example/?a=1&b=2&c", "http://b.example/f", "samples/c.rss",
            ])
        let first = try #require(list.subscriptions.first)
        #expect(first.categories == ["Science/Weather", "x/y"] && first.title == "T" && first.language == "en")
        #expect(list.subscriptions.map(\.isPrivate) == [false, true, false])
        #expect(list.subscriptions.map(\.isFile) == [false, false, true])
        #expect(list.subscriptions[1].title == "B" && list.subscriptions[1].categories.isEmpty)
    }

    @Test func anAddressListedTwiceIsFollowedOnce() throws {
        let list = try read(
            """
            <opml><body><outline text="A"><outline xmlUrl="https://a.example"/></outline>
            <outline text="B"><outline xmlUrl="HTTPS://A.example/#x"/></outline></body></opml>
            """)
        #expect(list.subscriptions.map(\.categories) == [["A", "B"]])
        #expect(
            list.problems == [
                "feeds/subscriptions.opml:2: HTTPS://A.example/#x is on line 1 already; followed once"
            ])
    }

    @Test func aFeedMayKeepItsTrackers() throws {
        let list = try read(
            """
            <opml><body><outline xmlUrl="https://a.example/" trackers="Keep"/><outline xmlUrl="https://b.example/"/>
            <outline xmlUrl="https://c.example/" trackers="strip"/>
            <outline xmlUrl="https://d.example/" trackers="some"/></body></opml>
            """)
        #expect(list.subscriptions.map(\.trackers) == [.keep, nil, .strip, nil])
        #expect(
            list.problems == [
                "feeds/subscriptions.opml:3: trackers=\"some\" must be \"strip\" or \"keep\"; ignored"
            ])
    }

    @Test(arguments: [
        ("", "is empty"), (" \n", "is empty"), ("hello", "is not XML"), ("\0", "is not text"),
        ("<!doctype html><html><body>x</body></html>", "is a web page"),
        ("<rss version='2.0'><channel/></rss>", "is a feed, not an OPML list"),
        ("<x/>", "begins with <x>, not <opml>"), ("<opml><head></head></opml>", "has no <body>"),
        ("<opml><body>\n<outline text='a'>", "2: ends before <outline> is closed"),
        ("<opml><body><outline></body></opml>", "found </body>, expected </outline>"),
        ("<opml><body></body></opml><opml/>", "goes on after </opml>"),
        ("<opml><body>" + String(repeating: "<outline text='a'>", count: 100_000), "nested deeper than 200"),
    ])
    func whatIsNoListIsRefusedInOneLine(_ opml: String, _ wanted: String) throws {
        let error = try #require(#expect(throws: SiteError.self) { try read(opml) })
        #expect(error.kind == .subscriptions && error.message.contains(wanted), "\(error.message)")
        #expect(error.message.hasPrefix("feeds/subscriptions.opml:") && !error.message.contains("\n"))
    }

    private func read(_ opml: String) throws -> SubscriptionList { try SubscriptionList.read(Array(opml.utf8)) }
}
