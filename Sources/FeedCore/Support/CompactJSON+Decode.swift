// Reads what `CompactJSON` writes, and any other JSON.

extension CompactJSON {
    /// Foundation's `JSONDecoder` makes a dictionary of every object, which took longer than all else that is done to
    /// an entry between the store and an archive.
    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws(DecodingError) -> Value {
        let tape = try JSONTape(bytes)
        do {
            return try Value(from: JSONValue(tape: tape, index: 0))
        } catch let error as DecodingError {
            throw error
        } catch {
            throw .dataCorrupted(.init(codingPath: [], debugDescription: "\(error)"))
        }
    }
}

/// One value, decoded as whatever is asked for.
private struct JSONValue: Decoder, SingleValueDecodingContainer {
    let tape: JSONTape
    let index: Int

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard kind == .object else { throw mismatch([String: Any].self) }
        return KeyedDecodingContainer(JSONMembers(tape: tape, object: index))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard kind == .array else { throw mismatch([Any].self) }
        return JSONItems(tape: tape, array: index)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    func decodeNil() -> Bool { kind == .null }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }

    func decode(_ type: String.Type) throws -> String {
        guard kind == .string || kind == .escapedString else { throw mismatch(type) }
        return tape.string(index)
    }

    func decode(_ type: Bool.Type) throws -> Bool {
        guard kind == .yes || kind == .no else { throw mismatch(type) }
        return kind == .yes
    }

    func decode(_ type: Double.Type) throws -> Double { try number(type) }

    func decode(_ type: Float.Type) throws -> Float { try number(type) }

    func decode<Value: Decodable & FixedWidthInteger>(_ type: Value.Type) throws -> Value { try number(type) }

    private var kind: JSONTape.Kind { tape.values[index].kind }

    private func number<Value: LosslessStringConvertible>(_ type: Value.Type) throws -> Value {
        guard kind == .number, let number = Value(tape.string(index)) else { throw mismatch(type) }
        return number
    }

    private func mismatch(_ type: Any.Type) -> DecodingError {
        .typeMismatch(type, .init(codingPath: [], debugDescription: "the value is another: \(kind)"))
    }
}

/// The members of an object.
private struct JSONMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let tape: JSONTape
    let object: Int

    var codingPath: [any CodingKey] { [] }

    var allKeys: [Key] {
        var keys: [Key] = []
        var name = object + 1
        while name < tape.values[object].next {
            if let key = Key(stringValue: tape.string(name)) { keys.append(key) }
            name = tape.values[name + 1].next
        }
        return keys
    }

    func contains(_ key: Key) -> Bool { value(of: key) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try known(key).decodeNil() }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try known(key).decode(type)
    }

    func decode(_ type: String.Type, forKey key: Key) throws -> String { try known(key).decode(type) }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        guard let value = value(of: key), !value.decodeNil() else { return nil }
        return try value.decode(type)
    }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        guard let value = value(of: key), !value.decodeNil() else { return nil }
        return try value.decode(type)
    }

    /// One after the other: an object of the model has few members, and their names differ in length.
    private func value(of key: Key) -> JSONValue? {
        let text = key.stringValue
        let end = tape.values[object].next
        var name = object + 1
        while name < end {
            if tape.holds(text, at: name) { return JSONValue(tape: tape, index: name + 1) }
            name = tape.values[name + 1].next
        }
        return nil
    }

    private func known(_ key: Key) throws -> JSONValue {
        guard let value = value(of: key) else {
            throw DecodingError.keyNotFound(key, .init(codingPath: [], debugDescription: "no \(key.stringValue)"))
        }
        return value
    }

    func nestedContainer<Nested>(keyedBy type: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<Nested> {
        try known(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try known(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { preconditionFailure("the model has no classes") }
    func superDecoder(forKey key: Key) throws -> any Decoder { preconditionFailure("the model has no classes") }
}

/// The elements of an array.
private struct JSONItems: UnkeyedDecodingContainer {
    private let tape: JSONTape
    private var next: Int
    private let end: Int

    private(set) var currentIndex = 0
    var count: Int? { nil }
    var codingPath: [any CodingKey] { [] }
    var isAtEnd: Bool { next >= end }

    init(tape: JSONTape, array: Int) {
        self.tape = tape
        next = array + 1
        end = tape.values[array].next
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try take(type).decode(type) }

    mutating func decode(_ type: String.Type) throws -> String { try take(type).decode(type) }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, tape.values[next].kind == .null else { return false }
        _ = try take(Any?.self)
        return true
    }

    mutating func nestedContainer<Nested>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested> {
        try take(type).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try take([Any].self).unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { preconditionFailure("the model has no classes") }

    private mutating func take(_ type: Any.Type) throws -> JSONValue {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(type, .init(codingPath: [], debugDescription: "no element left"))
        }
        defer {
            currentIndex += 1
            next = tape.values[next].next
        }
        return JSONValue(tape: tape, index: next)
    }
}
