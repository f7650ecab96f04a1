/// Receives what the tokenizer reads, in document order.
protocol HTMLTokenSink {
    /// Whether the tags that it is given need their attributes.
    static var readsAttributes: Bool { get }

    /// UTF-8 that holds no `<`, `>`, `&`, and no character that XML forbids.
    mutating func text(_ run: ArraySlice<UInt8>)
    /// One character that was written as a reference, had to be replaced, or is one of `<`, `>`, `&`.
    mutating func character(_ scalar: Unicode.Scalar)
    mutating func startTag(_ tag: HTMLTag)
    mutating func endTag(_ element: HTMLElement)
}

/// A start tag of an element that `Element` names.
struct HTMLTag {
    var element: HTMLElement
    /// In the author's order, without those that `Attribute` does not name; of a repeated one the first.
    var attributes: [HTMLAttribute]
    /// Written `<p/>`, which XHTML means to be empty.
    var isSelfClosing: Bool

    subscript(name: AttributeName) -> [UInt8]? {
        attributes.indices.first { attributes[$0].name == name }.map { attributes[$0].value }
    }
}

struct HTMLAttribute {
    let name: AttributeName
    /// UTF-8, references resolved, forbidden characters replaced.
    let value: [UInt8]
    /// Whether it is the address as it may be written.
    var isJudged = false
}
