import Testing

@testable import FeedCore

struct EntryArticleTests {
    private let long = "<p>\(String(repeating: "Many words make a long story. ", count: 40))</p>"

    @Test func aShortStoryStandsAsItIs() {
        let page = PageSamples.page(PageSamples.entry("T", html: "<p>Short &amp; <b>good</b>.</p>"))
        #expect(page.contains("<h3 dir=\"auto\"><a href=\"https://a.example/1\">T</a></h3>"))
        #expect(page.contains("<p>Short &amp; <b>good</b>.</p>") && !page.contains("<details>"))
    }

    @Test func aLongStoryIsOpenedOnDemand() {
        let page = PageSamples.page(PageSamples.entry("T <1>", html: long))
        #expect(page.contains("<div class=\"excerpt start\"><p dir=\"auto\">Many words"))
        #expect(
            page.contains(
                "<summary>Read on<span class=\"hidden\">: T &lt;1&gt;</span> <span class=\"length\">2 min</span>"))
    }

    @Test func anArchiveShowsHowAStoryBeginsAndLinksToIt() {
        var entry = PageSamples.entry("T", html: "<img src=\"https://a.example/p.png\">" + long)
        let archive = RiverDocument.Place.archive(name: "archive/2026-10", previous: nil, next: nil)
        func page() -> String {
            let document = PageSamples.document([PageSamples.item(entry)], place: archive)
            return String(decoding: RiverPage.write(document), as: UTF8.self)
        }
        let words = (1...9).map { _ in "Many words make a long story." }.joined(separator: " ")
        #expect(page().contains("<div class=\"excerpt\"><p dir=\"auto\">\(words)</p></div>"))
        #expect(!page().contains("<details>") && PageSamples.imbalances(in: page()) == [])
        entry.link = nil
        #expect(page().contains("<details>"))
    }

    @Test func aSummaryOfItsOwnStaysBesideTheStory() {
        var entry = PageSamples.entry("T", html: long)
        entry.summary = Text("What it is about")
        #expect(PageSamples.page(entry).contains("<div class=\"excerpt\"><p dir=\"auto\">What it is about</p></div>"))
        entry.summary = Text("Many words make a long story. Many words […]")
        #expect(PageSamples.page(entry).contains("<div class=\"excerpt start\">"))
    }

    @Test(arguments: [
        ("<p>Hello from the meadow</p>", ">Hello from the meadow</a></h3>"), ("", ">Untitled</a></h3>"),
    ])
    func aPostWithoutATitleIsCalledByItsWords(_ html: String, _ want: String) {
        var entry = PageSamples.entry("", html: html)
        #expect(PageSamples.page(entry).contains(want))
        entry.title = Text("<img src=x>", type: .html)
        #expect(PageSamples.page(entry).contains(want))
    }

    @Test func theFirstPictureStandsBesideTheExcerpt() {
        let smiley = "<img src=\"https://a.example/s.png\" width=\"16\">"
        let picture = "<img src=\"https://a.example/p.png?a&amp;b\">"
        var entry = PageSamples.entry("T", html: smiley + picture + long)
        let lead = "<img class=\"lead\" src=\"https://a.example/"
        #expect(PageSamples.page(entry).contains(lead + "p.png?a&amp;b\" alt=\"\" loading=\"lazy\""))
        entry.image.url = "https://a.example/own.png"
        #expect(PageSamples.page(entry).contains(lead + "own.png\""))
    }

    @Test func aFaceIsNoPictureOfAnEntry() {
        var entry = PageSamples.entry("T", html: long)
        var face = Media.Content(), picture = Media.Content()
        (face.url, face.medium) = ("https://0.gravatar.com/avatar/1?s=96", "image")
        (picture.url, picture.medium) = ("https://a.example/p.jpg", "image")
        entry.media.contents = [face, picture]
        #expect(PageSamples.page(entry).contains("<img class=\"lead\" src=\"https://a.example/p.jpg\""))
        #expect(!PageSamples.page(entry).contains("gravatar"))
    }

    @Test func aVideoWithoutATextIsDescribed() {
        var entry = PageSamples.entry("T")
        entry.media.description = Text("What is seen")
        var page = Media.Content()
        (page.url, page.type) = ("https://v.example/v/1", "application/x-shockwave-flash")
        entry.media.contents = [page]
        #expect(PageSamples.page(entry).contains("<p class=\"plain\">What is seen</p>"))
        #expect(!PageSamples.page(entry).contains("v.example"))
    }

    @Test func enclosuresGetPlayersThatLoadNothing() {
        var entry = PageSamples.entry("T")
        entry.links = [
            Link(rel: "enclosure", href: "https://a.example/a.mp3", type: "audio/mpeg", length: 1),
            Link(rel: "enclosure", href: "https://a.example/a.mp3", type: "audio/mpeg"),
            Link(rel: "enclosure", href: "https://a.example/b.webm"),
            Link(rel: "enclosure", href: "https://a.example/x/c.zip", length: 2_500_000),
            Link(rel: "enclosure", href: "javascript:alert(1)", type: "audio/mpeg"),
        ]
        let page = PageSamples.page(entry)
        #expect(
            page.ranges(
                of:
                    "<audio controls preload=\"none\" aria-label=\"Audio: T\"><source src=\"https://a.example/a.mp3\" "
            ).count == 1)
        #expect(page.contains("<video controls preload=\"none\" aria-label=\"Video: T\">"))
        #expect(page.contains(">Download <bdi>c.zip</bdi></a> <span class=\"length\">2 MB</span>"))
        #expect(!page.contains("javascript:"))
    }

    @Test func copiesAreNamed() {
        let item = PageSamples.item(
            PageSamples.entry("T"),
            copies: [
                .init(feed: PageSamples.feed("b", title: "B"), link: "https://b.example/1"),
                .init(feed: PageSamples.feed("c", title: "<C>"), link: "javascript:1"),
            ])
        let page = String(decoding: RiverPage.write(PageSamples.document([item])), as: UTF8.self)
        #expect(
            page.contains(
                "<p class=\"also\">Also in <a href=\"https://b.example/1\"><bdi>B</bdi></a>, <bdi>&lt;C&gt;</bdi></p>"))
    }

    @Test func languagesAndDirectionsAreDeclared() {
        var entry = PageSamples.entry("T", html: "<p>x</p>")
        entry.language = "ar-EG"
        #expect(PageSamples.page(entry).contains("<h3 lang=\"ar-EG\" dir=\"rtl\">"))
        entry.language = "de\"><script>"
        #expect(PageSamples.page(entry).contains("<h3 lang=\"de&quot;&gt;&lt;script&gt;\" dir=\"auto\">"))
    }

    @Test func noFieldOfAnEntryCanBreakThePage() {
        let hostile = "</article></main><script>alert(1)</script>\"'><!--"
        var entry = PageSamples.entry(hostile)
        entry.link = "javascript:alert(1)"
        entry.summary = Text(hostile)
        entry.authors = [Person(name: hostile)]
        entry.categories = [Category(term: hostile)]
        entry.image.url = "https://a.example/\"onerror=\"alert(1)"
        entry.links = [Link(rel: "enclosure", href: "https://a.example/\">", type: "audio/\"><script>")]
        let item = PageSamples.item(entry, from: PageSamples.feed(hostile, title: hostile))
        let page = String(decoding: RiverPage.write(PageSamples.document([item])), as: UTF8.self)
        #expect(PageSamples.imbalances(in: page) == [])
        #expect(!page.contains("<script>") && !page.contains("javascript:") && !page.contains("\"onerror"))
    }

    @Test func categoriesAreFewAndStandOnce() {
        var entry = PageSamples.entry("T")
        entry.categories = (0..<30).map { Category(term: "\($0 / 2)") }
        #expect(PageSamples.page(entry).ranges(of: "<li><bdi>").count == 8)
    }
}
