import Testing

@testable import FeedCore

struct EntryMarkupTests {
    @Test(arguments: [
        ("<h1>a</h1><h2>b</h2><h1>c</h1>", "<h4>a</h4><h5>b</h5><h4>c</h4>"),
        ("<h3>a</h3><h6>b</h6><h2>c</h2>", "<h4>a</h4><h5>b</h5><h4>c</h4>"),
        ("<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4>", "<h4>a</h4><h5>b</h5><h6>c</h6><h6>d</h6>"),
    ])
    func headingsComeBelowTheEntrysOwnAndLeaveOutNoLevel(_ given: String, _ want: String) {
        #expect(fitted(given) == want)
    }

    @Test(arguments: [
        (
            #"<img src="a.png" width="3"/>"#,
            #"<img loading="lazy" decoding="async" referrerpolicy="no-referrer" alt="" src="a.png" width="3"/>"#
        ),
        (
            #"<img alt="x" src="a"/>"#,
            #"<img loading="lazy" decoding="async" referrerpolicy="no-referrer" alt="x" src="a"/>"#
        ),
        (
            #"<video controls="" preload="auto" poster="p" src="v"></video>"#,
            #"<video preload="none" controls="" src="v"></video>"#
        ),
        (#"<audio src="v" controls=""></audio>"#, #"<audio preload="none" src="v" controls=""></audio>"#),
        (#"<iframe src="p"></iframe>"#, #"<iframe title="Player" src="p"></iframe>"#),
    ])
    func nothingIsLoadedBeforeItIsLookedAt(_ given: String, _ want: String) {
        #expect(fitted(given) == want)
    }

    @Test func tablesScrollOnTheirOwn() {
        #expect(
            fitted("<table><tbody><tr><td>1</td></tr></tbody></table>")
                == #"<div class="wide"><table><tbody><tr><td>1</td></tr></tbody></table></div>"#)
    }

    @Test func thereAreNoLandmarks() {
        #expect(
            fitted(#"<main lang="de"><nav>a</nav></main><header>b</header>"#)
                == #"<div lang="de"><div>a</div></div><div>b</div>"#)
    }

    @Test(arguments: ["", "a &lt; b", "<p>a<br/>b</p>", "<hr/>", "<", "<im", "<img", "<img ", "</h1>"])
    func theRestStaysAndNothingTrapsIt(_ markup: String) {
        #expect(fitted(markup).hasPrefix(markup.prefix(1)))
    }

    private func fitted(_ markup: String) -> String {
        String(decoding: EntryMarkup(Array(markup.utf8)).output, as: UTF8.self)
    }
}
