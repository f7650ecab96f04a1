/// References to elsewhere, as an element writes them, made absolute. Those that would run as a script are none.
enum Reference {
    /// `text` as seen from `base`; nil if there is no way to understand it.
    static func resolve(_ text: String, against base: String?) -> String? {
        let trimmed = text.trimmed
        if isPlainWebAddress(trimmed) { return trimmed }
        let reference = mended(trimmed)
        guard isWellFormed(reference), !isActive(reference) else { return nil }
        return Address.resolve(withoutMarks(withoutSurplusSlashes(reference)), against: base)
    }

    /// Whether there is nothing to resolve, mend or refuse, as in nearly every reference there is.
    private static func isPlainWebAddress(_ text: String) -> Bool {
        let bytes = text.utf8.span
        let scheme =
            text.utf8.starts(with: "https://".utf8) ? 8 : text.utf8.starts(with: "http://".utf8) ? 7 : bytes.count
        guard scheme < bytes.count, bytes[scheme] != UInt8(ascii: "/") else { return false }
        for index in scheme..<bytes.count {
            switch bytes[index] {
            case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"),
                UInt8(ascii: "["), UInt8(ascii: "]"):
                return false
            default: break
            }
        }
        return true
    }

    /// Quotation marks and angle brackets are no part of any address (RFC 3986, appendix C) and of every attack.
    private static func withoutMarks(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x3C || $0 == 0x3E }) else { return text }
        return String(decoding: text.utf8.flatMap { escapes[$0] ?? [$0] }, as: UTF8.self)
    }

    private static let escapes: [UInt8: [UInt8]] = [
        UInt8(ascii: "\""): Array("%22".utf8), UInt8(ascii: "<"): Array("%3C".utf8),
        UInt8(ascii: ">"): Array("%3E".utf8),
        0x09: [], 0x0A: [], 0x0D: [],
    ]

    /// Whether following the address would run a script. Browsers skip blanks and control characters when they look
    /// for the scheme, and so does this.
    private static func isActive(_ text: String) -> Bool {
        var scheme: [UInt8] = []
        for byte in text.utf8.prefix(64) where byte > 0x20 {
            if byte == UInt8(ascii: ":") { return activeSchemes.contains(scheme) }
            guard byte.isASCIILetter, scheme.count < 11 else { return false }
            scheme.append(byte.asciiLowercased)
        }
        return false
    }

    private static let activeSchemes = Set(["javascript", "vbscript", "livescript", "data"].map { Array($0.utf8) })

    /// A new base inside `base`; nil if it may not become one.
    static func base(_ text: String, against base: String?) -> String? {
        guard let address = resolve(text, against: base), !address.isEmpty else { return nil }
        guard let scheme = Address(address).scheme else { return address }
        return schemes.contains(scheme.lowercased()) ? address : nil
    }

    /// `a=1&b;=2` and `a=1&amp;b=2` come from software that took the query for markup, once or twice.
    private static func mended(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            result.append(byte)
            guard byte == UInt8(ascii: "&") else { continue }
            if rest.starts(with: "amp;".utf8) {
                rest.removeFirst(4)
                continue
            }
            let name = rest.prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") }
            if !name.isEmpty, rest.dropFirst(name.count).starts(with: ";=".utf8) {
                result += name
                rest.removeFirst(name.count + 1)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// `http:////example.org` has two slashes too many.
    private static func withoutSurplusSlashes(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: ":")), let scheme = Address(text).scheme else { return text }
        let rest = text.utf8[scheme.endIndex...].dropFirst()
        guard rest.starts(with: "///".utf8) else { return text }
        return scheme + "://" + text[rest.prefix { $0 == UInt8(ascii: "/") }.endIndex...]
    }

    /// Brackets in an authority must hold an IP literal (RFC 3986, section 3.2.2).
    private static func isWellFormed(_ text: String) -> Bool {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }),
            let authority = Address(text).authority
        else { return true }
        guard let open = authority.utf8.firstIndex(of: UInt8(ascii: "[")) else {
            return !authority.utf8.contains(UInt8(ascii: "]"))
        }
        let literal = authority.utf8[open...].dropFirst().prefix { $0 != UInt8(ascii: "]") }
        return literal.endIndex < authority.utf8.endIndex && literal.contains(UInt8(ascii: ":"))
    }

    /// The schemes that a base may have; no `file`, or a feed could name what is on the reader's disk.
    private static let schemes: Set<String> = [
        "http", "https", "ftp", "ftps", "sftp", "gopher", "feed", "news", "nntp", "rsync", "rtsp", "svn", "svn+ssh",
        "git",
    ]
}
