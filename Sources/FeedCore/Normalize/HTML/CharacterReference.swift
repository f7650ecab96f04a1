/// A character reference at one place of a text (HTML, section 13.2.5.72 and following).
struct CharacterReference {
    /// One character, or two for a few of the names.
    let scalars: String.UnicodeScalarView
    /// In bytes, with the ampersand.
    let length: Int

    /// Nil if what starts with the ampersand at `index` is no reference. In an attribute a name without its semicolon
    /// does not count before `=` or a letter, or else every address with `&copy=` would break.
    init?(in bytes: [UInt8], at index: Int, inAttribute: Bool) {
        guard index + 1 < bytes.count else { return nil }
        if bytes[index + 1] == ASCII.hash {
            guard let (code, end) = Self.number(in: bytes, at: index + 2) else { return nil }
            scalars = String(Self.scalar(code)).unicodeScalars
            length = end - index
            return
        }
        let start = index + 1
        var end = start
        while end < bytes.count, end - start < HTMLEntities.longestName,
            bytes[end].isASCIILetter || bytes[end].isASCIIDigit
        {
            end += 1
        }
        if end < bytes.count, bytes[end] == ASCII.semicolon, let scalars = Self.named(bytes[start..<end]) {
            self.scalars = scalars
            length = end + 1 - index
            return
        }
        for stop in stride(from: min(end, start + Self.longestLegacyName), to: start + 1, by: -1) {
            guard HTMLEntities.isLegacy(bytes[start..<stop]), let scalars = Self.named(bytes[start..<stop]) else {
                continue
            }
            if inAttribute, stop < bytes.count {
                let next = bytes[stop]
                if next == ASCII.equals || next.isASCIILetter || next.isASCIIDigit { return nil }
            }
            self.scalars = scalars
            length = stop - index
            return
        }
        return nil
    }

    /// What a code point of a document stands for: windows-1252 in the C1 range, a space for a form feed, the
    /// replacement character where XML 1.0 allows none.
    static func scalar(_ code: UInt32) -> Unicode.Scalar {
        switch code {
        case 0x09, 0x0A: break
        case 0x0C: return " "
        case 0x0D: return "\n"
        case 0..<0x20: return "\u{FFFD}"
        case 0x80...0x9F: return windows1252[Int(code - 0x80)]
        case 0xFFFE, 0xFFFF: return "\u{FFFD}"
        default: break
        }
        return Unicode.Scalar(code) ?? "\u{FFFD}"
    }

    /// In bytes, without a semicolon.
    private static let longestLegacyName = 6

    private static let windows1252: [Unicode.Scalar] = Array(
        "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)

    private static func named(_ name: ArraySlice<UInt8>) -> String.UnicodeScalarView? {
        HTMLEntities.text(of: name).map { String(decoding: $0, as: UTF8.self).unicodeScalars }
    }

    /// The digits of `&#…;` or `&#x…;` from `index` on; the semicolon may be missing.
    private static func number(in bytes: [UInt8], at index: Int) -> (code: UInt32, end: Int)? {
        var at = index
        var radix: UInt32 = 10
        if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "x") {
            radix = 16
            at += 1
        }
        let start = at
        var code: UInt32 = 0
        while at < bytes.count, let digit = digit(bytes[at], radix: radix) {
            // Stops growing outside of Unicode.
            if code <= 0x10FFFF { code = code * radix + digit }
            at += 1
        }
        guard at > start else { return nil }
        if at < bytes.count, bytes[at] == ASCII.semicolon { at += 1 }
        return (code, at)
    }

    private static func digit(_ byte: UInt8, radix: UInt32) -> UInt32? {
        if byte.isASCIIDigit { return UInt32(byte - 0x30) }
        guard radix == 16, byte | 0x20 >= 0x61, byte | 0x20 <= 0x66 else { return nil }
        return UInt32(byte | 0x20) - 0x57
    }
}
