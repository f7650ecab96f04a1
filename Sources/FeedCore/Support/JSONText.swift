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
        string.withUTF8 { unsafe write($0) }
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

    /// A string with its quotation marks, in one piece: most of what is encoded are long texts in which much is escaped.
    private mutating func write(_ string: UnsafeBufferPointer<UInt8>) {
        var escapes = 0
        for unsafebyte in unsafe string where Self.isEscaped(byte) { escapes += 1 }
        let size = string.count + 2 + escapes * (JSONEscape.length - 1)
        bytes.append(addingCapacity: size) { span in
            span.append(Self.quote)
            for unsafebyte in unsafe string {
                if Self.isEscaped(byte) { Self.escape(byte, to: &span) } else { span.append(byte) }
            }
            span.append(Self.quote)
        }
    }

    @inline(__always)
    private static func isEscaped(_ byte: UInt8) -> Bool { byte < 0x20 || byte == quote || byte == backslash }

    /// Any character may be written this way (section 7).
    @inline(__always)
    private static func escape(_ byte: UInt8, to span: inout OutputSpan<UInt8>) {
        span.append(backslash)
        span.append(UInt8(ascii: "u"))
        span.append(UInt8(ascii: "0"))
        span.append(UInt8(ascii: "0"))
        span.append(UInt8(ascii: "0") + byte >> 4)
        let low = byte & 15
        span.append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") - 10 + low)
    }

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
}
