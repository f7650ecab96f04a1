/// Where a platform has the feeds of a page, as patterns: one row a kind of page.
///
/// `{name}` stands for one part of a host or a path, `{name+}` for one or more; the same words in `feeds` are replaced.
/// `{host}` is always known.
struct PlatformRule: Sendable {
    /// Without `www.` and the like.
    let host: String
    /// Path, and the one field of the query that counts.
    let page: String
    let feeds: [String]

    init(_ host: String, _ page: String, _ feeds: String...) {
        self.host = host
        self.page = page
        self.feeds = feeds
    }

    /// The feeds of the page at `address`, by the first rule that is about it.
    static func feeds(of address: String, by rules: [PlatformRule]) -> [String] {
        rules.lazy.map { $0.feeds(of: address) }.first { !$0.isEmpty } ?? []
    }

    /// The feeds of the page at `text`; none if the rule is not about it.
    func feeds(of text: String) -> [String] {
        let address = Address(text)
        guard let scheme = address.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let authority = address.authority?.lowercased(), !authority.contains("@")
        else { return [] }
        var values = ["host": authority]
        let labels = Self.bare(authority).split(separator: ".")
        guard Self.match(host.split(separator: ".")[...], labels[...], &values) else { return [] }
        let pattern = Address(page)
        guard Self.match(pattern.path.split(separator: "/")[...], address.path.split(separator: "/")[...], &values)
        else { return [] }
        if let wanted = pattern.query?.split(separator: "="), wanted.count == 2 {
            let fields = address.query?.split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) } ?? []
            guard let field = fields.first(where: { $0.count == 2 && $0[0] == wanted[0] }),
                Self.match(wanted[1...], field[1...], &values)
            else { return [] }
        }
        return feeds.map { Self.filled($0, values) }
    }
}

extension PlatformRule {
    private static func bare(_ host: String) -> Substring {
        for prefix in ["www.", "m.", "mobile.", "old.", "new.", "np."] where host.hasPrefix(prefix) {
            return host.dropFirst(prefix.count)
        }
        return host[...]
    }

    /// Part by part; a `{name+}` takes as few parts as it can.
    private static func match(
        _ pattern: ArraySlice<Substring>, _ parts: ArraySlice<Substring>, _ values: inout [String: String]
    ) -> Bool {
        guard let first = pattern.first else { return parts.isEmpty }
        guard !parts.isEmpty, parts.count <= maxParts, let open = first.firstIndex(of: "{"), first.hasSuffix("}") else {
            return first == parts.first && match(pattern.dropFirst(), parts.dropFirst(), &values)
        }
        let isMany = first.hasSuffix("+}")
        let name = String(first[first.index(after: open)...].dropLast(isMany ? 2 : 1))
        for count in 1...(isMany ? parts.count : 1) {
            let text = parts.prefix(count).joined(separator: "/")
            guard text.hasPrefix(first[..<open]), text.utf8.count > first[..<open].utf8.count else { return false }
            values[name] = String(text.dropFirst(first[..<open].count))
            if match(pattern.dropFirst(), parts.dropFirst(count), &values) { return true }
        }
        return false
    }

    private static func filled(_ template: String, _ values: [String: String]) -> String {
        var text = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open] + (values[String(rest[rest.index(after: open)..<close])] ?? "")
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    /// Rows have at most two open patterns, so a longer path only costs time.
    private static let maxParts = 16
}
