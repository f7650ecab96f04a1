/// A URI or IRI reference taken apart as RFC 3986, appendix B, does, and put together again byte for byte.
///
/// Foundation's `URL` is not used for this: it rewrites what it cannot represent (IRIs, broken percent-escapes), and an
/// entry's address has to come out as its author wrote it.
struct Address: Sendable, Equatable {
    var scheme: Substring?
    var authority: Substring?
    var path: Substring
    var query: Substring?
    var fragment: Substring?

    init(_ text: some StringProtocol) {
        var rest = Substring(text)
        if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
            fragment = rest[rest.utf8.index(after: hash)...]
            rest = rest[..<hash]
        }
        if let colon = Self.endOfScheme(rest) {
            scheme = rest[..<colon]
            rest = rest[rest.utf8.index(after: colon)...]
        }
        if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
            query = rest[rest.utf8.index(after: mark)...]
            rest = rest[..<mark]
        }
        if rest.utf8.starts(with: "//".utf8) {
            let start = rest.utf8.index(rest.startIndex, offsetBy: 2)
            let end = rest[start...].utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            authority = rest[start..<end]
            rest = rest[end...]
        }
        path = rest
    }

    /// The address as one string (RFC 3986, section 5.3).
    var text: String {
        var text = ""
        if let scheme { text += scheme + ":" }
        if let authority { text += "//" + authority }
        text += path
        if let query { text += "?" + query }
        if let fragment { text += "#" + fragment }
        return text
    }

    /// Takes the name and password out of the authority.
    mutating func takeUserInfo() -> String? {
        guard let given = authority, let at = given.lastIndex(of: "@") else { return nil }
        authority = given[at...].dropFirst()
        return String(given[..<at])
    }

    /// `reference` as seen from `base` (RFC 3986, section 5.2); as it is, if there is no usable base.
    static func resolve(_ reference: String, against base: String?) -> String {
        guard let base, !base.isEmpty else { return reference }
        let target = Address(reference)
        // Nothing to resolve, and nothing to normalize: what the author wrote stays.
        guard target.scheme == nil else { return reference }
        let root = Address(base)
        guard root.scheme != nil else { return reference }
        return target.resolved(against: root).text
    }

    private func resolved(against base: Address) -> Address {
        var result = self
        result.scheme = base.scheme
        if authority != nil {
            result.path = Self.withoutDotSegments(path)
            return result
        }
        result.authority = base.authority
        if path.isEmpty {
            result.path = base.path
            result.query = query ?? base.query
        } else if path.utf8.first == UInt8(ascii: "/") {
            result.path = Self.withoutDotSegments(path)
        } else {
            result.path = Self.withoutDotSegments(Self.merged(path, onto: base))
        }
        return result
    }

    /// RFC 3986, section 5.2.3.
    private static func merged(_ path: Substring, onto base: Address) -> Substring {
        if base.authority != nil, base.path.isEmpty { return "/" + path }
        guard let slash = base.path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return base.path[...slash] + path
    }

    /// RFC 3986, section 5.2.4.
    private static func withoutDotSegments(_ path: Substring) -> Substring {
        guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
        let absolute = path.utf8.first == UInt8(ascii: "/")
        var kept: [Substring] = []
        var endsInDirectory = false
        for segment in (absolute ? path.dropFirst() : path).split(separator: "/", omittingEmptySubsequences: false) {
            endsInDirectory = segment == "." || segment == ".."
            if segment == ".." {
                _ = kept.popLast()
            } else if segment != "." {
                kept.append(segment)
            }
        }
        if endsInDirectory { kept.append("") }
        return Substring((absolute ? "/" : "") + kept.joined(separator: "/"))
    }

    /// `ALPHA *( ALPHA / DIGIT / "+" / "-" / "." ) ":"`.
    private static func endOfScheme(_ text: Substring) -> Substring.Index? {
        var index = text.startIndex
        while index < text.endIndex {
            switch text.utf8[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                if index == text.startIndex { return nil }
            case UInt8(ascii: ":"): return index == text.startIndex ? nil : index
            default: return nil
            }
            index = text.utf8.index(after: index)
        }
        return nil
    }
}
