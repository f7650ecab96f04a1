import FeedCore

/// Half surrogate pairs in JSON's escapes, which are valid JSON (RFC 8259, section 8.2) but no text, so that Foundation
/// refuses the whole document.
enum JSONSurrogates {
    /// `json` with U+FFFD in the place of each escape that stands for half a character.
    static func mended(_ json: some Collection<UInt8>) -> [UInt8] {
        let bytes = Array(json)
        var mended: [UInt8] = []
        mended.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
                mended.append(bytes[index])
                index += 1
                continue
            }
            let length = length(
                of: JSONEscape.codeUnit(in: bytes, at: index),
                before: JSONEscape.codeUnit(in: bytes, at: index + JSONEscape.length))
            if let length {
                mended += bytes[index..<min(bytes.count, index + length)]
                index += length
            } else {
                mended += replacement
                index += JSONEscape.length
            }
        }
        return mended
    }

    private static let replacement = Array("\\uFFFD".utf8)

    /// How many bytes of escapes belong together; nil for half a pair.
    private static func length(of unit: UInt16?, before next: UInt16?) -> Int? {
        guard let unit else { return 2 }
        if UTF16.isTrailSurrogate(unit) { return nil }
        guard UTF16.isLeadSurrogate(unit) else { return JSONEscape.length }
        return next.map(UTF16.isTrailSurrogate) == true ? 2 * JSONEscape.length : nil
    }
}
