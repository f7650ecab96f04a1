import Testing

@testable import FeedCore

struct HostKeyTests {
    @Test(arguments: [
        ("https://a.example.co.uk/", "example.co.uk"), ("http://example.co.uk:81/", "example.co.uk"),
        ("https://one.github.io/", "one.github.io"), ("https://com/", "com"), ("http://192.0.2.1/", "192.0.2.1:80"),
        ("http://[2001:db8::1]:81/", "2001:db8::1:81"),
    ])
    func isTheRegistrableDomain(_ url: String, _ want: String) throws {
        #expect(HostKey.of(try WebAddress(url)) == want)
    }
}
