/// Character classes of XML 1.0 (fifth edition), as tables over UTF-8 bytes.
enum XMLCharacters {
    /// Where the fast scan of text has to stop and look: references, what is forbidden or has to be mapped.
    ///
    /// These are functions, not tables: inlined, they cost a comparison or two a byte, where a lazily made table costs a
    /// look whether it is there.
    @inline(__always)
    static func stopsText(_ byte: UInt8, hasReferences: Bool) -> Bool {
        switch byte {
        case 0x09, 0x0A: false
        // C2: C1 control characters. EF: U+FFFE and U+FFFF.
        case 0..<0x20, 0xC2, 0xEF: true
        // `]`: the end of CDATA, which may not stand in a text.
        case UInt8(ascii: "&"), UInt8(ascii: "]"): hasReferences
        default: false
        }
    }

    /// Bytes that begin or continue a name; those of non-ASCII characters are looked at by `isQualifiedName`.
    @inline(__always)
    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "-"),
            UInt8(ascii: "."), 0x80...:
            true
        default: false
        }
    }

    /// Whether a byte may begin a name.
    @inline(__always)
    static func startsName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): false
        default: isNameByte(byte)
        }
    }

    /// Whether the bytes are a qualified name (Namespaces in XML 1.0, section 4): one colon at most, inside.
    static func isQualifiedName(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, startsName(first), bytes.count <= XMLLimits.name else { return false }
        var colons = 0
        var isASCII = true
        var startsPart = true
        for byte in bytes {
            if byte == UInt8(ascii: ":") {
                if startsPart { return false }
                colons += 1
                startsPart = true
                continue
            }
            if startsPart, !startsName(byte) { return false }
            startsPart = false
            isASCII = isASCII && byte < 0x80
        }
        guard colons <= 1, !startsPart else { return false }
        return isASCII || hasOnlyNameCharacters(bytes)
    }

    /// Whether XML allows the character at all (section 2.2).
    static func isAllowed(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// What the bytes 0x80 ... 0x9F mean in windows-1252, which is what everyone means who writes U+0080 ... U+009F.
    static let windows1252: [Unicode.Scalar] =
        Array(
            "\u{20AC}\u{81}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{160}\u{2039}\u{152}\u{8D}\u{17D}\u{8F}"
                .unicodeScalars)
        + Array(
            "\u{90}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}\u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{9D}\u{17E}\u{178}"
                .unicodeScalars)

    /// Section 2.3, `NameStartChar` and `NameChar` beyond ASCII.
    private static func hasOnlyNameCharacters(_ bytes: ArraySlice<UInt8>) -> Bool {
        var isFirst = true
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            defer { isFirst = scalar == ":" }
            if scalar.isASCII { continue }
            switch scalar.value {
            case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D,
                0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFC, 0x10000...0xEFFFF:
                continue
            case 0xB7, 0x0300...0x036F, 0x203F...0x2040:
                if isFirst { return false }
            default:
                return false
            }
        }
        return true
    }

}
