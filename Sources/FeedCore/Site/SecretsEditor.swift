/// Changes `feeds/secrets.json` in place: comments, layout and values stay as they are.
struct SecretsEditor {
    private(set) var bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Puts what is kept for one address under another.
    ///
    /// Nothing moves where the new address has secrets of its own, or lies with another server: for whom they are, a
    /// person has said about the old address only.
    ///
    /// - Returns: false if there are secrets that stay with the old address.
    mutating func move(_ address: String, to target: String) throws(SiteError) -> Bool {
        let (old, new) = (Subscription(position: 0, url: address).key, Subscription(position: 0, url: target).key)
        let secrets = try SecretsReader.read(bytes)
        guard let secret = secrets.first(where: { !$0.isOrigin && $0.normalizedAddress == old }) else { return true }
        guard Self.isSameServer(Address(old), Address(new)), !secrets.contains(where: { $0.normalizedAddress == new }),
            let range = nameRange(secret)
        else { return false }
        var edited = bytes
        edited.replaceSubrange(range, with: "\"\(target)\"".utf8)
        // Never a worse file than before.
        guard let read = try? SecretsReader.read(edited), read.map(\.headers) == secrets.map(\.headers),
            read.contains(where: { $0.normalizedAddress == new })
        else { return false }
        bytes = edited
        return true
    }
}

extension SecretsEditor {
    /// Of the name as it stands in the file, quotation marks included.
    private func nameRange(_ secret: Secret) -> Range<Int>? {
        let quote = bytes[secret.offset]
        var end = secret.offset + 1
        while end < bytes.count, bytes[end] != quote { end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1 }
        return end < bytes.count ? secret.offset..<end + 1 : nil
    }

    /// The same host and port; from http to https on their usual ports is no other server either.
    private static func isSameServer(_ old: Address, _ new: Address) -> Bool {
        guard old.authority == new.authority else { return false }
        return old.scheme == new.scheme
            || old.scheme == "http" && new.scheme == "https" && old.authority?.contains(":") == false
    }
}

extension Secret {
    /// As subscriptions' are compared.
    fileprivate var normalizedAddress: String { Subscription(position: 0, url: address).key }
}
