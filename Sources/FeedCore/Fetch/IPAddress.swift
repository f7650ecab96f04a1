import Glibc

/// An IPv4 or IPv6 address as a number.
enum IPAddress: Sendable, Hashable {
    case v4(UInt32)
    case v6(high: UInt64, low: UInt64)

    /// From 4 or 16 bytes in network order.
    init?(networkOrder bytes: some Collection<UInt8>) {
        func number(_ bytes: some Collection<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
        switch bytes.count {
        case 4: self = .v4(UInt32(number(bytes)))
        case 16: self = .v6(high: number(bytes.prefix(8)), low: number(bytes.suffix(8)))
        default: return nil
        }
    }

    /// From IPv6's text forms (RFC 4291, section 2.2), without brackets and without a zone.
    init?(v6 text: String) {
        var bytes = [UInt8](repeating: 0, count: 16)
        guard unsafe inet_pton(AF_INET6, text, &bytes) == 1 else { return nil }
        self.init(networkOrder: bytes)
    }

    /// From any text in which C's `inet_aton` and browsers see IPv4: one to four parts, decimal or hexadecimal, the last
    /// one filling what is left. A leading zero is octal to some and decimal to others, so it is no address at all.
    init?(v4 text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...4).contains(parts.count) else { return nil }
        var value: UInt64 = 0
        for (index, part) in parts.enumerated() {
            guard let number = Self.number(part) else { return nil }
            let bits = index == parts.count - 1 ? 8 * (4 - index) : 8
            guard number < 1 << UInt64(bits) else { return nil }
            value = value << UInt64(bits) | number
        }
        self = .v4(UInt32(value))
    }

    /// From the dotted or colon form that libcurl reports.
    init?(numeric text: String) {
        if let address = text.utf8.contains(UInt8(ascii: ":")) ? Self(v6: text) : Self(v4: text) {
            self = address
        } else {
            return nil
        }
    }

    /// Whether a host would be read as a number rather than as a name: its last label is one.
    static func looksNumeric(_ host: some StringProtocol) -> Bool {
        guard let last = host.split(separator: ".", omittingEmptySubsequences: false).last, !last.isEmpty else {
            return false
        }
        return last.utf8.allSatisfy { (0x30...0x39).contains($0) }
            || last.lowercased().hasPrefix("0x") && number(last) != nil
    }

    private static func number(_ part: some StringProtocol) -> UInt64? {
        let lower = part.lowercased()
        if lower.hasPrefix("0x") {
            let digits = lower.dropFirst(2)
            guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
            return digits.isEmpty ? 0 : UInt64(digits, radix: 16)
        }
        guard !lower.isEmpty, lower.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        guard lower == "0" || !lower.hasPrefix("0") else { return nil }
        return UInt64(lower)
    }
}

extension IPAddress: CustomStringConvertible {
    var description: String {
        switch self {
        case .v4(let value):
            return [24, 16, 8, 0].map { String(value >> UInt32($0) & 255) }.joined(separator: ".")
        case .v6(let high, let low):
            var bytes = networkOrder(high, low)
            var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
            unsafe inet_ntop(AF_INET6, &bytes, &text, socklen_t(text.count))
            return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
    }

    private func networkOrder(_ high: UInt64, _ low: UInt64) -> [UInt8] {
        (0..<16).map { UInt8(truncatingIfNeeded: ($0 < 8 ? high : low) >> UInt64(8 * (7 - $0 % 8))) }
    }
}
