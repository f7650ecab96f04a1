import Foundation

/// The XML declaration (XML 1.0, section 2.8), read before the document can be decoded.
enum XMLDeclaration {
    /// The encoding that the declaration names, if there is one within the first bytes.
    ///
    /// White space or junk may stand before it: many servers send some.
    static func encoding(of bytes: [UInt8], family: String?) -> String? {
        let head: [UInt8]
        if let family, let text = TextEncoding(family)?.decodeReplacing(Array(bytes.prefix(800))) {
            head = text
        } else {
            head = Array(bytes.prefix(1_024))
        }
        let text = String(decoding: head.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
        guard let start = text.range(of: "<?xml"), let end = text[start.upperBound...].range(of: "?>"),
            let name = text[start.upperBound..<end.lowerBound].range(of: "encoding")
        else { return nil }
        let rest = text[name.upperBound..<end.lowerBound].drop { $0.isWhitespace || $0 == "=" }
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        return String(rest.dropFirst().prefix { $0 != quote })
    }
}
