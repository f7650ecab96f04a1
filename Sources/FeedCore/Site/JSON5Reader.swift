/// Reads a JSON5 document (spec.json5.org): JSON with comments, unquoted names, single quotes, trailing commas.
///
/// Foundation's readers are not used: `JSONSerialization` has no JSON5 on Linux, `JSONDecoder` drops unknown keys, and
/// neither says on which line a wrong value stands. Two things are stricter than JSON5: a name that stands twice is an
/// error (one of the two settings would be lost), and so are `Infinity` and `NaN`.
struct JSON5Reader {
    private let bytes: [UInt8]
    private let dialect: Dialect
    private var index = 0
    private var depth = 0

    struct Fault: Error, Equatable {
        let message: String
        /// In bytes from the beginning.
        let offset: Int
    }

    enum Dialect {
        case json5
        /// RFC 8259: nothing that makes JSON5 comfortable.
        case json
    }

    private init(_ bytes: [UInt8], _ dialect: Dialect) {
        self.bytes = bytes
        self.dialect = dialect
    }

    static func read(_ bytes: [UInt8], as dialect: Dialect = .json5) throws(Fault) -> JSON5Value {
        var reader = JSON5Reader(bytes, dialect)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.index = 3 }
        if !Self.isUTF8(bytes) { throw Fault(message: "is not UTF-8", offset: reader.index) }
        try reader.skipSpace()
        let value = try reader.value()
        try reader.skipSpace()
        if let byte = reader.peek { throw reader.fault("expected the end, found \(reader.name(of: byte))") }
        return value
    }

    private mutating func value() throws(Fault) -> JSON5Value {
        let start = index
        let kind: JSON5Value.Kind
        switch peek {
        case UInt8(ascii: "{"): kind = .object(try members())
        case UInt8(ascii: "["): kind = .array(try elements())
        case UInt8(ascii: "\""), UInt8(ascii: "'"): kind = .string(try string())
        case nil: throw fault("expected a value, found the end of the file")
        case let byte?:
            guard Self.isWord(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") else {
                throw fault("expected a value, found \(name(of: byte))")
            }
            kind = try scalar()
        }
        return JSON5Value(kind: kind, offset: start)
    }

    private mutating func members() throws(Fault) -> [JSON5Value.Member] {
        var members: [JSON5Value.Member] = []
        var names: Set<String> = []
        try open()
        while try !close(UInt8(ascii: "}"), after: members.isEmpty) {
            let start = index
            let name = try memberName()
            guard names.insert(name).inserted else {
                throw Fault(message: "'\(Excerpt.of(name))' stands twice in one object", offset: start)
            }
            try skipSpace()
            guard peek == UInt8(ascii: ":") else { throw fault("expected ':' after '\(Excerpt.of(name))'") }
            index += 1
            try skipSpace()
            members.append(.init(name: name, offset: start, value: try value()))
        }
        return members
    }

    private mutating func elements() throws(Fault) -> [JSON5Value] {
        var elements: [JSON5Value] = []
        try open()
        while try !close(UInt8(ascii: "]"), after: elements.isEmpty) { elements.append(try value()) }
        return elements
    }

    private mutating func open() throws(Fault) {
        depth += 1
        if depth > Self.maxDepth { throw fault("nested deeper than \(Self.maxDepth) levels") }
        index += 1
    }

    /// Steps over the comma before the next item, or over the closing bracket; true at the latter.
    private mutating func close(_ bracket: UInt8, after isFirst: Bool) throws(Fault) -> Bool {
        try skipSpace()
        if !isFirst, peek == UInt8(ascii: ",") {
            index += 1
            try skipSpace()
            if dialect == .json, peek == bracket { throw fault("a comma before the end") }
        } else if !isFirst, peek != bracket {
            throw fault("expected ',' or '\(Character(Unicode.Scalar(bracket)))'")
        }
        guard peek == bracket else { return false }
        index += 1
        depth -= 1
        return true
    }

    private mutating func memberName() throws(Fault) -> String {
        switch peek {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return try string()
        case let byte? where dialect == .json5 && Self.isWord(byte) && byte != UInt8(ascii: "."): return word()
        case let byte?: throw fault("expected a name, found \(name(of: byte))")
        case nil: throw fault("expected a name, found the end of the file")
        }
    }

    private mutating func scalar() throws(Fault) -> JSON5Value.Kind {
        let start = index
        let text = word()
        switch text {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null": return .null
        default:
            guard let number = Self.number(text), dialect == .json5 || Self.isPlain(text) else {
                let quoted = Excerpt.of(text)
                throw Fault(
                    message: "'\(quoted)' is no value; text stands in quotes: \"\(quoted)\"", offset: start)
            }
            return .number(number)
        }
    }

    private mutating func word() -> String {
        let start = index
        while let byte = peek, Self.isWord(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") {
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func skipSpace() throws(Fault) {
        while let byte = peek {
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            case _ where dialect == .json: return
            case 0xC2 where bytes[index...].starts(with: [0xC2, 0xA0]): index += 2
            case UInt8(ascii: "/"): try skipComment()
            default: return
            }
        }
    }

    private mutating func skipComment() throws(Fault) {
        let start = index
        switch index + 1 < bytes.count ? bytes[index + 1] : 0 {
        case UInt8(ascii: "/"):
            while let byte = peek, byte != 0x0A { index += 1 }
        case UInt8(ascii: "*"):
            index += 2
            while !bytes[index...].starts(with: "*/".utf8) {
                guard index < bytes.count else {
                    throw Fault(message: "this comment has no end", offset: start)
                }
                index += 1
            }
            index += 2
        default: throw fault("expected a comment after '/'")
        }
    }
}

