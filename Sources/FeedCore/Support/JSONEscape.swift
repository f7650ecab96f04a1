/// JSON's escapes (RFC 8259, section 7), some of which other texts have taken over.
public enum JSONEscape {
    /// How many bytes the escape of a code unit takes.
    public static let length = 6

    /// The UTF-16 code unit of the `\uXXXX` at `index`, if that is what stands there.
    public static func codeUnit(in bytes: [UInt8], at index: Int) -> UInt16? {
        guard index + length <= bytes.count, bytes[index] == backslash, bytes[index + 1] == UInt8(ascii: "u")
        else { return nil }
        var unit: UInt16 = 0
        for byte in bytes[index + 2..<index + length] {
            guard let digit = byte.hexDigitValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    /// The string that stands in `range`, where no escape is cut apart.
    static func resolved(in bytes: [UInt8], _ range: Range<Int>) -> String {
        let text = bytes.span.extracting(0..<range.upperBound)
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var index = range.lowerBound
        while true {
            let end = text.end(ofRunFrom: index) { UInt8($0 == backslash) }
            result += bytes[index..<end]
            index = end
            guard index < text.count else { return String(decoding: result, as: UTF8.self) }
            if let unit = codeUnit(in: bytes, at: index) {
                index += length
                if unit < 0x80 {
                    result.append(UInt8(unit))
                    continue
                }
                // One after the other, since two may be a surrogate pair.
                var units = [unit]
                while let unit = codeUnit(in: bytes, at: index) {
                    units.append(unit)
                    index += length
                }
                result += String(decoding: units, as: UTF16.self).utf8
            } else {
                result.append(character(of: bytes[index + 1]))
                index += 2
            }
        }
    }

    /// What a letter behind a backslash stands for; most stand for themselves.
    private static func character(of letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "r"): 0x0D
        default: letter
        }
    }

    private static let backslash = UInt8(ascii: "\\")
}
