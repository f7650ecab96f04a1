/// An address that may stand in `href` or `src`.
struct PageAddress: Sendable, Equatable {
    let text: String

    /// A foreign address: absolute, and of a scheme that cannot run anything; nil for any other.
    init?(_ address: String?, for use: LinkPolicy.Use = .link) {
        guard let address, let bytes = LinkPolicy.address(Array(address.utf8), for: use, base: nil) else { return nil }
        text = String(decoding: bytes, as: UTF8.self)
        if Address(text).scheme == nil { return nil }
    }

    /// A published file.
    /// - Parameters:
    ///   - path: Relative to the published directory, fit for an address.
    ///   - page: The path of the page on which the link stands.
    init(path: String, from page: String) {
        text = String(repeating: "../", count: page.utf8.count { $0 == ASCII.slash }) + path
    }
}
