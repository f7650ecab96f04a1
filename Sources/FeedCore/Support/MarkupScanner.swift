/// A tag of a document that a person or a program wrote by hand.
struct MarkupTag: Sendable, Equatable {
    /// In lower case.
    let name: String
    let isEnd: Bool
    /// Written `<name/>`.
    let isEmpty: Bool
    /// Names in lower case, values with their character references resolved; the first of a name counts. `range` is
    /// that of the value with its quotation marks, in bytes.
    let attributes: [(name: String, value: String, range: Range<Int>)]
    /// In bytes, brackets included.
    let range: Range<Int>
    /// Counted from 1.
    let line: Int

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

    static func == (one: Self, other: Self) -> Bool {
        one.name == other.name && one.isEnd == other.isEnd && one.range == other.range
    }
}

/// Finds the tags of a page or an OPML list in one pass, without building anything.
///
/// Declarations are stepped over, so there is no entity to expand, and nothing is nested. What a page's markup means is
/// the sanitizer's business; here it is enough not to be fooled by comments, scripts and quoted values.
struct MarkupScanner {
    private let bytes: [UInt8]
    private var index = 0
    /// Lines are counted along with the scan, never from the beginning again.
    private var counted = (index: 0, line: 1)

    init(_ text: String) { bytes = Array(text.utf8) }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    mutating func next() -> MarkupTag? {
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open + 1
            guard index < bytes.count else { return nil }
            let isEnd = bytes[index] == UInt8(ascii: "/")
            let start = isEnd ? index + 1 : index
            if bytes[index...].starts(with: "!--".utf8) {
                skip(past: "-->")
            } else if bytes[index...].starts(with: "![CDATA[".utf8) {
                skip(past: "]]>")
            } else if bytes[index...].prefix(8).elementsEqual("!DOCTYPE".utf8, by: { Self.upper($0) == $1 }) {
                skipDoctype()
            } else if bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "?") {
                skip(past: ">")
            } else if start < bytes.count, Self.isLetter(bytes[start]) {
                index = start
                let tag = tag(from: open, isEnd: isEnd)
                if !isEnd, ["script", "style", "textarea"].contains(tag.name) { _ = rawText(until: tag.name) }
                return tag
            }
        }
        return nil
    }

    /// The text up to the end tag of an element that holds no markup; the end tag comes next.
    mutating func rawText(until name: String) -> String {
        let start = index
        let wanted = Array("</\(name)".utf8)
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open
            if bytes[open...].prefix(wanted.count).elementsEqual(wanted, by: { Self.lower($0) == $1 }) {
                return text(start..<open)
            }
            index += 1
        }
        index = bytes.count
        return text(start..<index)
    }

    private mutating func tag(from open: Int, isEnd: Bool) -> MarkupTag {
        let name = word { $0.isASCIISpace || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") }
        var attributes: [(name: String, value: String, range: Range<Int>)] = []
        var isEmpty = false
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            isEmpty = bytes[index] == UInt8(ascii: "/")
            guard !bytes[index].isASCIISpace, bytes[index] != UInt8(ascii: "/") else {
                index += 1
                continue
            }
            let attribute = attribute()
            if attributes.count < Self.maxAttributes { attributes.append(attribute) }
        }
        index = min(index + 1, bytes.count)
        counted.line += bytes[counted.index..<open].count { $0 == 0x0A }
        counted.index = open
        return MarkupTag(
            name: name.lowercased(), isEnd: isEnd, isEmpty: isEmpty, attributes: attributes, range: open..<index,
            line: counted.line)
    }

    private mutating func attribute() -> (name: String, value: String, range: Range<Int>) {
        let start = index
        let name = word { $0.isASCIISpace || "=>/".utf8.contains($0) }.lowercased()
        // A stray `=` is a name of its own for HTML; stepping over it is enough here.
        if index == start { index += 1 }
        skipSpace()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return (name, "", index..<index) }
        index += 1
        skipSpace()
        let from = index
        let value = value()
        return (name, Self.decoded(value), from..<index)
    }

    private mutating func value() -> String {
        guard index < bytes.count else { return "" }
        let quote = bytes[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return word { $0.isASCIISpace || $0 == UInt8(ascii: ">") }
        }
        index += 1
        defer { index = min(index + 1, bytes.count) }
        return word { $0 == quote }
    }

    private mutating func word(until isEnd: (UInt8) -> Bool) -> String {
        let start = index
        index = bytes[start...].firstIndex(where: isEnd) ?? bytes.count
        return text(start..<index)
    }

    private mutating func skipSpace() {
        while index < bytes.count, bytes[index].isASCIISpace { index += 1 }
    }

    private mutating func skip(past end: String) {
        let end = Array(end.utf8)
        while let next = bytes[index...].firstIndex(of: end[0]) {
            index = next + 1
            if bytes[next...].starts(with: end) {
                index = next + end.count
                return
            }
        }
        index = bytes.count
    }

    /// With its internal subset, whose declarations hold brackets of both kinds.
    private mutating func skipDoctype() {
        var isSubset = false
        while index < bytes.count {
            defer { index += 1 }
            switch bytes[index] {
            case UInt8(ascii: "["): isSubset = true
            case UInt8(ascii: "]"): isSubset = false
            case UInt8(ascii: ">") where !isSubset: return
            default: break
            }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(lower(byte)) }
    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
    private static func upper(_ byte: UInt8) -> UInt8 { (0x61...0x7A).contains(byte) ? byte & 0xDF : byte }
    private static let maxAttributes = 256
}

extension MarkupScanner {
    /// With the character references that end in a semicolon resolved.
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            rest = rest[rest.index(after: mark)...]
            let name = rest.utf8.prefix(HTMLEntities.longestName + 1).prefix { $0 != UInt8(ascii: ";") }
            guard name.endIndex < rest.endIndex, rest.utf8[name.endIndex] == UInt8(ascii: ";"),
                let text = Self.character(Substring(name))
            else {
                result += "&"
                continue
            }
            result += text
            rest = rest[rest.utf8.index(after: name.endIndex)...]
        }
        return result + rest
    }

    private static func character(_ name: Substring) -> String? {
        guard name.hasPrefix("#") else {
            return HTMLEntities.text(of: name.utf8).map { String(decoding: $0, as: UTF8.self) }
        }
        let digits = name.dropFirst()
        let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
        guard let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits), value >= 0x20 else {
            return nil
        }
        return Unicode.Scalar(value).map { String($0) }
    }
}
