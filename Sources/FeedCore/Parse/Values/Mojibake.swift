/// Texts that were decoded wrongly once on their way and encoded again.
enum Mojibake {
    /// UTF-8 that was read as ISO 8859-1 or windows-1252 and encoded once more is put right.
    static func mended(_ text: String) -> String {
        guard !text.utf8Span.isKnownASCII, isSuspicious(text.utf8.span) else { return text }
        return decodedOnceMore(text) ?? text
    }

    /// A look at the bytes, because nearly every text is sound. In one that was encoded twice the first character
    /// beyond ASCII stands for the first byte of a sequence, and so lies between U+00C2 and U+00F4.
    private static func isSuspicious(_ bytes: Span<UInt8>) -> Bool {
        let index = TextScan.nextBeyondASCII(in: bytes)
        return index + 2 < bytes.count && bytes[index] == 0xC3 && (0x82...0xB4).contains(bytes[index + 1])
            && bytes[index + 2] >= 0x80
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

    /// What windows-1252 has for the bytes 0x80 ... 0x9F.
    private static let bytes: [Unicode.Scalar: UInt8] = Dictionary(
        uniqueKeysWithValues: XMLCharacters.windows1252.enumerated().map { ($1, UInt8(0x80 + $0)) })
}
