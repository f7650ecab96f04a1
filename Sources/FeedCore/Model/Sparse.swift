/// A type whose empty value means "absent": the contract never prints `[]` or `{}`.
public protocol Omittable {
    static var empty: Self { get }
    var isEmpty: Bool { get }
}

extension Array: Omittable {
    public static var empty: Self { [] }
}

/// A struct of optional fields, empty when none is set.
public protocol FieldGroup: Omittable, Equatable {
    init()
}

extension FieldGroup {
    public static var empty: Self { Self() }
    public var isEmpty: Bool { self == .empty }
}

/// A field that most feeds leave out: an empty value is not encoded and costs one pointer.
///
/// Groups such as `itunes` or `media` have many fields and few users. Kept in line they would make every entry
/// over a kilobyte large; here they are boxed on first write, with copy on write.
@propertyWrapper
public struct Sparse<Value: Omittable & Sendable>: Sendable {
    private var box: Box?

    /// The empty value, without making one.
    public init() {}

    public init(wrappedValue: Value) {
        if !wrappedValue.isEmpty { box = Box(wrappedValue) }
    }

    public var wrappedValue: Value {
        get { box?.value ?? .empty }
        // Without it an assignment would go through `_modify` and make a box even for an empty value.
        set { box = newValue.isEmpty ? nil : Box(newValue) }
        _modify {
            if !isKnownUniquelyReferenced(&box) { box = Box(box?.value ?? .empty) }
            // The line above leaves a box in every case.
            var value = box?.value ?? .empty
            box?.value = .empty
            defer {
                if value.isEmpty { box = nil } else { box?.value = value }
            }
            yield &value
        }
    }

    /// Nil for the empty value, without making one.
    public var projectedValue: Value? { box?.value }

    /// Only ever mutated through a uniquely referenced `Sparse`, as `isKnownUniquelyReferenced` assures.
    private final class Box: @unchecked Sendable {
        var value: Value
        init(_ value: Value) { self.value = value }
    }
}

extension Sparse: Equatable where Value: Equatable {
    public static func == (one: Self, other: Self) -> Bool {
        one.box === other.box || one.wrappedValue == other.wrappedValue
    }
}

extension Sparse: Codable where Value: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(wrappedValue: try Value(from: decoder))
    }

    public func encode(to encoder: any Encoder) throws {
        try wrappedValue.encode(to: encoder)
    }
}

extension KeyedEncodingContainer {
    /// Chosen by the synthesized `encode(to:)` of the model's types: an empty field is left out.
    public mutating func encode<Value: Codable>(_ field: Sparse<Value>, forKey key: Key) throws {
        if let value = field.projectedValue { try encode(value, forKey: key) }
    }
}

extension KeyedDecodingContainer {
    /// Chosen by the synthesized `init(from:)` of the model's types: an absent field is empty.
    public func decode<Value: Codable>(_ type: Sparse<Value>.Type, forKey key: Key) throws -> Sparse<Value> {
        try decodeIfPresent(Value.self, forKey: key).map(Sparse.init(wrappedValue:)) ?? Sparse()
    }
}
