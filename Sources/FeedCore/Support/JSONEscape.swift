/// JSON's escapes of single code units (RFC 8259, section 7), which other texts have taken over.
public enum JSONEscape {
    /// How many bytes such an escape takes.
    public static let length = 6

    /// The UTF-16 code unit of the `\uXXXX` at `index`, if that is what stands there.
    public static func codeUnit(in bytes: [UInt8], at index: Int) -> UInt16? {
        guard index + length <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
        else { return nil }
        var unit: UInt16 = 0
        for byte in bytes[index + 2..<index + length] {
            guard let digit = byte.hexDigitValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
