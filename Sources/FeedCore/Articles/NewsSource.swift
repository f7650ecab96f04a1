/// Who published what an article is drawn from: a name, a domain or an address.
struct NewsSource: Sendable, Equatable {
    let name: String
    /// Absolute, where there is one.
    let address: String?

    /// Reads `Herald`, `herald.example`, `https://herald.example/`, `Herald (herald.example)` or `[Herald](https://…)`.
    init(_ text: String) {
        let text = String(text.stripped)
        if let address = Self.webAddress(text) {
            (name, self.address) = (text.contains("://") ? Self.host(of: address) : Self.withoutStop(text), address)
            return
        }
        if text.hasSuffix(")"), let open = text.lastIndex(of: "("),
            let address = Self.webAddress(String(text[text.index(after: open)...].dropLast()))
        {
            let label = text[..<open].stripped
            let name = label.hasPrefix("[") && label.hasSuffix("]") ? label.dropFirst().dropLast() : label
            (self.name, self.address) = (name.isEmpty ? Self.host(of: address) : String(name), address)
            return
        }
        (name, address) = (Self.withoutStop(text), nil)
    }

    /// For the title of a link; nil where it says no more than the address.
    var linkTitle: String? { address.map { $0.contains(name.lowercased()) } == false ? name : nil }

    var person: Person { Person(name: name, uri: address) }

    /// An http or https address, or a domain: labels with a last one of letters, so neither a version nor an e-mail
    /// address nor a sentence.
    private static func webAddress(_ text: String) -> String? {
        guard !text.contains(where: \.isWhitespace), !text.contains("@") else { return nil }
        let address = Address(text)
        if let scheme = address.scheme?.lowercased(), scheme == "http" || scheme == "https" {
            return address.authority?.isEmpty == false ? text : nil
        }
        let host = withoutStop(String(text.prefix { $0 != "/" }))
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let isDomain = labels.count > 1 && labels.allSatisfy(isLabel)
        guard isDomain, let top = labels.last, top.count > 1, top.allSatisfy(\.isLetter) else { return nil }
        let path = text.firstIndex(of: "/").map { text[$0...] } ?? "/"
        return "https://\(host.lowercased())\(path)"
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
            && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }

    private static func host(of address: String) -> String { String(Address(address).authority ?? "") }

    private static func withoutStop(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }
}
