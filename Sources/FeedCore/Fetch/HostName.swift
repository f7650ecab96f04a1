import CIDN

/// The host of an address in its one spelling.
enum HostName {
    /// Percent-escapes decoded, international names in their ASCII form (IDNA2008 with TR46's mapping), lower case, no
    /// final dot; numbers in any spelling as the IP address they are.
    static func canonical(_ host: Substring) throws(WebAddress.Problem) -> (String, IPAddress?) {
        if host.hasPrefix("[") { return try literal6(host.dropFirst().dropLast()) }
        var name = try ascii(try decoded(host)).lowercased()
        if name.hasSuffix(".") { name.removeLast() }
        try check(name)
        guard IPAddress.looksNumeric(name) else { return (name, nil) }
        guard let address = IPAddress(v4: name) else {
            throw .malformed("its host looks like an IP address, but different programs would read it differently")
        }
        return (address.description, address)
    }

    private static func literal6(_ text: Substring) throws(WebAddress.Problem) -> (String, IPAddress?) {
        // A zone (`%eth0`) can only follow a link-local address; without it, it is judged as one.
        let text = text.prefix { $0 != "%" }
        guard let address = IPAddress(v6: String(text)) else { throw .malformed("its IPv6 address is not readable") }
        return (address.description, address)
    }

    private static func decoded(_ host: Substring) throws(WebAddress.Problem) -> String {
        guard host.utf8.contains(UInt8(ascii: "%")) else { return String(host) }
        var bytes: [UInt8] = []
        var rest = host.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = String(rest.prefix(2)) ?? ""
            guard digits.utf8.count == 2, digits.utf8.first != UInt8(ascii: "+"), let value = UInt8(digits, radix: 16)
            else { throw .malformed("its host has a broken escape") }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformed("its host is not readable") }
        return text
    }

    private static func ascii(_ host: String) throws(WebAddress.Problem) -> String {
        guard !host.utf8.allSatisfy({ $0 < 0x80 }) else { return host }
        var result: UnsafeMutablePointer<UInt8>?
        let flags = Int32(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)
        let status = unsafe idn2_lookup_u8(host, &result, flags)
        defer { unsafe idn2_free(result) }
        guard status == IDN2_OK.rawValue, let result = unsafe result else {
            throw .malformed("its host is no international domain name")
        }
        return unsafe String(cString: result)
    }

    /// Letters, digits, hyphens and the underscores that exist in the wild, in labels of 1 to 63.
    private static func check(_ name: String) throws(WebAddress.Problem) {
        guard !name.isEmpty else { throw .malformed("it names no host") }
        guard name.utf8.count <= 253 else { throw .malformed("its host is too long") }
        for label in name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            guard (1...63).contains(label.count) else { throw .malformed("its host has an empty or overlong part") }
            guard label.allSatisfy(isAllowed) else { throw .malformed("its host has a character no host name has") }
        }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
