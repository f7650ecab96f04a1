/// The candidates of a `srcset` attribute (HTML, section 4.8.4.2.1).
enum SourceSet {
    struct Candidate {
        let address: [UInt8]
        /// Such as `2x` or `640w`, or empty.
        let descriptor: [UInt8]
    }

    static func candidates(in value: [UInt8]) -> [Candidate] {
        var candidates: [Candidate] = []
        var rest = value[...]
        while true {
            rest = rest.drop { ASCII.isSpace($0) || $0 == comma }
            guard !rest.isEmpty else { return candidates }
            var address = rest.prefix { !ASCII.isSpace($0) }
            rest = rest[address.endIndex...]
            var descriptor: ArraySlice<UInt8> = []
            if address.last == comma {
                while address.last == comma { address.removeLast() }
            } else {
                descriptor = rest.prefix { $0 != comma }
                rest = rest[descriptor.endIndex...]
            }
            let trimmed = descriptor.filter { !ASCII.isSpace($0) }
            if isDescriptor(trimmed) { candidates.append(Candidate(address: Array(address), descriptor: trimmed)) }
        }
    }

    /// An address as a candidate can hold it: a space would end it, and a comma at its end the candidate.
    static func written(_ address: [UInt8]) -> [UInt8] {
        guard address.contains(ASCII.space) || address.last == comma else { return address }
        let end = address.lastIndex { $0 != comma } ?? -1
        return address.enumerated().flatMap { index, byte in
            if byte == ASCII.space { return Array("%20".utf8) }
            return index > end ? Array("%2C".utf8) : [byte]
        }
    }

    private static let comma: UInt8 = 0x2C

    private static func isDescriptor(_ text: [UInt8]) -> Bool {
        guard let unit = text.last else { return true }
        return [UInt8(ascii: "x"), UInt8(ascii: "w"), UInt8(ascii: "h")].contains(unit)
            && text.dropLast().allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: ".") } && text.count > 1
    }
}
