/// Finds the values of a JSON document (RFC 8259).
struct JSONScanner {
    private let bytes: [UInt8]
    private var values: [JSONTape.Value] = []
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func scan() throws(DecodingError) -> [JSONTape.Value] {
        values.reserveCapacity(32)
        try value(depth: 0)
        skipBlanks()
        if position < bytes.count { throw fault() }
        return values
    }
}

extension JSONScanner {
    private static let deepest = 512
    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")

    private mutating func value(depth: Int) throws(DecodingError) {
        skipBlanks()
        guard position < bytes.count, depth < Self.deepest else { throw fault() }
        switch bytes[position] {
        case Self.quote: try string()
        case UInt8(ascii: "{"): try container(.object, until: UInt8(ascii: "}"), depth)
        case UInt8(ascii: "["): try container(.array, until: UInt8(ascii: "]"), depth)
        case UInt8(ascii: "n"): try literal("null", .null)
        case UInt8(ascii: "t"): try literal("true", .yes)
        case UInt8(ascii: "f"): try literal("false", .no)
        default: try number()
        }
    }

    private mutating func container(
        _ kind: JSONTape.Kind, until end: UInt8, _ depth: Int
    ) throws(DecodingError) {
        let index = values.count
        let start = position
        values.append(JSONTape.Value(kind: kind, range: start..<start, next: index))
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

    private mutating func string() throws(DecodingError) {
        guard position < bytes.count, bytes[position] == Self.quote else { throw fault() }
        let start = position + 1
        var end = start
        var kind = JSONTape.Kind.string
        while true {
            end = bytes.span.end(ofRunFrom: end) { UInt8($0 == Self.quote) | UInt8($0 == Self.backslash) }
            guard end < bytes.count else { throw fault() }
            if bytes[end] == Self.quote { break }
            kind = .escapedString
            end += 2
        }
        add(kind, start..<end)
        position = end + 1
    }

    private mutating func number() throws(DecodingError) {
        let text = bytes[position...].prefix { $0.isASCIIDigit || "+-.eE".utf8.contains($0) }
        guard !text.isEmpty else { throw fault() }
        add(.number, text.indices)
        position = text.endIndex
    }

    private mutating func literal(_ text: StaticString, _ kind: JSONTape.Kind) throws(DecodingError) {
        let end = position + text.utf8CodeUnitCount
        guard end <= bytes.count, "\(text)".utf8.elementsEqual(bytes[position..<end]) else { throw fault() }
        add(kind, position..<end)
        position = end
    }

    private mutating func punctuation(_ byte: UInt8) throws(DecodingError) {
        skipBlanks()
        guard position < bytes.count, bytes[position] == byte else { throw fault() }
        position += 1
    }

    private mutating func skipBlanks() {
        while position < bytes.count, bytes[position].isASCIIBlank { position += 1 }
    }

    private mutating func add(_ kind: JSONTape.Kind, _ range: Range<Int>) {
        values.append(JSONTape.Value(kind: kind, range: range, next: values.count + 1))
    }

    private func fault() -> DecodingError {
        .dataCorrupted(.init(codingPath: [], debugDescription: "no JSON at byte \(position)"))
    }
}
