/// Media types (RFC 6838) as far as a feed reader cares.
enum MediaType {
    /// Without parameters, in lower case.
    static func essence(_ text: String) -> String {
        let end = text.utf8.firstIndex(of: UInt8(ascii: ";")) ?? text.endIndex
        return String(text[..<end]).trimmed.asciiLowercased
    }

    /// RFC 7303, section 4.
    static func isXML(_ essence: String) -> Bool {
        essence.hasSuffix("/xml") || essence.hasSuffix("+xml") || essence.hasSuffix("/xml-dtd")
            || essence.hasSuffix("/xml-external-parsed-entity")
    }

    /// RFC 6839, section 3.1.
    static func isJSON(_ essence: String) -> Bool {
        essence.hasSuffix("/json") || essence.hasSuffix("+json")
    }
}
