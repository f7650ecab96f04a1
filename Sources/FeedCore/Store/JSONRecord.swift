/// Model values as the JSON that the store keeps, under the contract's names: equal values are equal bytes.
enum JSONRecord {
    static func encode(_ value: some Encodable) throws(StoreError) -> [UInt8] {
        do {
            return try CompactJSON.encode(value)
        } catch {
            throw StoreError(action: "encode a \(type(of: value))", reason: "\(error)")
        }
    }

    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws(StoreError) -> Value {
        do {
            return try CompactJSON.decode(type, from: bytes)
        } catch {
            throw StoreError(action: "read a stored \(type)", reason: "\(error)")
        }
    }
}
