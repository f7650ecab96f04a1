import Testing

@testable import FeedCore

struct FetchChainTests {
    @Test(arguments: [
        "http://8.8.8.8/", "http://[2a00:1450::1]/", "http://[::ffff:8.8.8.8]/", "http://example.org/",
        "https://user@example.org:8443/",
    ])
    func asksPublicAddresses(_ url: String) throws {
        try FetchChain(FetchRequest(id: 0, url: url), index: 0).check(FetchPolicy())
    }

    @Test(arguments: [
        "http://10.0.0.1/", "http://[fd00::1]/", "http://[::ffff:10.0.0.1]/", "http://wiki/", "http://2130706433/",
    ])
    func refusesOthersUnlessTheyAreMeant(_ url: String) throws {
        var request = FetchRequest(id: 0, url: url)
        let error = #expect(throws: FetchError.self) { try FetchChain(request, index: 0).check(FetchPolicy()) }
        #expect(error?.kind == .refused)
        request.allowPrivate = true
        try FetchChain(request, index: 0).check(FetchPolicy())
    }

    @Test(arguments: [("http://me:word@a b/", "word"), ("ftp://me:word@example.org/", "word")])
    func showsNoCredentials(_ url: String, _ secret: String) {
        let error = #expect(throws: FetchError.self) { try FetchChain(FetchRequest(id: 0, url: url), index: 0) }
        #expect(error?.message.contains(secret) == false)
    }
}
