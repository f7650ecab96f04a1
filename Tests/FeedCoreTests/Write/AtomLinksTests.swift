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

    @Test(arguments: [
        ("replies", "replies"), ("https://a.example/rel#x", "https://a.example/rel#x"),
        ("http-proxy", "http://www.iana.org/assignments/relation/http-proxy"), ("no word", "related"),
        ("no:address:<", "related"),
    ])
    func aRelationIsRegisteredOrAnAddress(_ relation: String, _ written: String) throws {
        var entry = Entry()
        entry.id = "tag:a.example,2026:1"
        entry.links = [Link(rel: relation, href: "https://a.example/b")]
        let document = try RiverSample.document(of: [entry]).bytes(as: .atom)
        #expect(String(decoding: document, as: UTF8.self).contains("<link rel=\"\(written)\" href"))
        let read = try FeedParser.parse(document, context: DocumentContext()).entries
        #expect(read.first?.links.map(\.rel) == [LinkRelations.name(of: written)])
    }
}
