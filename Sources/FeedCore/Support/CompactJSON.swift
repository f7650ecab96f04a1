/// Encodes values as JSON straight into bytes, fields in the order of their declaration.
///
/// Foundation's `JSONEncoder` first builds a tree of boxed values, then sorts and writes it: a quarter of the time of a
/// whole refresh, since each entry is encoded twice, for its digest and for the store.
enum CompactJSON {
    /// - Throws: `NotFinite` for a number that JSON cannot say.
    static func encode(_ value: some Encodable) throws -> [UInt8] {
        let output = JSONOutput()
        try output.write(value)
        return output.text.bytes
    }

    struct NotFinite: Error {
        let number: Double
    }
}

/// Where all values of one encoding are written.
private final class JSONOutput {
    var text = JSONText()
    /// Of the value that is being written: what ends it.
    private var closing: UInt8?

    func write<Value: Encodable>(_ value: Value) throws {
        if Value.self == [String: String].self, let dictionary = value as? [String: String] {
            text.write(dictionary)
            return
        }
        let outer = closing
        closing = nil
        try value.encode(to: JSONValueEncoder(output: self))
        if let closing { text.write(closing) }
        closing = outer
    }

    func open(_ bracket: UInt8, closing: UInt8) {
        text.write(bracket)
        self.closing = closing
    }

    func write(_ number: Double) throws {
        guard number.isFinite else { throw CompactJSON.NotFinite(number: number) }
        text.write(literal: number.description)
    }
}

/// Encodes one value.
private struct JSONValueEncoder: Encoder {
    let output: JSONOutput

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        output.open(UInt8(ascii: "{"), closing: UInt8(ascii: "}"))
        return KeyedEncodingContainer(JSONFields(output: output))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        output.open(UInt8(ascii: "["), closing: UInt8(ascii: "]"))
        return JSONElements(output: output)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { JSONScalar(output: output) }
}

private struct JSONFields<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let output: JSONOutput
    private var isFirst = true

    var codingPath: [any CodingKey] { [] }

    init(output: JSONOutput) { self.output = output }

    mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        name(key)
        try output.write(value)
    }

    mutating func encode(_ value: String, forKey key: Key) throws {
        name(key)
        output.text.write(value)
    }

    mutating func encodeNil(forKey key: Key) throws {
        name(key)
        output.text.write(literal: "null")
    }

    private mutating func name(_ key: Key) {
        output.text.write(name: key.stringValue, isFirst: isFirst)
        isFirst = false
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
    let output: JSONOutput
    private(set) var count = 0

    var codingPath: [any CodingKey] { [] }

    init(output: JSONOutput) { self.output = output }

    mutating func encode<Value: Encodable>(_ value: Value) throws {
        separate()
        try output.write(value)
    }

    mutating func encodeNil() throws {
        separate()
        output.text.write(literal: "null")
    }

    private mutating func separate() {
        if count > 0 { output.text.write(UInt8(ascii: ",")) }
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
    let output: JSONOutput

    var codingPath: [any CodingKey] { [] }

    mutating func encode<Value: Encodable>(_ value: Value) throws {
        if let integer = value as? any BinaryInteger {
            output.text.write(literal: "\(integer)")
        } else {
            try output.write(value)
        }
    }

    mutating func encode(_ value: String) throws { output.text.write(value) }
    mutating func encode(_ value: Bool) throws { output.text.write(literal: value ? "true" : "false") }
    mutating func encode(_ value: Double) throws { try output.write(value) }
    mutating func encodeNil() throws { output.text.write(literal: "null") }
}
