import CCrypto

/// SHA-256, for "have these bytes changed?"; stored, so never Swift's seeded `Hasher`.
struct Digest: Sendable, Hashable {
    /// 32 bytes.
    let bytes: [UInt8]

    init(of data: [UInt8]) {
        bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { buffer, count in
            _ = unsafe SHA256(data, data.count, buffer.baseAddress)
            count = Int(SHA256_DIGEST_LENGTH)
        }
    }

    init(stored bytes: [UInt8]) { self.bytes = bytes }

    /// In lower case.
    var hex: String {
        String(decoding: bytes.flatMap { [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
