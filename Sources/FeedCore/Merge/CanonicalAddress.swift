/// The key under which two web addresses are the same page, however they were handed on: without scheme, trackers,
/// fragment, default port, `www.` and the hosts and paths of mobile and AMP copies.
///
/// What tells pages apart stays: `?p=12`, the case of a path, a fragment that a script routes by.
struct CanonicalAddress: Equatable, Sendable {
    /// `host/path?query`; all that is not plain ASCII is percent-encoded.
    let bytes: [UInt8]
    /// In lower case, without `www.` and the like.
    let host: String
    /// Whether it is a whole site's first page, which many entries may name without being the same.
    let isHomePage: Bool

    var hash: UInt64 { StableHash.of(bytes) }
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Nil for what is no address of the web.
    init?(_ address: String) {
        var trimmed = Array(address.utf8)
        trimmed.removeFirst(trimmed.prefix { $0 <= ASCII.space }.count)
        let clean = Trackers.cleaned(trimmed)?.address ?? trimmed
        var parts = Address(String(decoding: clean, as: UTF8.self))
        guard var host = parts.authority.flatMap(Self.host) else { return nil }
        if let page = Self.page(ofCopy: parts, at: host) {
            guard let home = page.authority.flatMap(Self.host) else { return nil }
            (parts, host) = (page, home)
        }
        guard let scheme = parts.scheme?.lowercased(), scheme == "http" || scheme == "https" else { return nil }
        let path = Self.path(parts.path)
        let query = parts.query.map(Self.query) ?? []
        var bytes = Array(host.utf8)
        bytes += path
        if !query.isEmpty { bytes += [ASCII.question] + query }
        // `#!/post` and `#/post` are addresses of their own within one document.
        let route = parts.fragment.flatMap { $0.hasPrefix("!") || $0.hasPrefix("/") ? $0 : nil }
        if let route { bytes += [ASCII.hash] + Self.encoded(route.utf8) }
        self.bytes = bytes
        self.host = host
        isHomePage = path == [ASCII.slash] && query.isEmpty && route == nil
    }
}

// The host.
extension CanonicalAddress {
    /// Without user, port, the root's dot, and the labels under which sites keep a second copy of themselves.
    static func host(_ authority: Substring) -> String? {
        var host = authority.utf8.lastIndex(of: UInt8(ascii: "@")).map { authority[$0...].dropFirst() } ?? authority
        // By bytes, here and below: characters take many times as long to find.
        for end in [":80", ":443", ":", "."] where host.utf8.suffix(end.utf8.count).elementsEqual(end.utf8) {
            host = Substring(host.utf8.dropLast(end.utf8.count))
        }
        guard !host.isEmpty else { return nil }
        var name = host.lowercased()[...]
        var dots = name.utf8.count { $0 == dot }
        while dots > 1, let end = name.utf8.firstIndex(of: dot), isCopy(name[..<end]) {
            name = name[name.utf8.index(after: end)...]
            dots -= 1
        }
        // en.m.wikipedia.org
        if dots > 2, let end = name.utf8.firstIndex(of: dot), name[end...].utf8.starts(with: ".m.".utf8) {
            name.removeSubrange(end..<name.utf8.index(end, offsetBy: 2))
        }
        return String(name)
    }

    private static let dot = UInt8(ascii: ".")

    private static func isCopy(_ label: Substring) -> Bool {
        ["www", "www2", "m", "mobile", "amp"].contains { label.utf8.elementsEqual($0.utf8) }
    }

    /// The page that a copy in an AMP cache was made of: `google.com/amp/s/example.org/a`,
    /// `example-org.cdn.ampproject.org/c/s/example.org/a`. There `s` stands for https.
    private static func page(ofCopy parts: Address, at host: String) -> Address? {
        let prefixes: [String]
        if host.hasSuffix("ampproject.org") {
            prefixes = ["/c/s/", "/c/", "/v/s/", "/v/"]
        } else if host.hasPrefix("google.") {
            prefixes = ["/amp/s/", "/amp/"]
        } else {
            return nil
        }
        guard let prefix = prefixes.first(where: parts.path.hasPrefix) else { return nil }
        var page = Address("https://\(parts.path.dropFirst(prefix.count))")
        page.query = parts.query
        return page
    }
}

