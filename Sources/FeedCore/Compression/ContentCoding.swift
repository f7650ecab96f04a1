/// A content coding that is asked for and understood (RFC 9110, section 8.4.1).
enum ContentCoding: Sendable, Equatable {
    case gzip, deflate, brotli, zstd

    /// What requests say they accept.
    static let accepted = "gzip, deflate, br, zstd"

    /// By its registered name or its old alias, in any letter case.
    init?(name: some StringProtocol) {
        switch name.lowercased() {
        case "gzip", "x-gzip": self = .gzip
        case "deflate": self = .deflate
        case "br": self = .brotli
        case "zstd": self = .zstd
        default: return nil
        }
    }
}

/// Why a coded body is not what it says it is.
enum CodingError: Error, Equatable {
    /// The bytes are no such coding, or fail their checksum.
    case damaged
    /// The body ends before its coding does.
    case truncated
    /// More than the limit comes out of it.
    case tooLarge
}
