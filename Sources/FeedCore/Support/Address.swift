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
        if let scheme {
            text += scheme
            text += ":"
        }
        if let authority {
            text += "//"
            text += authority
        }
        text += path
        if let query {
            text += "?"
            text += query
        }
        if let fragment {
            text += "#"
            text += fragment
        }
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
        return Substring(String(base.path[...slash]) + String(path))
    }

    /// RFC 3986, section 5.2.4.
    private static func withoutDotSegments(_ path: Substring) -> Substring {
        let slash = UInt8(ascii: "/")
        let absolute = path.utf8.first == slash
        let segments = path.utf8.dropFirst(absolute ? 1 : 0).split(separator: slash, omittingEmptySubsequences: false)
        // Most often, as paths go.
        guard segments.contains(where: isDots) else { return path }
        var kept: [Substring] = []
        for segment in segments {
            if !isDots(segment) {
                kept.append(Substring(segment))
            } else if segment.count == 2 {
                _ = kept.popLast()
            }
        }
        if let last = segments.last, isDots(last) { kept.append("") }
        return Substring((absolute ? "/" : "") + kept.joined(separator: "/"))
    }

    /// `.` or `..`
    private static func isDots(_ segment: Substring.UTF8View) -> Bool {
        segment.elementsEqual(".".utf8) || segment.elementsEqual("..".utf8)
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
            let place = text.extracting(..<range.upperBound).end(ofRunFrom: range.lowerBound) { UInt8($0 == byte) }
            return place < range.upperBound ? place : nil
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