// Path and query.
extension CanonicalAddress {
    /// Without empty segments, the name of a folder's own document, and marks of AMP; `/` for none.
    private static func path(_ path: Substring) -> [UInt8] {
        var segments = Array(String(path).utf8).split(separator: ASCII.slash).filter { !$0.elementsEqual(".".utf8) }
        if let last = segments.last, indexes.contains(String(decoding: last, as: UTF8.self).lowercased()) {
            segments.removeLast()
        }
        if segments.count > 1 {
            if segments[segments.count - 1].elementsEqual(amp) {
                segments.removeLast()
            } else if segments[0].elementsEqual(amp) {
                segments.removeFirst()
            }
        }
        if let last = segments.popLast() { segments.append(withoutAMPSuffix(last)) }
        guard !segments.isEmpty else { return [ASCII.slash] }
        return segments.reduce(into: []) { bytes, segment in
            bytes.append(ASCII.slash)
            bytes += encoded(segment)
        }
    }

    private static func withoutAMPSuffix(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if name.suffix(4).elementsEqual(".amp".utf8), name.count > 4 { return name.dropLast(4) }
        if name.suffix(9).elementsEqual(".amp.html".utf8), name.count > 9 { return name.dropLast(9) + ".html".utf8 }
        return name
    }

    private static let amp = Array("amp".utf8)

    /// In order of bytes, without what asks for another form of the same page or names the feed it was found in.
    private static func query(_ query: Substring) -> [UInt8] {
        let parameters = query.utf8.split(separator: ASCII.ampersand).map(Substring.init).compactMap {
            parameter -> [UInt8]? in
            // `&amp;` that was escaped once too often.
            let bare = parameter.hasPrefix("amp;") ? parameter.dropFirst(4) : parameter
            return bare.isEmpty || isForm(bare) ? nil : encoded(bare.utf8)
        }
        return Array(parameters.sorted { $0.lexicographicallyPrecedes($1) }.joined(separator: [ASCII.ampersand]))
    }

    private static func isForm(_ parameter: Substring) -> Bool {
        let pair = parameter.lowercased().split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let (name, value) = (pair[0], pair.count > 1 ? pair[1] : "")
        if forms[String(name)]?.contains(String(value)) == true { return true }
        return origins.contains(name) && (value.hasPrefix("rss") || value.hasPrefix("feed") || value.hasPrefix("atom"))
    }

    private static let indexes: Set<String> = Set(
        ["html", "htm", "shtml", "xhtml", "php", "asp", "aspx", "jsp", "cgi"].map { "index.\($0)" }
            + ["default.asp", "default.aspx", "default.htm", "default.html"])

    /// Blogger's `m=1`, WordPress's `amp`, and their like, with the values that mean only that.
    private static let forms: [String: Set<String>] = [
        "amp": ["", "1", "true"], "m": ["0", "1"], "mobile": ["", "0", "1", "true"], "outputtype": ["amp"],
        "output": ["amp"], "format": ["amp"], "rss": ["", "1", "true", "yes"], "nonamp": ["1"],
    ]
    /// Say where a reader comes from if they name a feed; otherwise they may say anything.
    private static let origins: Set<Substring> = ["ref", "from", "src", "source", "via", "origin"]

    /// One spelling for each address (RFC 3986, section 6.2.2): unreserved characters as they are, escapes in upper
    /// case, and everything outside ASCII escaped, so that an IRI and its URI are alike.
    private static func encoded(_ text: some Collection<UInt8>) -> [UInt8] {
        let raw = Array(text)
        guard raw.contains(where: { $0 <= ASCII.space || $0 >= 0x7F || $0 == percent }) else { return raw }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count)
        var index = 0
        while index < raw.count {
            if raw[index] == percent, let byte = escaped(raw, at: index) {
                if isUnreserved(byte) { bytes.append(byte) } else { bytes += escape(byte) }
                index += 3
            } else {
                let byte = raw[index]
                if byte > ASCII.space, byte < 0x7F { bytes.append(byte) } else { bytes += escape(byte) }
                index += 1
            }
        }
        return bytes
    }

    private static let percent = UInt8(ascii: "%")

    private static func escaped(_ raw: [UInt8], at index: Int) -> UInt8? {
        guard index + 2 < raw.count, let high = digit(raw[index + 1]), let low = digit(raw[index + 2]) else {
            return nil
        }
        return high << 4 | low
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        if byte.isASCIIDigit { return byte & 15 }
        let letter = (byte | 0x20) &- UInt8(ascii: "a")
        return letter < 6 ? letter + 10 : nil
    }

    private static func escape(_ byte: UInt8) -> [UInt8] {
        [percent, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || "-._~".utf8.contains(byte)
    }
}
