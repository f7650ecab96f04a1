import Testing

@testable import FeedCore

struct RiverPageTests {
    @Test func entriesStandBelowTheirDay() {
        let late = PageSamples.noon, early = Timestamp(seconds: late.seconds - 86_400)
        let page = text(
            PageSamples.document([
                PageSamples.item(PageSamples.entry("Two"), at: late),
                PageSamples.item(PageSamples.entry("One"), at: late),
                PageSamples.item(PageSamples.entry("Old"), at: early),
            ]))
        #expect(page.ranges(of: "<section class=\"day\">").count == 2)
        #expect(page.contains("<time datetime=\"2026-11-22\">Sunday, 22 November 2026</time>"))
        #expect(page.contains("<time datetime=\"2026-11-21\">Saturday, 21 November 2026</time>"))
        #expect(headings(page) == ["h1", "h2", "h3", "h3", "h2", "h3", "h2"])
    }

    @Test func thePageIsBalancedAndSaysWhatItIs() {
        let page = text(PageSamples.document([PageSamples.item(PageSamples.entry("T", html: "<ul><li>a<b>c"))]))
        #expect(PageSamples.imbalances(in: page) == [])
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
        #expect(page.contains("<title>Planet &lt;Test&gt;</title>"))
        #expect(page.contains("<link rel=\"canonical\" href=\"https://planet.example/\">"))
        #expect(page.contains("<meta property=\"og:description\" content=\"All &amp; sundry\">"))
        #expect(page.contains("type=\"application/feed+json\""))
        for landmark in ["<header class=\"site\">", "<nav ", "<main ", "<footer "] { #expect(page.contains(landmark)) }
    }

    @Test func thePolicyLetsInNothingButTheSitesOwnFilesAndPictures() {
        let page = text(PageSamples.document([]))
        #expect(
            page.contains(
                "content=\"default-src &#39;none&#39;; img-src &#39;self&#39; https: http: data:; "
                    + "media-src &#39;self&#39; https: http:; style-src &#39;self&#39;; script-src &#39;self&#39;; "
                    + "base-uri &#39;none&#39;; form-action &#39;none&#39;\""))
        #expect(!page.contains("<style") && !page.contains(" style=") && !page.contains("<script>"))
        let framed = RiverPage.write(PageSamples.document([]), players: [.vimeo])
        #expect(
            String(decoding: framed, as: UTF8.self).contains(
                "; frame-src https://player.vimeo.com https://www.player.vimeo.com\""))
    }

    @Test func linksFitThePlaceOfThePage() {
        var navigation = Navigation()
        navigation.tags["swift"] = "tag/swift/"
        navigation.feeds["https://a.example/feed"] = "feed/a/"
        var entry = PageSamples.entry("T")
        entry.categories = [Category(term: "swift"), Category(term: "none"), Category(term: " ")]
        let document = PageSamples.document([PageSamples.item(entry)], title: "Swift", folder: "tag/swift/")
        let page = text(document, navigation: navigation)
        #expect(page.contains("<a href=\"../../tag/swift/index.html\" rel=\"tag\"><bdi>swift</bdi></a>"))
        #expect(page.contains("<a href=\"../../feed/a/index.html\"><bdi>Feed A</bdi></a>"))
        #expect(page.contains("<li><bdi>none</bdi></li>"))
        #expect(page.contains("href=\"../../style.css\"") && page.contains("src=\"../../river.js\""))
        #expect(page.contains("<a href=\"../../tag/swift/atom.xml\" type=\"application/atom+xml\">"))
        #expect(page.contains("title=\"Swift\" href=\"https://planet.example/tag/swift/atom.xml\">"))
        #expect(page.contains("<a href=\"../../feeds.opml\"") && page.contains("<link rel=\"blogroll\" "))
        #expect(page.contains("<h1 dir=\"auto\">Swift</h1>"))
        #expect(page.contains("<link rel=\"canonical\" href=\"https://planet.example/tag/swift/\">"))
    }

    @Test func archivesLeadToTheirNeighbors() {
        let newest = text(
            PageSamples.document(
                [], place: .archive(name: "archive/2026-10", previous: "archive/2026-09", next: nil)))
        #expect(newest.contains("<a rel=\"prev\" class=\"older\" href=\"../archive/2026-09.html\">"))
        #expect(newest.contains("<a rel=\"next\" href=\"../index.html\">"))
        #expect(newest.contains("<h1 dir=\"auto\">October 2026</h1>"))
        #expect(newest.contains("<link rel=\"canonical\" href=\"https://planet.example/archive/2026-10.html\">"))
        let current = text(
            PageSamples.document([], place: .current(previousArchive: "archive/2026-10", isComplete: false)))
        #expect(current.contains("<a rel=\"prev\" class=\"older\" href=\"archive/2026-10.html\">"))
    }

    @Test func aRightToLeftSiteReadsFromRightToLeft() {
        let site = PublishedSite(
            id: "x", title: "x", subtitle: nil, link: "https://x.example/", author: Person(), language: "he",
            rights: nil, icon: nil, logo: nil, generator: Generator())
        let document = RiverDocument(site: site, id: "x", title: "x", entries: [], formats: [.html])
        #expect(text(document).contains("<html lang=\"he\" dir=\"rtl\">"))
    }

    @Test func theThemeStandsWhereItSaysItDoes() {
        var theme = Theme()
        theme.head = Array("<meta name=\"x\" content=\"{{title}}\">".utf8)
        theme.header = Array("<h1>{{title}} {{unknown}}</h1>{{subtitle}}{".utf8)
        theme.footer = Array("<a href=\"{{link}}\">home</a>".utf8)
        let page = String(decoding: RiverPage.write(PageSamples.document([]), theme: theme), as: UTF8.self)
        #expect(page.contains("<meta name=\"x\" content=\"Planet &lt;Test&gt;\"></head>"))
        #expect(page.contains("<header class=\"site\">\n<h1>Planet &lt;Test&gt; {{unknown}}</h1>All &amp; sundry{<nav"))
        #expect(page.contains("<a href=\"https://planet.example/\">home</a><p class=\"keys\""))
    }

    private func text(_ document: RiverDocument, navigation: Navigation = Navigation()) -> String {
        String(decoding: RiverPage.write(document, navigation: navigation), as: UTF8.self)
    }

    private func headings(_ page: String) -> [String] {
        var scanner = MarkupScanner(page)
        var names: [String] = []
        while let tag = scanner.next() {
            if !tag.isEnd, tag.name.count == 2, tag.name != "hr", tag.name.hasPrefix("h") { names.append(tag.name) }
        }
        return names
    }
}
