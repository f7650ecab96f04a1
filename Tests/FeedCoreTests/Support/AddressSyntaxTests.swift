import Testing

@testable import FeedCore

struct AddressSyntaxTests {
    @Test(arguments: [
        "https://a.example/?a=b#c", "urn:x:1", "tag:a.example,2026:x", "HTTP://A.example:80/%7E", "https://[::1]:8080/",
        "https://täst.example/ü", "mailto:a@b.example", "file:///a", "https://u:p@a.example",
    ])
    func isAnIRI(_ text: String) { #expect(Address.isIRI(text)) }

    @Test(arguments: [
        "", "a", "/a", "http:", "http://", "https:///a", "http://a b", "http://a/%zz", "http://a/%4", "http://a/?b[]=1",
        "http://a/#b#c", "http://[::1", "http://[a]/", "http://a:port/", "1a:b", "a:b\u{7F}", "a:<b>",
    ])
    func isNone(_ text: String) { #expect(!Address.isIRI(text)) }

    @Test(arguments: [
        ("https://a.example/a b", "https://a.example/a%20b"), ("/p?q[]=%zz", "/p?q%5B%5D=%25zz"),
        ("https://a.example/#b#c", "https://a.example/#b%23c"), ("https://a.example/%7E", "https://a.example/%7E"),
        ("https://[::1]/", "https://[::1]/"),
    ])
    func whatNoAddressMayHoldIsEncoded(_ text: String, _ expected: String) {
        #expect(Address.mended(text) == expected)
    }

    @Test func onlyWholeAddressesAreWhole() {
        #expect(Address.whole("https://a.example/a b") == "https://a.example/a%20b")
        #expect(Address.whole("/a") == nil && Address.whole("http://") == nil && Address.whole(nil) == nil)
    }
}
