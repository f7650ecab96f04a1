import Testing

@testable import FeedCore

struct ServerHintsTests {
    static let fresh: [(String?, String?, Int?)] = [
        ("max-age=60", nil, 60), ("public, Max-Age=\"60\"", nil, 60), ("no-cache, max-age=60", nil, 0),
        ("max-age=99999999999999999999", nil, 315_360_000), ("max-age=-1", nil, nil), ("private", nil, nil),
        (nil, "Sun, 06 Nov 1994 08:50:37 GMT", 60), (nil, "Sun, 06 Nov 1994 08:48:37 GMT", 0), (nil, "0", nil),
        ("max-age=5", "Sun, 06 Nov 1994 08:50:37 GMT", 5),
    ]

    private let now = Timestamp(seconds: 784_111_777)

    @Test(arguments: ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"])
    func readsHTTPsDates(_ text: String) {
        #expect(HTTPDate.parse(text) == now)
    }

    @Test(arguments: ["", "0", "-1", "now", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 8:49 GMT"])
    func guessesNoDate(_ text: String) {
        #expect(HTTPDate.parse(text) == nil)
    }

    @Test(arguments: fresh)
    func knowsHowLongADocumentIsFresh(_ cacheControl: String?, _ expires: String?, _ want: Int?) {
        var response = FetchResponse(finalURL: "")
        (response.status, response.cacheControl, response.expires) = (200, cacheControl, expires)
        response.date = "Sun, 06 Nov 1994 08:49:37 GMT"
        #expect(ServerHints(response, now: now.adding(500)).freshSeconds == want)
    }

    @Test(arguments: [
        (429, "120", 120), (503, "Sun, 06 Nov 1994 08:51:37 GMT", 120), (503, "soon", nil), (200, "120", nil),
        (429, "-5", nil),
    ])
    func heedsRetryAfter(_ status: Int, _ value: String, _ want: Int?) {
        var response = FetchResponse(finalURL: "")
        (response.status, response.retryAfter) = (status, value)
        #expect(ServerHints(response, now: now).retrySeconds == want)
    }

    @Test func asksForAWholeCopyNowAndThen() {
        let stored = Validators(etag: "\"1\"")
        #expect(Freshness.validators(stored, lastWhole: now, now: now.adding(691_199)) == stored)
        #expect(Freshness.validators(stored, lastWhole: now, now: now.adding(691_200)).isEmpty)
        #expect(Freshness.validators(stored, lastWhole: nil, now: now).isEmpty)
    }

    @Test func keepsNoValidatorThatLies() {
        var response = FetchResponse(finalURL: "")
        response.validators = Validators(etag: "\"1\"", lastModified: "Sun, 06 Nov 1994 09:49:37 GMT")
        let kept = Freshness.worthKeeping(response, previous: Validators(), changed: true, now: now)
        #expect(kept == Validators(etag: "\"1\""))
        let same = Freshness.worthKeeping(response, previous: response.validators, changed: true, now: now)
        #expect(same.isEmpty)
        #expect(Freshness.worthKeeping(response, previous: kept, changed: false, now: now) == kept)
    }
}
