/// The bytes that markup is made of.
enum ASCII {
    static let tab: UInt8 = 0x09
    static let newline: UInt8 = 0x0A
    static let formFeed: UInt8 = 0x0C
    static let `return`: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let exclamation: UInt8 = 0x21
    static let quote: UInt8 = 0x22
    static let hash: UInt8 = 0x23
    static let ampersand: UInt8 = 0x26
    static let apostrophe: UInt8 = 0x27
    static let dash: UInt8 = 0x2D
    static let slash: UInt8 = 0x2F
    static let colon: UInt8 = 0x3A
    static let semicolon: UInt8 = 0x3B
    static let less: UInt8 = 0x3C
    static let equals: UInt8 = 0x3D
    static let greater: UInt8 = 0x3E
    static let question: UInt8 = 0x3F
    static let bracket: UInt8 = 0x5B
    static let delete: UInt8 = 0x7F

    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
    }

    /// 0 for a byte of UTF-8 that can be copied as it is: no markup, no control character, and not the first of a sequence
    /// that may stand for a character XML forbids (U+FFFE, U+FFFF) or for a C1 control. Else 1, as
    /// `Span.end(ofRunFrom:where:)` asks for it.
    @inline(__always)
    static func endsText(_ byte: UInt8) -> UInt8 {
        UInt8(byte < 0x20) & UInt8(byte != newline) & UInt8(byte != tab) | UInt8(byte == less) | UInt8(byte == greater)
            | UInt8(byte == ampersand) | UInt8(byte == 0xC2) | UInt8(byte == 0xEF)
    }
}
