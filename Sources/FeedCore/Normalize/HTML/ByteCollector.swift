/// Collects the characters of an attribute's value.
struct ByteCollector: HTMLTokenSink {
    static let readsAttributes = false

    var bytes: [UInt8] = []

    mutating func text(_ run: ArraySlice<UInt8>) { bytes += run }
    mutating func character(_ scalar: Unicode.Scalar) { bytes += UTF8.encode(scalar) ?? .init() }
    mutating func startTag(_ tag: HTMLTag) {}
    mutating func endTag(_ element: HTMLElement) {}
}
