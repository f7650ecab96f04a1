extension Address {
    /// Whether `text` is an IRI with a scheme (RFC 3987, section 2.2), and one with a host where the scheme needs it.
    static func isIRI(_ text: some StringProtocol) -> Bool {
        let address = Address(text)
        guard let scheme = address.scheme, scheme.utf8.count + 1 < text.utf8.count else { return false }
        return address.isWellFormed
    }

    /// Whether `text` is an IRI or a relative reference.
    static func isReference(_ text: some StringProtocol) -> Bool { Address(text).isWellFormed }

    /// `text` with whatever no address may hold percent-encoded: feeds leave white space and brackets in theirs.
    static func mended(_ text: String) -> String {
        guard !isReference(text) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        // Behind its mark, a second one is none.
        var isFragment = false
        for (index, byte) in bytes.enumerated() {
            let isEscape =
                byte == UInt8(ascii: "%")
                && bytes[index...].dropFirst().prefix(2).count(where: { $0.hexDigitValue != nil }) == 2
            let isMark = byte == UInt8(ascii: "#") && !isFragment
            isFragment = isFragment || isMark
            if byte >= 0x80 || isEscape || isMark || PercentEncoding.query.contains(byte) {
                result.append(byte)
            } else {
                result += PercentEncoding.encoded(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// An IRI that others can open or compare: `text`, mended where it has to be; nil for a relative reference and for
    /// what no mending makes an IRI.
    static func whole(_ text: String?) -> String? {
        guard let text else { return nil }
        if isIRI(text) { return text }
        let address = mended(text)
        return isIRI(address) ? address : nil
    }

    /// An IRI or a relative reference: `text`, mended where it has to be; nil for what no mending makes one.
    static func reference(_ text: String) -> String? {
        if isReference(text) { return text }
        let address = mended(text)
        return isReference(address) ? address : nil
    }

    private var isWellFormed: Bool {
        if scheme == nil, authority == nil {
            // Section 4.2 of RFC 3986: a colon in the first segment would end a scheme.
            let segment = path.utf8.prefix { $0 != UInt8(ascii: "/") }
            if segment.contains(UInt8(ascii: ":")) { return false }
        }
        if let authority, !Self.isAuthority(authority) { return false }
        if authority?.isEmpty ?? true, let scheme, ["http", "https"].contains(scheme.lowercased()) { return false }
        return [path, query, fragment].allSatisfy { $0.map { Self.hasOnlyAllowed($0.utf8) } ?? true }
    }

    /// Section 3.2 of RFC 3986; brackets hold an IP literal.
    private static func isAuthority(_ authority: Substring) -> Bool {
        let host = authority.utf8[
            (authority.utf8.lastIndex(of: UInt8(ascii: "@")).map(authority.utf8.index(after:)) ?? authority.startIndex)...
        ]
        var rest = host
        if host.first == UInt8(ascii: "[") {
            guard let close = host.firstIndex(of: UInt8(ascii: "]")), host[..<close].contains(UInt8(ascii: ":")) else {
                return false
            }
            rest = host[close...].dropFirst()
            guard rest.first ?? UInt8(ascii: ":") == UInt8(ascii: ":") else { return false }
        }
        if let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
            let port = rest[colon...].dropFirst()
            guard port.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
            rest = rest[..<colon]
        }
        return hasOnlyAllowed(rest)
    }

    /// Whether there is nothing but unreserved characters, delimiters, percent-escapes and what is beyond ASCII.
    private static func hasOnlyAllowed(_ bytes: Substring.UTF8View) -> Bool {
        var digitsDue = 0
        let bytes = bytes.span
        for index in bytes.indices {
            let byte = bytes[index]
            if digitsDue > 0 {
                guard byte.hexDigitValue != nil else { return false }
                digitsDue -= 1
            } else if byte == UInt8(ascii: "%") {
                digitsDue = 2
            } else if !isAllowed[Int(byte)] {
                return false
            }
        }
        return digitsDue == 0
    }

    /// By byte.
    private static let isAllowed = (0...255).map { $0 >= 0x80 || PercentEncoding.query.contains(UInt8($0)) }
}
