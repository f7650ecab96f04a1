/// The `atom:id` under which an entry is published (RFC 4287, section 4.2.6): its own, wherever that is an IRI.
///
/// RSS allows any string as a `guid` ("4711", "my post"). Such an id is unique within its feed only and no IRI, so it
/// becomes a name-based UUID (RFC 9562, section 5.8) of feed address and id: the same on every run and machine.
enum AtomID {
    static func published(_ id: String, feed address: String) -> String {
        Address.isIRI(id) ? id : derived(id, feed: address)
    }

    /// For an id that means something in its feed only.
    static func derived(_ id: String, feed address: String) -> String { uuid("\(address)\n\(id)") }

    /// `urn:uuid:` with version 8 (custom): the first 128 bits of SHA-256.
    static func uuid(_ name: String) -> String {
        var bytes = Array(Digest(of: Array(name.utf8)).bytes.prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let hex = Digest(stored: bytes).hex
        let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { range in
            hex.utf8.dropFirst(range.lowerBound).prefix(range.count)
        }
        return "urn:uuid:" + parts.map { String(decoding: Array($0), as: UTF8.self) }.joined(separator: "-")
    }
}
