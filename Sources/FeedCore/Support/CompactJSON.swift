/// Encodes values as JSON straight into bytes, fields in the order of their declaration.
///
/// Foundation's `JSONEncoder` first builds a tree of boxed values, then sorts and writes it: a quarter of the time of a
/// whole refresh, since each entry is encoded twice, for its digest and for the store. What comes out of here is read
/// with Foundation's `JSONDecoder`.
enum CompactJSON {
    /// - Throws: `NotFinite` for a number that JSON cannot say.
    static func encode(_ value: some Encodable) throws -> [UInt8] {
        let output = JSONOutput()
        try output.write(value)
        return output.bytes
    }

    struct NotFinite: Error {
        let number: Double
    }
}

/// The bytes written so far, and how each kind of value is written.
private final class JSONOutput {
    var bytes: [UInt8] = []

    func write<Value: Encodable>(_ value: Value) throws {
        if let dictionary = value as? [String: String] { return write(dictionary) }
        let encoder = JSONValueEncoder(self)
        try value.encode(to: encoder)
        encoder.close()
    }

    func write(_ number: Double) throws {
        guard number.isFinite else { throw CompactJSON.NotFinite(number: number) }
        literal(number.description)
    }

    func literal(_ text: String) { bytes.append(contentsOf: text.utf8) }

    func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var copied = 0
            for index in 0..<utf8.count {
                let byte = unsafe utf8[index]
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
                unsafe bytes.append(contentsOf: utf8[copied..<index])
                // RFC 8259, section 7: any character may be written this way.
                let code = String(byte, radix: 16)
                literal("\\u00\(code.count == 1 ? "0" : "")\(code)")
                copied = index + 1
            }
            unsafe bytes.append(contentsOf: utf8[copied...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Sorted: a dictionary's own order differs from run to run.
    private func write(_ dictionary: [String: String]) {
        var separator = "{"
        for (key, value) in dictionary.sorted(by: { $0.key < $1.key }) {
            literal(separator)
            write(key)
            literal(":")
            write(value)
            separator = ","
        }
        literal(dictionary.isEmpty ? "{}" : "}")
    }
}

/// Encodes one value; the bracket that it opened is closed when the value is done.
private final class JSONValueEncoder: Encoder {
    private let output: JSONOutput
    private var closing: String?

    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]

    init(_ output: JSONOutput) { self.output = output }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        output.literal("{")
        closing = "}"
        return KeyedEncodingContainer(JSONFields(output: output))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        output.literal("[")
        closing = "]"
        return JSONElements(output: output)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { JSONScalar(output: output) }

    func close() { if let closing { output.literal(closing) } }
}

private struct JSONFields<Key: CodingKey>: KeyedEncodingContainerProtocol {
    private let output: JSONOutput
    private var separator = ""

    let codingPath: [any CodingKey] = []

    init(output: JSONOutput) { self.output = output }

    mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        name(key)
        try output.write(value)
    }

    mutating func encode(_ value: String, forKey key: Key) throws {
        name(key)
        output.write(value)
    }

    mutating func encodeNil(forKey key: Key) throws {
        name(key)
        output.literal("null")
    }

    private mutating func name(_ key: Key) {
        output.literal(separator)
        separator = ","
        output.write(key.stringValue)
        output.literal(":")
    }

    mutating func nestedContainer<Nested>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        preconditionFailure("the model nests no containers by hand")
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        preconditionFailure("the model nests no containers by hand")
    }

    mutating func superEncoder() -> any Encoder { preconditionFailure("the model has no classes") }
    mutating func superEncoder(forKey key: Key) -> any Encoder { preconditionFailure("the model has no classes") }
}

private struct JSONElements: UnkeyedEncodingContainer {
    private let output: JSONOutput

    private(set) var count = 0
    let codingPath: [any CodingKey] = []

    init(output: JSONOutput) { self.output = output }

    mutating func encode<Value: Encodable>(_ value: Value) throws {
        separate()
        try output.write(value)
    }

    mutating func encodeNil() throws {
        separate()
        output.literal("null")
    }

    private mutating func separate() {
        if count > 0 { output.literal(",") }
        count += 1
    }

    mutating func nestedContainer<Nested>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        preconditionFailure("the model nests no containers by hand")
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        preconditionFailure("the model nests no containers by hand")
    }

    mutating func superEncoder() -> any Encoder { preconditionFailure("the model has no classes") }
}

private struct JSONScalar: SingleValueEncodingContainer {
    private let output: JSONOutput

    let codingPath: [any CodingKey] = []

    init(output: JSONOutput) { self.output = output }

    mutating func encode<Value: Encodable>(_ value: Value) throws {
        if let integer = value as? any BinaryInteger {
            output.literal("\(integer)")
        } else {
            try output.write(value)
        }
    }

    mutating func encode(_ value: String) throws { output.write(value) }
    mutating func encode(_ value: Bool) throws { output.literal(value ? "true" : "false") }
    mutating func encode(_ value: Double) throws { try output.write(value) }
    mutating func encodeNil() throws { output.literal("null") }
}
