import Testing

@testable import FeedCore

struct IPAddressTests {
    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("0xc0000201", "192.0.2.1"), ("3221225985", "192.0.2.1"), ("192.513", "192.0.2.1"),
        ("192.0.513", "192.0.2.1"), ("0xC0.0.0x2.1", "192.0.2.1"), ("0", "0.0.0.0"), ("0x", "0.0.0.0"),
        ("255.255.255.255", "255.255.255.255"), ("4294967295", "255.255.255.255"), ("1.16777215", "1.255.255.255"),
    ])
    func readsEverySpellingOfIPv4(_ text: String, _ want: String) {
        #expect(IPAddress(v4: text)?.description == want)
    }

    @Test(arguments: [
        "", ".", "1.2.3.4.5", "256.1.1.1", "1.2.3.256", "1.2.65536", "4294967296", "1..2", "1.2.3.", "010.1.1.1",
        "1.2.3.04", "0x1g", "+1.2.3.4", "0x+1", "1.-2.3", "a.b", "99999999999999999999999",
    ])
    func refusesWhatIsNoIPv4OrIsAmbiguous(_ text: String) {
        #expect(IPAddress(v4: text) == nil)
    }

    @Test(arguments: [
        ("0:0:0:0:0:0:0:1", "::1"), ("2001:DB8::0001", "2001:db8::1"), ("::ffff:1.2.3.4", "::ffff:1.2.3.4"),
    ])
    func readsIPv6(_ text: String, _ want: String) {
        #expect(IPAddress(v6: text)?.description == want)
    }

    @Test(arguments: ["", ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::g", "12345::"])
    func refusesWhatIsNoIPv6(_ text: String) {
        #expect(IPAddress(v6: text) == nil)
    }

    @Test(arguments: [
        ("1.2.3.4", true), ("0x7f", true), ("a.b.1", true), ("a.0x1", true), ("0x7f.example", false),
        ("dead.beef", false),
        ("1.2.3.x", false), ("0xyz", false), ("1.2.", false),
    ])
    func tellsNumbersFromNames(_ host: String, _ want: Bool) {
        #expect(IPAddress.looksNumeric(host) == want)
    }
}
