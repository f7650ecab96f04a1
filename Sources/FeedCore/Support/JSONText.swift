/// JSON's tokens (RFC 8259) as bytes.
struct JSONText {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ mark: UInt8) { bytes.append(mark) }

    /// A number or a word: nothing in it needs an escape.
    mutating func write(literal: String) { bytes.append(contentsOf: literal.utf8) }

    /// A member's name, up to its value.
    mutating func write(name: String, isFirst: Bool) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        write(name)
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func write(_ string: String) {
        var string = string
        string.withUTF8 { unsafe write($0.span) }
    }

    /// Sorted: a dictionary's own order differs from run to run.
    mutating func write(_ dictionary: [String: String]) {
        write(UInt8(ascii: "{"))
        for (index, (key, value)) in dictionary.sorted(by: { $0.key < $1.key }).enumerated() {
            write(name: key, isFirst: index == 0)
            write(value)
        }
        write(UInt8(ascii: "}"))
    }

    private mutating func write(_ string: Span<UInt8>) {
        bytes.append(Self.quote)
        var index = 0
        while true {
            let end = string.end(ofRunFrom: index) {
                UInt8($0 < 0x20) | UInt8($0 == Self.quote) | UInt8($0 == Self.backslash)
            }
            unsafe string.extracting(index..<end).withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
            guard end < string.count else { break }
            escape(string[end])
            index = end + 1
        }
        bytes.append(Self.quote)
    }

    /// The short escape where there is one: markup is full of quotation marks and line feeds.
    private mutating func escape(_ byte: UInt8) {
        bytes.append(Self.backslash)
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case Self.quote, Self.backslash: bytes.append(byte)
        default:
            write(literal: byte < 0x10 ? "u000" : "u00")
            write(literal: String(byte, radix: 16))
        }
    }

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
}
