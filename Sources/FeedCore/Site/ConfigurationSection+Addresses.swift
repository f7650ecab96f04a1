/// Texts of a certain form.
extension ConfigurationSection {
    /// An http or https address with a host; relative ones are taken as seen from `base`, where there is one.
    func address(_ key: String, against base: String? = nil) throws(SiteError) -> String? {
        guard let text = try text(key), let value = value(key) else { return nil }
        let address = Address(Address.resolve(text, against: base))
        let scheme = address.scheme?.lowercased()
        guard scheme == "http" || scheme == "https", Self.hasHost(address), Self.isUnbroken(text) else {
            throw mismatch(key, value, "an address that begins with https:// or http://")
        }
        return address.text
    }

    /// An absolute URI of any scheme.
    func identifier(_ key: String) throws(SiteError) -> String? {
        guard let text = try text(key), let value = value(key) else { return nil }
        guard Address(text).scheme != nil, Self.isUnbroken(text) else {
            throw mismatch(key, value, "an absolute address, such as tag:site.example,2026:feed")
        }
        return text
    }

    func email(_ key: String) throws(SiteError) -> String? {
        guard let text = try text(key), let value = value(key) else { return nil }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), Self.isUnbroken(text) else {
            throw mismatch(key, value, "an e-mail address")
        }
        return text
    }

    /// The form of a BCP 47 tag, not its registration.
    func language(_ key: String) throws(SiteError) -> String? {
        guard let text = try text(key), let value = value(key) else { return nil }
        let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
        let isTag = subtags.allSatisfy { subtag in
            (1...8).contains(subtag.utf8.count)
                && subtag.unicodeScalars.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || $0.value < 0x3A) }
        }
        guard isTag, Self.isUnbroken(text), subtags[0].allSatisfy(\.isLetter) else {
            throw mismatch(key, value, "a language tag, such as en or pt-BR")
        }
        return text
    }

    /// What may stand in an HTTP header.
    func header(_ key: String) throws(SiteError) -> String? {
        guard let text = try text(key), let value = value(key) else { return nil }
        guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw mismatch(key, value, "one line of ASCII characters")
        }
        return text
    }

    func proxy(_ key: String) throws(SiteError) -> String? {
        guard let text = try text(key), let value = value(key) else { return nil }
        let address = Address(text)
        let schemes = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"]
        guard schemes.contains(address.scheme?.lowercased() ?? ""), Self.hasHost(address), Self.isUnbroken(text) else {
            throw mismatch(key, value, "a proxy's address, such as http://proxy.example:3128 or socks5h://…")
        }
        return text
    }

    /// A directory that may be filled with published files: never the site itself or what it is made from.
    func directory(_ key: String) throws(SiteError) -> String? {
        guard let text = try text(key), let value = value(key) else { return nil }
        var kept: [Substring] = []
        for part in text.split(separator: "/") where part != "." {
            if part == ".." { _ = kept.popLast() } else { kept.append(part) }
        }
        let isSource =
            !text.hasPrefix("/") && ["feeds", "seeds", ".feedtool", nil].contains(kept.first.map(String.init))
        guard !isSource, !text.contains("\0") else {
            throw mismatch(key, value, "a directory for published files alone, such as public")
        }
        return text
    }

    private static func hasHost(_ address: Address) -> Bool {
        guard let authority = address.authority else { return false }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        return !host.isEmpty && !host.hasPrefix(":")
    }

    private static func isUnbroken(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0.properties.generalCategory != .control }
    }
}
