import Testing

@testable import FeedCore

struct AddressPolicyTests {
    @Test(arguments: [
        "0.0.0.0", "10.20.30.40", "100.64.0.0", "100.127.255.255", "127.0.0.1", "168.63.129.16", "169.254.169.254",
        "172.16.0.0", "172.31.255.255", "192.0.0.1", "192.0.2.7", "192.88.99.1", "192.168.3.4", "198.18.0.0",
        "198.19.255.255", "198.51.100.9", "203.0.113.200", "224.0.0.251", "239.255.255.250", "240.0.0.1",
        "255.255.255.255",
        "::", "::1", "::7f00:1", "::8.8.8.8", "::ffff:10.0.0.1", "::ffff:0:10.0.0.1", "64:ff9b::10.0.0.1",
        "64:ff9b:1::808:808", "100::1", "2001::1", "2001:2::1", "2001:1ff:ffff::1", "2001:db8::7", "2002:c0a8:101::1",
        "3fff::1", "3fff:fff:ffff::1", "5f00::1", "fc00::1", "fdff::1", "fe80::1", "febf::1", "fec0::1", "ff02::fb",
        "4000::1",
    ])
    func refusesWhatIsNotPublic(_ text: String) throws {
        let address = try #require(IPAddress(numeric: text))
        #expect(AddressPolicy.refusal(of: address) != nil)
    }

    @Test(arguments: [
        "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
        "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "191.255.255.255", "192.0.1.1", "192.0.3.0",
        "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "198.51.99.255", "203.0.114.0",
        "223.255.255.255",
        "::ffff:8.8.4.4", "64:ff9b::8.8.4.4", "2001:200::1", "2001:4860:4860::8844", "2001:db7::1", "2002:808:404::1",
        "2a00:1450::1", "3ffe::1", "3fff:1000::1",
    ])
    func allowsWhatIsPublic(_ text: String) throws {
        let address = try #require(IPAddress(numeric: text))
        #expect(AddressPolicy.refusal(of: address) == nil)
    }

    @Test(arguments: [
        ("localhost", true), ("a.localhost", true), ("localhost.localdomain", true), ("ip6-loopback", true),
        ("printer.local", true), ("db.internal", true), ("nas.home.arpa", true), ("router.lan", true),
        ("localhost.example.org", false), ("local.example.org", false), ("lan", true), ("intranet", true),
        ("wiki", true), ("lan.org", false),
        ("homehome.arpa", false), ("example.org", false),
    ])
    func knowsLocalNames(_ name: String, _ isLocal: Bool) {
        #expect((AddressPolicy.refusal(ofName: name) != nil) == isLocal)
    }
}