extension JSON5Reader {
    private mutating func string() throws(Fault) -> String {
        let start = index
        let quote = peek
        var text: [UInt8] = []
        if dialect == .json, quote == UInt8(ascii: "'") { throw fault("text stands in double quotes") }
        index += 1
        while let byte = peek {
            index += 1
            switch byte {
            case 0..<0x20 where dialect == .json:
                throw Fault(message: "a control character in a text; write it as an escape", offset: index - 1)
            case quote: return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0x0A, 0x0D: throw Fault(message: "this text has no closing quote", offset: start)
            default: text.append(byte)
            }
        }
        throw Fault(message: "this text has no closing quote", offset: start)
    }

    private mutating func escape(into text: inout [UInt8]) throws(Fault) {
        guard let byte = peek else { return }
        if dialect == .json, !"\"\\/bfnrtu".utf8.contains(byte) { throw fault("no escape of JSON's") }
        index += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "v"): text.append(0x0B)
        case UInt8(ascii: "0"): text.append(0)
        case UInt8(ascii: "x"): text += Array(String(Unicode.Scalar(UInt8(try hex(2)))).utf8)
        case UInt8(ascii: "u"): text += Array(String(Character(try unicodeEscape())).utf8)
        case 0x0A: break
        case 0x0D: if peek == 0x0A { index += 1 }
        default: text.append(byte)
        }
    }

    private mutating func unicodeEscape() throws(Fault) -> Unicode.Scalar {
        let start = index - 2
        let unit = try hex(4)
        var value = UInt32(unit)
        if (0xD800..<0xDC00).contains(unit), bytes[index...].starts(with: "\\u".utf8) {
            index += 2
            let low = try hex(4)
            if (0xDC00..<0xE000).contains(low) { value = 0x10000 + UInt32(unit - 0xD800) << 10 + UInt32(low - 0xDC00) }
        }
        guard let scalar = Unicode.Scalar(value) else {
            throw Fault(message: "half of a surrogate pair", offset: start)
        }
        return scalar
    }

    private mutating func hex(_ digits: Int) throws(Fault) -> Int {
        let end = min(index + digits, bytes.count)
        guard end - index == digits, bytes[index..<end].allSatisfy({ $0.hexDigitValue != nil }),
            let value = Int(String(decoding: bytes[index..<end], as: UTF8.self), radix: 16)
        else { throw fault("expected \(digits) hexadecimal digits") }
        index = end
        return value
    }

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private func fault(_ message: String) -> Fault { Fault(message: message, offset: index) }

    private func name(of byte: UInt8) -> String {
        (0x21...0x7E).contains(byte) ? "'\(Character(Unicode.Scalar(byte)))'" : "a character that is none of JSON's"
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "."), 0x80...:
            true
        default: false
        }
    }

    /// Decimal with optional sign, fraction and exponent (both may lack a side of the point), or hexadecimal.
    private static func number(_ text: String) -> Double? {
        let negative = text.hasPrefix("-")
        let digits = negative || text.hasPrefix("+") ? text.dropFirst() : text[...]
        guard let first = digits.utf8.first, first == UInt8(ascii: ".") || (0x30...0x39).contains(first) else {
            return nil
        }
        let magnitude: Double?
        if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
            magnitude = Int(digits.dropFirst(2), radix: 16).map(Double.init)
        } else {
            let whole = (digits.hasPrefix(".") ? "0" : "") + digits + (digits.hasSuffix(".") ? "0" : "")
            magnitude = Double(whole)
        }
        guard let magnitude, magnitude.isFinite else { return nil }
        return negative ? -magnitude : magnitude
    }

    /// RFC 8259, section 6.
    private static func isPlain(_ number: String) -> Bool {
        let digits = number.utf8.first == UInt8(ascii: "-") ? number.utf8.dropFirst() : number.utf8[...]
        guard let first = digits.first, (0x30...0x39).contains(first), digits.last != UInt8(ascii: ".") else {
            return false
        }
        let second = digits.dropFirst().first
        return first != 0x30 || second.map { !(0x30...0x39).contains($0) && $0 | 0x20 != UInt8(ascii: "x") } ?? true
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

    private static let maxDepth = 64
}
