/// Texts that were decoded wrongly once on their way and encoded again.
enum Mojibake {
    /// UTF-8 that was read as ISO 8859-1 or windows-1252 and encoded once more is put right; otherwise the control
    /// characters U+0080 ... U+009F are taken for what windows-1252 has in their place.
    static func mended(_ text: String) -> String {
        switch suspicion(text.utf8.span) {
        case .none: text
        case .controls: withoutControls(text)
        case .encodedTwice:
            decodedOnceMore(text) ?? (hasControls(text.utf8.span, from: 0) ? withoutControls(text) : text)
        }
    }

    private enum Suspicion { case none, controls, encodedTwice }

    /// A look at the bytes, because nearly every text is sound. In one that was encoded twice the first character
    /// beyond ASCII stands for the first byte of a sequence, and so lies between U+00C2 and U+00F4.
    private static func suspicion(_ bytes: Span<UInt8>) -> Suspicion {
        let index = asciiPrefix(of: bytes)
        guard index + 1 < bytes.count else { return .none }
        if bytes[index] == 0xC3, (0x82...0xB4).contains(bytes[index + 1]), index + 2 < bytes.count,
            bytes[index + 2] >= 0x80
        {
            return .encodedTwice
        }
        return hasControls(bytes, from: index) ? .controls : .none
    }

    /// How many bytes there are before the first character beyond ASCII.
    private static func asciiPrefix(of bytes: Span<UInt8>) -> Int {
        let raw = unsafe bytes.bytes
        var index = 0
        while index + 8 <= bytes.count {
            guard unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            else { break }
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }

    private static func hasControls(_ bytes: Span<UInt8>, from start: Int) -> Bool {
        var index = start
        while index + 1 < bytes.count {
            if bytes[index] == 0xC2, bytes[index + 1] < 0xA0 { return true }
            index += 1
        }
        return false
    }

    private static func decodedOnceMore(_ text: String) -> String? {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            // The first scalar that no single byte stands for shows that the text is sound.
            guard let byte = byte(of: scalar) else { return nil }
            bytes.append(byte)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        scalar.value < 0x100 ? UInt8(scalar.value) : bytes[scalar]
    }

    private static func withoutControls(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append((0x80...0x9F).contains(scalar.value) ? windows1252[Int(scalar.value) - 0x80] : scalar)
        }
        return String(result)
    }

    /// 0x80 ... 0x9F; five of them are undefined and stay what they are.
    private static let windows1252: [Unicode.Scalar] = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

    private static let bytes: [Unicode.Scalar: UInt8] = Dictionary(
        uniqueKeysWithValues: windows1252.enumerated().map { ($1, UInt8(0x80 + $0)) })
}
