import Foundation

/// A header field of a request that a person asked for.
public struct HeaderField: Sendable, Equatable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

extension HeaderField {
    /// Basic authentication (RFC 7617, in UTF-8).
    static func basic(user: some Sequence<UInt8>, password: some Sequence<UInt8>) -> HeaderField {
        let pair = Data(user) + [UInt8(ascii: ":")] + Data(password)
        return HeaderField(name: "Authorization", value: "Basic \(pair.base64EncodedString())")
    }

    /// Why it may not be sent, as the end of a sentence that begins with the field; nil if it may. The value, which may
    /// be a secret, is never in it.
    var fault: String? {
        guard isToken else { return "has a name that no header may have" }
        guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 }) else {
            return "has a line break or another control character in its value"
        }
        let name = name.lowercased()
        let isReserved = Self.reserved.contains(name) || name.hasPrefix("proxy-") || name.hasPrefix("content-")
        return isReserved ? "is feedtool's own to set" : nil
    }

    /// RFC 9110, section 5.1.
    private var isToken: Bool {
        let symbols = "!#$%&'*+-.^_`|~".utf8
        return !name.isEmpty
            && name.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte & 0xdf) || symbols.contains(byte)
            }
    }

    /// What frames the message, picks the host, or says what comes back: whoever sets these speaks for another request.
    private static let reserved: Set = [
        "host", "connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade", "expect", "range",
        "if-range", "accept-encoding", "if-none-match", "if-modified-since", "a-im",
    ]
}
