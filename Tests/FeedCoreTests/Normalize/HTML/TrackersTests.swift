import Testing

@testable import FeedCore

struct TrackersTests {
    @Test(arguments: [
        ("https://e.example/?utm_source=a&b=c&fbclid=d", "https://e.example/?b=c"),
        ("HTTPS://E.example/?utm_source=a", "HTTPS://E.example/"),
        ("https://e.example/?UTM_Medium=a", "https://e.example/"),
        ("https://e.example/x#utm_source=a", "https://e.example/x"),
        ("https://www.google.com/url?sa=t&q=https%3A%2F%2Fe.example%2F%3Futm_id%3D1", "https://e.example/"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fe.example%2Fa&h=x", "https://e.example/a"),
        ("https://www.google.co.uk/url?q=https://e.example/a", "https://e.example/a"),
        ("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fe.example&data=x", "https://e.example"),
        ("https://e.example/?a=1&campaign_source=x&elqTrackId=y&__cft__[0]=z", "https://e.example/?a=1"),
        ("https://href.li/?https://e.example/a", "https://e.example/a"),
    ])
    func cleans(_ address: String, _ clean: String) {
        #expect(Trackers.cleaned(Array(address.utf8))?.text == clean)
    }

    @Test(arguments: [
        "https://e.example/", "https://e.example/?a=utm_source", "https://e.example/?", "https://e.example/#top",
        "https://e.example/?a=1&&b", "mailto:a@b.example?subject=x", "https://www.google.com/url?q=javascript:x",
        "https://www.google.com/url?q=https%3A%2F%2F",
        "https://www.google.com/url?q=https%3A%2F%2Fe.example%2F%EF%BF%BE",
        "https://www.google.com/url?q=https%3A%2F%2F%5Be.example",
        String(repeating: "https://href.li/?", count: 12) + "https://e.example/?utm_source=x",
        "https://www.google.com/search?q=https://e.example/",
    ])
    func leavesAlone(_ address: String) {
        #expect(Trackers.cleaned(Array(address.utf8)) == nil)
    }

    @Test func aLinkDoesNotSayWhichSiteItStoodOn() {
        let address = Array("https://e.example/?ref=www.blog.example".utf8)
        #expect(Trackers.cleaned(address, from: "blog.example")?.text == "https://e.example/")
        #expect(Trackers.cleaned(address, from: "other.example") == nil)
        #expect(Trackers.cleaned(address) == nil)
    }

    @Test(arguments: ["display: none", "WIDTH:1px; height:1px;", "width:0;height:0"])
    func knowsHiddenImages(_ style: String) {
        #expect(Pixels.isHidden(Array(style.utf8)))
    }

    @Test(arguments: ["width:1px", "width:10px;height:1px", "display:block"])
    func knowsVisibleImages(_ style: String) {
        #expect(!Pixels.isHidden(Array(style.utf8)))
    }

    @Test(arguments: [
        "https://www.facebook.com/sharer/sharer.php?u=x", "https://x.com/intent/post?text=a",
        "http://feeds.feedburner.com/~ff/Blog?a=1",
    ])
    func knowsShareLinks(_ href: String) {
        #expect(ShareLinks.matches(Array(href.utf8)))
    }

    @Test(arguments: [
        "https://twitter.com/someone", "https://www.facebook.com/", "/intent/tweet", "https://x.example/share",
    ])
    func knowsOtherLinks(_ href: String) {
        #expect(!ShareLinks.matches(Array(href.utf8)))
    }
}
