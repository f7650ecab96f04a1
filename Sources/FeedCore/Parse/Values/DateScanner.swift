/// A cursor over the UTF-8 bytes of a date.
struct DateScanner {
    let bytes: [UInt8]
    var index = 0

    init(_ text: String) { self.init(text.utf8) }

    init(_ text: some Collection<UInt8>) { bytes = Array(text.prefix(Self.longest)) }

    /// In bytes; nothing that is longer is a date, and nobody should pay for it.
    private static let longest = 128

    var isAtEnd: Bool { index >= bytes.count }
    var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }

    func byte(after distance: Int) -> UInt8 { index + distance < bytes.count ? bytes[index + distance] : 0 }

    mutating func skipBlanks() {
        while byte.isASCIIBlank { index += 1 }
    }

    mutating func take(_ expected: UInt8) -> Bool {
        guard !isAtEnd, byte == expected else { return false }
        index += 1
        return true
    }

    /// Skips the words given, whichever comes first in the text.
    mutating func take(word: String) -> Bool {
        let word = word.utf8
        guard bytes[index...].starts(with: word) else { return false }
        index += word.count
        return true
    }

    /// A number of one to `most` digits.
    mutating func digits(atMost most: Int) -> Int? {
        var value = 0
        let start = index
        while index - start < most, byte.isASCIIDigit {
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            index += 1
        }
        return index > start ? value : nil
    }

    /// A number of exactly `count` digits, or nothing is taken.
    mutating func digits(exactly count: Int) -> Int? {
        guard startsWithDigits(count) else { return nil }
        return digits(atMost: count)
    }

    func startsWithDigits(_ count: Int, then next: UInt8? = nil) -> Bool {
        for distance in 0..<count where !byte(after: distance).isASCIIDigit { return false }
        return next.map { byte(after: count) == $0 } ?? true
    }

    /// How many digits are left, if there is nothing but digits and blanks behind them.
    var onlyDigitsLeft: Int? {
        var end = index
        while end < bytes.count, bytes[end].isASCIIDigit { end += 1 }
        let rest = bytes[end...]
        return end > index && rest.allSatisfy(\.isASCIIBlank) ? end - index : nil
    }

    /// Everything up to a blank or a comma.
    mutating func word() -> ArraySlice<UInt8>? {
        while byte.isASCIIBlank || byte == UInt8(ascii: ",") { index += 1 }
        let start = index
        while !isAtEnd, !byte.isASCIIBlank, byte != UInt8(ascii: ",") { index += 1 }
        return index > start ? bytes[start..<index] : nil
    }
}
