/// Percent-encoding (RFC 3986, section 2.1).
enum PercentEncoding {
    /// Section 2.3: what never has to be encoded.
    static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    /// Section 3.3: what a path has room for, and the slash between its segments.
    static let path = unreserved.union("!$&'()*+,;=:@/".utf8)
    /// Section 3.4, which is also what a fragment has room for.
    static let query = path.union("?".utf8)

    /// `text` with every byte encoded that is none of `allowed`.
    static func encoded(_ text: String, except allowed: Set<UInt8>) -> String {
        let bytes = text.utf8.flatMap { byte in
            allowed.contains(byte) ? [byte] : encoded(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func encoded(_ byte: UInt8) -> [UInt8] { [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]] }

    private static let hex = Array("0123456789ABCDEF".utf8)
}
