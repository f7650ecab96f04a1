/// JSON's escapes of single code units (RFC 8259, section 7), which other texts have taken over.
public enum JSONEscape {
    /// How many bytes such an escape takes.
    public static let length = 6

    /// The UTF-16 code unit of the `\uXXXX` at `index`, if that is what stands there.
    public static func codeUnit(in bytes: [UInt8], at index: Int) -> UInt16? {
        guard index + length <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
        else { return nil }
        let digits = bytes[index + 2..<index + length]
        // Four digits and nothing else: an initializer would take a sign as well.
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
