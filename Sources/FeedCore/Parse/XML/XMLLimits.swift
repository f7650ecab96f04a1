/// How much of a document is taken. What is beyond is left out and said so; the rest stays readable.
enum XMLLimits {
    /// A document is read no further than this: each element takes a hundred times the memory of its four bytes.
    static let elements = 1_000_000
    /// Elements within elements; deeper ones are left out, their text stays.
    static let depth = 200
    /// Of one element.
    static let attributes = 256
    /// Bytes of one run of text or one attribute value: below libxml2's own 10 MB, beyond which it stops.
    static let text = 8 << 20
    /// Bytes of a text that goes through the parser; longer ones are set aside.
    static let copiedText = 64
    /// Bytes of an element's or attribute's name.
    static let name = 1_000
    /// Bytes that the document's own entities may expand to, all together.
    static let entityExpansion = 1 << 20
    /// Of the document's own entities.
    static let entities = 10_000
    /// Problems told one by one.
    static let problems = 20
    /// Bytes of a document type that are remembered.
    static let doctype = 1_000
}
