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
        let text = Substring(text)
        let places = Places(in: text.utf8.span)
        func part(_ place: Range<Int>) -> Substring {
            let start = text.utf8.index(text.startIndex, offsetBy: place.lowerBound)
            return text[start..<text.utf8.index(start, offsetBy: place.count)]
        }
        scheme = places.scheme.map(part)
        authority = places.authority.map(part)
        path = part(places.path)
        query = places.query.map(part)
        fragment = places.fragment.map(part)
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
        guard let given = authority, let at = given.utf8.lastIndex(of: UInt8(ascii: "@")) else { return nil }
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

    /// Where the parts of an address stand in its bytes.
    struct Places {
        var scheme: Range<Int>?
        var authority: Range<Int>?
        var path: Range<Int>
        var query: Range<Int>?
        var fragment: Range<Int>?

        init(in text: Span<UInt8>) {
            path = text.indices
            if let hash = Self.first(UInt8(ascii: "#"), of: text, in: path) {
                fragment = hash + 1..<path.upperBound
                path = path.lowerBound..<hash
            }
            if let colon = Self.endOfScheme(text, in: path) {
                scheme = path.lowerBound..<colon
                path = colon + 1..<path.upperBound
            }
            if let mark = Self.first(UInt8(ascii: "?"), of: text, in: path) {
                query = mark + 1..<path.upperBound
                path = path.lowerBound..<mark
            }
            let slash = UInt8(ascii: "/")
            if path.count >= 2, text[path.lowerBound] == slash, text[path.lowerBound + 1] == slash {
                let host = path.dropFirst(2)
                let end = Self.first(slash, of: text, in: host) ?? path.upperBound
                authority = host.lowerBound..<end
                path = end..<path.upperBound
            }
        }

        static func first(_ byte: UInt8, of text: Span<UInt8>, in range: Range<Int>) -> Int? {
            for index in range where text[index] == byte { return index }
            return nil
        }

        /// `ALPHA *( ALPHA / DIGIT / "+" / "-" / "." ) ":"`.
        private static func endOfScheme(_ text: Span<UInt8>, in range: Range<Int>) -> Int? {
            for index in range {
                switch text[index] {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                    if index == range.lowerBound { return nil }
                case UInt8(ascii: ":"): return index == range.lowerBound ? nil : index
                default: return nil
                }
            }
            return nil
        }
    }
}
