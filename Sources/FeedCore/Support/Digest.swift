import CCrypto
import CXXHash

/// For "have these bytes changed?"; stored, so never Swift's seeded `Hasher`.
struct Digest: Sendable, Hashable {
    let bytes: [UInt8]

    /// SHA-256, 32 bytes.
    init(of data: [UInt8]) {
        bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { buffer, count in
            _ = unsafe SHA256(data, data.count, buffer.baseAddress)
            count = Int(SHA256_DIGEST_LENGTH)
        }
    }

    /// Of what is compared only with what the same feed sent before. XXH3, 8 bytes, in a tenth of SHA-256's time: a feed
    /// that took the trouble to send two documents or entries with one hash would only look unchanged.
    init(ofSent data: [UInt8]) {
        let hash = unsafe XXH3_64bits(data, data.count)
        bytes = unsafe withUnsafeBytes(of: hash.bigEndian) { unsafe Array($0) }
    }

    init(stored bytes: [UInt8]) { self.bytes = bytes }

    /// In lower case.
    var hex: String {
        String(decoding: bytes.flatMap { [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
