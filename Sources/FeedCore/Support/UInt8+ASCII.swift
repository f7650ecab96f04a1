// What a byte of UTF-8 is as a character of ASCII; no byte of a longer sequence is any of these.
extension UInt8 {
    @inline(__always)
    var isASCIIDigit: Bool { self &- 0x30 < 10 }

    @inline(__always)
    var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

    /// The white space of XML 1.0, section 2.3.
    @inline(__always)
    var isASCIIBlank: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }

    /// What C's `isspace` takes for one: the blanks, vertical tab and form feed.
    @inline(__always)
    var isASCIISpace: Bool { self == 0x20 || self &- 0x09 < 5 }

    @inline(__always)
    var isASCIIGraphic: Bool { self &- 0x21 < 94 }

    @inline(__always)
    var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

    /// Of a hexadecimal digit, its number.
    @inline(__always)
    var hexDigitValue: UInt8? {
        if isASCIIDigit { return self &- 0x30 }
        let letter = (self | 0x20) &- 0x61
        return letter < 6 ? letter + 10 : nil
    }
}
