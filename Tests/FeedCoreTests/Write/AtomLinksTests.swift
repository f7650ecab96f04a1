import Testing

@testable import FeedCore

struct AtomLinksTests {
    @Test func thereIsOnePageOfAKind() {
        let links = AtomLinks(
            page: "https://a.example/b",
            [
                Link(href: "https://a.example/a"), Link(href: "https://a.example/b", title: "B"),
                Link(href: "https://a.example/de", hreflang: "de"),
                Link(href: "https://a.example/p", type: "text/plain"),
            ])
        #expect(links.all.map(\.href.last) == ["b", "a", "e", "p"])
        #expect(links.all.map(\.rel) == ["alternate", "related", "alternate", "alternate"])
        #expect(links.all.first?.title == "B" && links.hasPage)
    }

    @Test func aLinkStandsOnce() {
        let reply = Link(rel: "replies", href: "https://a.example/c", type: "text/html")
        var links = AtomLinks(page: nil, [reply, reply])
        links.add(reply)
        #expect(links.all == [reply] && !links.hasPage)
    }
}
