import Testing

@testable import FeedCore

struct SecretsReaderTests {
    private func read(_ text: String) throws -> [Secret] { try SecretsReader.read(Array(text.utf8)) }

    @Test func readsEveryKindOfSecret() throws {
        let secrets = try read(
            """
            { // one subscription, and all of one host
              "https://a.example/feed.xml": {
                basic: {user: "me", password: "pass:word"}, cookie: "sid=1", headers: {"X-Api-Key": "k"},
                caFile: "ca.pem", certificate: "me.pem", key: "me.key", insecureTLS: true,
              },
              "https://b.example:8443": {bearer: "token"},
            }
            """)
        let first = try #require(secrets.first)
        #expect(first.headers.map(\.name) == ["Authorization", "Cookie", "X-Api-Key"])
        #expect(first.headers.map(\.value) == ["Basic bWU6cGFzczp3b3Jk", "sid=1", "k"])
        #expect(first.caFile == "ca.pem" && first.certificate == "me.pem" && first.key == "me.key")
        #expect(first.insecureTLS && !first.isOrigin)
        #expect(secrets.last?.headers == [HeaderField(name: "Authorization", value: "Bearer token")])
        #expect(secrets.last?.isOrigin == true)
    }

    @Test(arguments: [
        ("[]", "must be an object"),
        ("{'a.example': {}}", "address or an origin"),
        ("{'ftp://a.example/': {}}", "address or an origin"),
        ("{'https://s3cret:s3cret@a.example/': {}}", "address or an origin"),
        ("{'https://a.example/': {bear: 's3cret'}}", "'bear' is not a key of feedtool; did you mean 'bearer'?"),
        ("{'https://a.example/': {insecureTls: true}}", "did you mean 'insecureTLS'?"),
        ("{'https://a.example/': {zzzzzzzz: 's3cret'}}", "known here: basic, bearer"),
        ("{'https://a.example/': {basic: 's3cret'}}", "basic must be an object"),
        ("{'https://a.example/': {basic: {user: 'a', pass: 's3cret'}}}", "'pass' is not a key"),
        ("{'https://a.example/': {basic: {password: 's3cret'}}}", "basic must be"),
        ("{'https://a.example/': {bearer: 's3cret', basic: {user: 'a', password: 's3cret'}}}", "twice"),
        ("{'https://a.example/': {cookie: 's3cret', headers: {COOKIE: 's3cret'}}}", "twice"),
        ("{'https://a.example/': {headers: {Host: 's3cret'}}}", "own to set"),
        ("{'https://a.example/': {headers: {'Content-Length': '0'}}}", "own to set"),
        ("{'https://a.example/': {headers: {'A B': 's3cret'}}}", "name"),
        ("{'https://a.example/': {headers: {A: 's3cret\\r\\nB: c'}}}", "line break"),
        ("{'https://a.example/': {bearer: 's3cret\\nB: c'}}", "line break"),
        ("{'https://a.example/': {bearer: 5}}", "must be a text"),
        ("{'https://a.example/': {key: 'me.key'}}", "certificate"),
        ("{'https://a.example': {insecureTLS: true}}", "not for a whole origin"),
        ("{'https://a.example/': {bearer: 's3cret}}", "is not JSON"),
    ])
    func refusesWhatIsOddWithoutRepeatingASecret(_ text: String, _ reason: String) throws {
        let error = try #require(throws: SiteError.self) { try read(text) }
        #expect(error.kind == .configuration)
        #expect(error.message.hasPrefix("feeds/secrets.json:1:"))
        #expect(error.message.contains(reason), "\(error.message)")
        #expect(!error.message.contains("s3cret"))
    }
}
