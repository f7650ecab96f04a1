/// A JSON document (RFC 8259) taken apart in one pass: what each value is and where it ends, with nothing made of it yet.
///
/// A class, because each value that is decoded holds on to it.
final class JSONTape {
    let bytes: [UInt8]
    /// In the order of the document; the name of a member stands before its value.
    let values: [Value]

    struct Value {
        let kind: Kind
        /// Of a string, without its quotes.
        var range: Range<Int>
        /// The index of the first value that is not part of this one.
        var next: Int
    }

    enum Kind {
        case null, yes, no, number, string
        /// A string with escapes in it.
        case escapedString
        case array, object
    }

    init(_ bytes: [UInt8]) throws(DecodingError) {
        self.bytes = bytes
        var scanner = JSONScanner(bytes)
        values = try scanner.scan()
    }

    /// - Parameter index: of a string.
    func string(_ index: Int) -> String {
        let value = values[index]
        return value.kind == .string
            ? String(decoding: bytes[value.range], as: UTF8.self) : JSONEscape.resolved(in: bytes, value.range)
    }

    /// Whether the string at `index` is `text`.
    func holds(_ text: String, at index: Int) -> Bool {
        let value = values[index]
        guard value.kind == .string else { return string(index) == text }
        guard value.range.count == text.utf8.count else { return false }
        let text = text.utf8.span
        let start = value.range.lowerBound
        for place in text.indices where text[place] != bytes[start + place] { return false }
        return true
    }
}
