/// Which addresses lie outside the public Internet: a feed must never make us ask a machine that only we can reach.
///
/// After IANA's registries of special-purpose addresses (RFC 6890) and of special-use names (RFC 6761).
enum AddressPolicy {
    /// What kind of address it is, if it is not public; nil if it is.
    static func refusal(of address: IPAddress) -> String? {
        switch address {
        case .v4(let value):
            special4.first { value >> UInt32(32 - $0.bits) == $0.prefix >> UInt32(32 - $0.bits) }?.name
        case .v6(let high, let low): refusal(high, low)
        }
    }

    /// What kind of name it is, if it is never public; `host` is in lower case, without a final dot.
    static func refusal(ofName host: String) -> String? {
        if localNames.contains(host) { return "a name of this machine" }
        let last = String(host.split(whereSeparator: { $0 == "." }).last ?? "")
        if last == "localhost" { return "a name of this machine" }
        // A name without a dot is looked up in this network's own domains (RFC 7085: the public root has none to use).
        guard last != host, !localDomains.contains(last), !host.hasSuffix(".home.arpa") else {
            return "a name of private networks"
        }
        return nil
    }

    private static func refusal(_ high: UInt64, _ low: UInt64) -> String? {
        func embedded(_ value: UInt64) -> String? {
            refusal(of: .v4(UInt32(truncatingIfNeeded: value))).map { "\($0), inside an IPv6 address" }
        }
        switch (high, low >> 32) {
        case (0, 0xffff): return embedded(low)
        case (0, _): return low == 1 ? "loopback" : low == 0 ? "unspecified" : "reserved"
        case (0x0064_ff9b_0000_0000, 0): return embedded(low)
        default: break
        }
        switch high >> 48 {
        case 0x2002: return embedded(high >> 16)
        case 0x2000...0x3fff:
            if high >> 41 == 0x2001_0000 >> 9 { return "reserved (Teredo and other protocols)" }
            if high >> 32 == 0x2001_0db8 || high >> 44 == 0x3fff_0 { return "documentation" }
            return nil
        case 0xfe80...0xfebf: return "link-local"
        case 0xfec0...0xfeff: return "site-local"
        case 0xfc00...0xfdff: return "private"
        case 0xff00...0xffff: return "multicast"
        default: return "reserved"
        }
    }

    private static let special4: [(prefix: UInt32, bits: Int, name: String)] = [
        (0x0000_0000, 8, "this network"),
        (0x0a00_0000, 8, "private"),
        (0x6440_0000, 10, "shared by a carrier's customers"),
        (0x7f00_0000, 8, "loopback"),
        // The platform service of one large cloud: public by number, but answering only its own machines.
        (0xa83f_8110, 32, "a cloud's metadata service"),
        (0xa9fe_0000, 16, "link-local"),
        (0xac10_0000, 12, "private"),
        (0xc000_0000, 24, "reserved for protocols"),
        (0xc000_0200, 24, "documentation"),
        (0xc058_6300, 24, "reserved (6to4 relays)"),
        (0xc0a8_0000, 16, "private"),
        (0xc612_0000, 15, "benchmarking"),
        (0xc633_6400, 24, "documentation"),
        (0xcb00_7100, 24, "documentation"),
        (0xe000_0000, 4, "multicast"),
        (0xf000_0000, 4, "reserved"),
    ]

    /// As hosts files of the common systems have them.
    private static let localNames: Set<String> = [
        "localhost", "localhost4", "localhost6", "loopback", "broadcasthost", "ip6-localhost", "ip6-loopback",
        "ip6-localnet", "ip6-mcastprefix", "ip6-allnodes", "ip6-allrouters", "ip6-allhosts",
    ]

    /// RFC 6762 (`local`, and appendix G), ICANN's `internal`, and what resolvers append to bare names.
    private static let localDomains: Set<String> = [
        "local", "localdomain", "localdomain4", "localdomain6", "internal", "intranet", "private", "corp", "home",
        "lan",
    ]
}
