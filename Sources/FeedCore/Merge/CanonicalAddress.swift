/// What all addresses of one page have in common, as far as can be told without asking for it.
///
/// Not an address to open: scheme, `www.` and its like are gone. Two pages must never look alike here, so a parameter
/// that nobody knows stays.
enum CanonicalAddress {
    /// Nil for what leads to no page of its own: other schemes than the web's, and the front page of a site.
    static func of(_ address: String) -> String? {
        let target = Redirectors.target(of: address) ?? address
        let cleaned = Trackers.cleaned(Array(target.utf8)).map { String(decoding: $0.address, as: UTF8.self) }
        let parts = Address(cleaned ?? target)
        guard let scheme = parts.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let authority = parts.authority
        else { return nil }
        var host = host(of: authority)
        var path = path(parts.path)
        // The copies that Google keeps: https://cdn.ampproject.org/c/s/HOST/PATH
        if host.hasSuffix("cdn.ampproject.org"), let original = originalOfAMP(path) { (host, path) = original }
        let query = query(parts.query)
        // A fragment that is a path of its own names a page of a site that is one document.
        let route = parts.fragment.flatMap { $0.hasPrefix("!") || $0.hasPrefix("/") ? $0 : nil }
        guard !path.isEmpty || !query.isEmpty || route != nil else { return nil }
        return "\(host)\(path)" + (query.isEmpty ? "" : "?\(query)") + (route.map { "#\($0)" } ?? "")
    }

    /// Without what only says how the page is asked for: user, port of the scheme, `www.`, the phone's own host.
    static func host(of authority: Substring) -> String {
        var host = authority.split(separator: "@").last.map(String.init)?.lowercased() ?? ""
        for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
        if host.hasSuffix(".") { host.removeLast() }
        for prefix in ["www.", "m.", "mobile.", "amp."] where host.hasPrefix(prefix) {
            let rest = host.dropFirst(prefix.count)
            // What is left has to be a name: `m.example` has no host behind its first label.
            if rest.contains(".") { return String(rest) }
        }
        return host
    }
}

extension CanonicalAddress {
    private static func path(_ path: Substring) -> String {
        var path = normalizedEscapes(path)
        func drop(_ endings: [String]) {
            for ending in endings where path.lowercased().hasSuffix(ending) {
                path.removeLast(ending.count)
                return
            }
        }
        drop(["/"])
        drop(["/amp", "/amp.html", ".amp", ".amp.html"])
        drop(["/index.html", "/index.htm", "/index.php"])
        return path
    }

    private static func originalOfAMP(_ path: String) -> (String, String)? {
        var parts = path.split(separator: "/")
        guard parts.first == "c" || parts.first == "v" else { return nil }
        parts.removeFirst()
        if parts.first == "s" { parts.removeFirst() }
        guard let host = parts.first, host.contains(".") else { return nil }
        return (self.host(of: host), parts.dropFirst().map { "/\($0)" }.joined())
    }

    /// In order, since servers do not mind it and copies change it; without the marks of other renderings.
    private static func query(_ query: Substring?) -> String {
        guard let query else { return "" }
        let parameters = query.split(separator: "&").map(normalizedEscapes).filter { !renderings.contains($0) }
        return parameters.sorted().joined(separator: "&")
    }

    private static let renderings: Set<String> = ["amp", "amp=1", "amp=true", "outputType=amp", "m=1", "m=0"]

    /// RFC 3986, section 6.2.2: unreserved characters stand for themselves, the hexadecimal digits of others are upper
    /// case.
    private static func normalizedEscapes(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else {
                result.append(byte)
                continue
            }
            rest = rest.dropFirst(2)
            if ASCII.isLetter(value) || ASCII.isDigit(value) || "-._~".utf8.contains(value) {
                result.append(value)
            } else {
                result += [byte] + Array(String(value, radix: 16, uppercase: true).utf8).leftPadded
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension [UInt8] {
    /// To two hexadecimal digits.
    fileprivate var leftPadded: [UInt8] { count == 1 ? [UInt8(ascii: "0")] + self : self }
}
