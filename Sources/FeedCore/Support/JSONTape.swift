/// A JSON document (RFC 8259) taken apart in one pass: what each value is and where it ends, with nothing made of it yet.
final class JSONTape {
    let bytes: [UInt8]
    /// In the order of the document; the name of a member stands before its value.
    private(set) var values: [Value] = []
    private var position = 0

    struct Value {
        let kind: Kind
        /// Of a string, without its quotes.
        fileprivate(set) var range: Range<Int>
        /// The index of the first value that is not part of this one.
        fileprivate(set) var next: Int
    }

    enum Kind {
        case null, yes, no, number, string
        /// A string with escapes in it.
        case escapedString
        case array, object
    }

    init(_ bytes: [UInt8]) throws(DecodingError) {
        self.bytes = bytes
        values.reserveCapacity(32)
        try value(depth: 0)
        skipBlanks()
        if position < bytes.count { throw fault() }
    }

    /// - Parameter index: of a string.
    func string(_ index: Int) -> String {
        let value = values[index]
        let text = bytes[value.range]
        return value.kind == .string ? String(decoding: text, as: UTF8.self) : unescaped(text)
    }

    /// Whether the string at `index` is `text`.
    func holds(_ text: String, at index: Int) -> Bool {
        let value = values[index]
        guard value.kind == .string else { return string(index) == text }
        return value.range.count == text.utf8.count && text.utf8.elementsEqual(bytes[value.range])
    }
}

extension JSONTape {
    private static let deepest = 512

    private func value(depth: Int) throws(DecodingError) {
        skipBlanks()
        guard position < bytes.count, depth < Self.deepest else { throw fault() }
        switch bytes[position] {
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "{"): try container(.object, until: UInt8(ascii: "}"), depth)
        case UInt8(ascii: "["): try container(.array, until: UInt8(ascii: "]"), depth)
        case UInt8(ascii: "n"): try literal("null", .null)
        case UInt8(ascii: "t"): try literal("true", .yes)
        case UInt8(ascii: "f"): try literal("false", .no)
        default: try number()
        }
    }

    private func container(_ kind: Kind, until end: UInt8, _ depth: Int) throws(DecodingError) {
        let index = values.count
        let start = position
        values.append(Value(kind: kind, range: start..<start, next: index))
        position += 1
        skipBlanks()
        while position < bytes.count, bytes[position] != end {
            if values.count > index + 1 { try punctuation(UInt8(ascii: ",")) }
            if kind == .object {
                skipBlanks()
                try string()
                try punctuation(UInt8(ascii: ":"))
            }
            try value(depth: depth + 1)
            skipBlanks()
        }
        try punctuation(end)
        values[index].range = start..<position
        values[index].next = values.count
    }

    private func string() throws(DecodingError) {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw fault() }
        let bytes = bytes
        let start = position + 1
        var end = start
        var kind = Kind.string
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            if bytes[end] == UInt8(ascii: "\\") {
                kind = .escapedString
                end += 1
            }
            end += 1
        }
        guard end < bytes.count else { throw fault() }
        add(kind, start..<end)
        position = end + 1
    }

    private func number() throws(DecodingError) {
        let text = bytes[position...].prefix { $0.isASCIIDigit || "+-.eE".utf8.contains($0) }
        guard !text.isEmpty else { throw fault() }
        add(.number, text.indices)
        position = text.endIndex
    }

    private func literal(_ text: StaticString, _ kind: Kind) throws(DecodingError) {
        let end = position + text.utf8CodeUnitCount
        guard end <= bytes.count, "\(text)".utf8.elementsEqual(bytes[position..<end]) else { throw fault() }
        add(kind, position..<end)
        position = end
    }

    private func punctuation(_ byte: UInt8) throws(DecodingError) {
        skipBlanks()
        guard position < bytes.count, bytes[position] == byte else { throw fault() }
        position += 1
    }

    private func skipBlanks() {
        while position < bytes.count, bytes[position].isASCIIBlank { position += 1 }
    }

    private func add(_ kind: Kind, _ range: Range<Int>) {
        values.append(Value(kind: kind, range: range, next: values.count + 1))
    }

    private func fault() -> DecodingError {
        .dataCorrupted(.init(codingPath: [], debugDescription: "no JSON at byte \(position)"))
    }

    /// Section 7.
    private func unescaped(_ text: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var rest = text
        while let backslash = rest.firstIndex(of: UInt8(ascii: "\\")) {
            result += rest[..<backslash]
            rest = rest[backslash...]
            let unit = JSONEscape.codeUnit(in: bytes, at: backslash)
            if let unit, unit < 0x80 {
                result.append(UInt8(unit))
                rest = rest.dropFirst(JSONEscape.length)
            } else if unit != nil {
                // One after the other, since two may be a surrogate pair.
                var units: [UInt16] = []
                while let unit = JSONEscape.codeUnit(in: bytes, at: rest.startIndex) {
                    units.append(unit)
                    rest = rest.dropFirst(JSONEscape.length)
                }
                result += String(decoding: units, as: UTF16.self).utf8
            } else {
                rest = rest.dropFirst()
                if let letter = rest.popFirst() { result.append(Self.controls[letter] ?? letter) }
            }
        }
        result += rest
        return String(decoding: result, as: UTF8.self)
    }

    private static let controls: [UInt8: UInt8] = [
        UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D,
        UInt8(ascii: "t"): 0x09,
    ]
}
