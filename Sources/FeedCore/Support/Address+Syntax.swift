extension Address {
    /// Whether `text` is an IRI with a scheme (RFC 3987, section 2.2), and one with a host where the scheme needs it.
    static func isIRI(_ text: some StringProtocol) -> Bool {
        let text = Substring(text)
        let bytes = text.utf8.span
        let places = Places(in: bytes)
        guard let scheme = places.scheme, scheme.count + 1 < bytes.count else { return false }
        return places.areWellFormed(in: bytes)
    }

    /// Whether `text` is an IRI or a relative reference.
    static func isReference(_ text: some StringProtocol) -> Bool {
        let text = Substring(text)
        let bytes = text.utf8.span
        return Places(in: bytes).areWellFormed(in: bytes)
    }

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
}

extension Address.Places {
    fileprivate func areWellFormed(in text: Span<UInt8>) -> Bool {
        if scheme == nil, authority == nil {
            // Section 4.2 of RFC 3986: a colon in the first segment would end a scheme.
            let segment = Self.first(UInt8(ascii: "/"), of: text, in: path) ?? path.upperBound
            if Self.first(UInt8(ascii: ":"), of: text, in: path.lowerBound..<segment) != nil { return false }
        }
        if let authority, !Self.isAuthority(text.extracting(authority)) { return false }
        if authority?.isEmpty ?? true, let scheme, Self.needsHost(text.extracting(scheme)) { return false }
        for part in [path, query, fragment] {
            if let part, !Self.hasOnlyAllowed(text.extracting(part)) { return false }
        }
        return true
    }

    /// Whether the scheme is `http` or `https`.
    private static func needsHost(_ scheme: Span<UInt8>) -> Bool {
        guard scheme.count == web.count || scheme.count == web.count - 1 else { return false }
        for index in scheme.indices where scheme[index] | 0x20 != web[index] { return false }
        return true
    }

    /// Section 3.2 of RFC 3986; brackets hold an IP literal.
    private static func isAuthority(_ text: Span<UInt8>) -> Bool {
        var host = text.indices
        while let at = first(UInt8(ascii: "@"), of: text, in: host) { host = at + 1..<text.count }
        if !host.isEmpty, text[host.lowerBound] == UInt8(ascii: "[") {
            guard let close = first(UInt8(ascii: "]"), of: text, in: host),
                first(UInt8(ascii: ":"), of: text, in: host.lowerBound..<close) != nil
            else { return false }
            host = close + 1..<text.count
            guard host.isEmpty || text[host.lowerBound] == UInt8(ascii: ":") else { return false }
        }
        if let colon = first(UInt8(ascii: ":"), of: text, in: host) {
            for index in colon + 1..<text.count where !text[index].isASCIIDigit { return false }
            host = host.lowerBound..<colon
        }
        return hasOnlyAllowed(text.extracting(host))
    }

    /// Whether there is nothing but unreserved characters, delimiters, percent-escapes and what is beyond ASCII.
    private static func hasOnlyAllowed(_ text: Span<UInt8>) -> Bool {
        let isAllowed = isAllowed
        var digitsDue = 0
        for index in text.indices {
            let byte = text[index]
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
    private static let web = Array("https".utf8)
}
