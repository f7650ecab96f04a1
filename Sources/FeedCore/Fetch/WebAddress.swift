/// An http or https address, taken apart and written in the one form that is judged, connected to and compared.
///
/// Deliberately narrower than what browsers repair (backslashes, missing slashes, white space inside, several `@`):
/// wherever two programs read an address differently, an attacker chooses which one is right.
struct WebAddress: Sendable, Hashable {
    enum Scheme: String, Sendable { case http, https }

    let scheme: Scheme
    /// As written, percent-encoded; never part of `text`.
    let userInfo: String?
    /// In lower case and ASCII, without a final dot; an IPv6 address without its brackets.
    let host: String
    /// The host as a number, if it is one in any spelling.
    let literal: IPAddress?
    let port: UInt16
    /// Path and query, percent-encoded where HTTP needs it and otherwise untouched.
    let target: String
    /// The whole address, without credentials.
    let text: String

    /// Why a text is no address to fetch.
    enum Problem: Error, Equatable {
        case scheme(String)
        case malformed(String)
    }

    init(_ text: String) throws(Problem) {
        let text = Self.withoutFeedScheme(Self.trimmed(text))
        guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }) else {
            throw .malformed("it has control characters")
        }
        let parts = Address(text)
        guard let name = parts.scheme else { throw .malformed("it does not begin with http:// or https://") }
        guard let scheme = Scheme(rawValue: name.lowercased()) else { throw .scheme(String(name)) }
        guard let authority = parts.authority, !authority.isEmpty else { throw .malformed("it names no host") }
        guard !authority.utf8.contains(UInt8(ascii: "\\")), !parts.path.utf8.contains(UInt8(ascii: "\\")) else {
            throw .malformed("it has a backslash")
        }
        guard !authority.utf8.contains(where: { " \"<>^`{|}".utf8.contains($0) }) else {
            throw .malformed("its host or user has characters that no address may have")
        }
        let pieces = authority.split(separator: "@", omittingEmptySubsequences: false)
        guard pieces.count <= 2, let place = pieces.last else { throw .malformed("it has more than one @") }
        let (host, port) = try Self.hostAndPort(place)
        self.scheme = scheme
        userInfo = pieces.count == 2 ? String(pieces[0]) : nil
        (self.host, literal) = try HostName.canonical(host)
        self.port = try port.map { text throws(Problem) in try Self.portNumber(text) } ?? scheme.port
        let path = parts.path.isEmpty ? "/" : parts.path
        target = Self.encoded(parts.query.map { "\(path)?\($0)" } ?? String(path))
        self.text = Self.origin(scheme, self.host, self.port) + target
    }

    /// Where a response's `Location` leads. Credentials in it are the server's idea and are left out.
    func following(_ location: String) throws(Problem) -> WebAddress {
        guard !location.prefix(2).contains("\\") else { throw .malformed("it has a backslash") }
        return try WebAddress(Address.resolve(Self.trimmed(location), against: text)).withoutUserInfo
    }

    /// Scheme, host and port: what credentials and permissions are bound to.
    var origin: String { Self.origin(scheme, host, port) }

    private static func origin(_ scheme: Scheme, _ host: String, _ port: UInt16) -> String {
        let start = scheme.rawValue + "://" + (host.utf8.contains(UInt8(ascii: ":")) ? "[" + host + "]" : host)
        return port == scheme.port ? start : start + ":" + String(port)
    }

    private var withoutUserInfo: WebAddress { WebAddress(self) }

    private init(_ other: WebAddress) {
        (scheme, userInfo, host, literal) = (other.scheme, nil, other.host, other.literal)
        (port, target, text) = (other.port, other.target, other.text)
    }
}

extension WebAddress.Scheme {
    var port: UInt16 { self == .http ? 80 : 443 }
}

extension WebAddress {
    /// `feed:` is what browsers once put before (`feed:https://…`) or in place of (`feed://…`) the scheme, and `feeds://`
    /// in place of `https://`.
    private static func withoutFeedScheme(_ text: String) -> String {
        if text.prefix(8).lowercased() == "feeds://" { return "https" + text.dropFirst(5) }
        guard text.prefix(5).lowercased() == "feed:" else { return text }
        let rest = text.dropFirst(5)
        return rest.hasPrefix("//") ? "http:" + rest : String(rest)
    }

    private static func trimmed(_ text: String) -> String {
        guard text.utf8.first?.isASCIISpace == true || text.utf8.last?.isASCIISpace == true else { return text }
        let bytes = Array(text.utf8)
        let start = bytes.firstIndex { !$0.isASCIISpace } ?? bytes.endIndex
        let end = bytes.lastIndex { !$0.isASCIISpace } ?? start
        return start < bytes.endIndex ? String(decoding: bytes[start...end], as: UTF8.self) : ""
    }

    private static func hostAndPort(_ place: Substring) throws(Problem) -> (host: Substring, port: Substring?) {
        let afterHost: Substring.Index
        if place.hasPrefix("[") {
            guard let close = place.firstIndex(of: "]") else { throw .malformed("its bracket is not closed") }
            afterHost = place.index(after: close)
        } else {
            afterHost = place.firstIndex(of: ":") ?? place.endIndex
        }
        let rest = place[afterHost...]
        guard rest.isEmpty || rest.hasPrefix(":") else { throw .malformed("its host is not readable") }
        return (place[..<afterHost], rest.count > 1 ? rest.dropFirst() : nil)
    }

    private static func portNumber(_ text: Substring) throws(Problem) -> UInt16 {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = UInt16(text), port > 0 else {
            throw .malformed("its port is not a number from 1 to 65535")
        }
        return port
    }

    /// Escapes what may not stand in a request line; broken percent-escapes stay as their server knows them.
    private static func encoded(_ target: String) -> String {
        func isPlain(_ byte: UInt8) -> Bool {
            switch byte {
            case ...0x20, 0x7f..., UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
                UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
                false
            default: true
            }
        }
        guard !target.utf8.allSatisfy(isPlain) else { return target }
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = target.utf8.flatMap { byte in
            isPlain(byte) ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
