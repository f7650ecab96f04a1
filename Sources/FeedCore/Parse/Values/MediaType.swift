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

    /// Whether the text is `type/subtype` with or without parameters (RFC 9110, section 8.3.1): feeds say "mp3" and
    /// "html".
    static func isWellFormed(_ text: String) -> Bool {
        let end = text.utf8.firstIndex(of: UInt8(ascii: ";")) ?? text.endIndex
        var names = text[..<end].utf8
        while names.last?.isASCIIBlank == true { names.removeLast() }
        let parts = names.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        return parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { isTokenByte($0) } && part.first != UInt8(ascii: ".")
        } && text.utf8[end...].allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    /// RFC 9110, section 5.6.2.
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
}
