/// Tells whether a text that is nominally plain is HTML after all.
///
/// On the conservative side, because a wrong yes loses data: there must be an end tag or a reference, and every tag and
/// every entity must be a known one.
enum LooksLikeHTML {
    static func check(_ text: String) -> Bool {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return false }
        let bytes = Array(text.utf8)
        var hasEvidence = false
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "<"):
                let isEnd = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
                let name = word(bytes, from: index + (isEnd ? 2 : 1))
                guard name.isEmpty || HTMLNames.elements.contains(lower(name)) else { return false }
                hasEvidence = hasEvidence || isEnd && !name.isEmpty && next(bytes, name) == UInt8(ascii: ">")
                index = max(index + 1, name.endIndex)
            case UInt8(ascii: "&"):
                let isNumber = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "#")
                let name = word(bytes, from: index + (isNumber ? 2 : 1))
                if !name.isEmpty, next(bytes, name) == UInt8(ascii: ";") {
                    guard isNumber || HTMLNames.isEntity(name) else { return false }
                    hasEvidence = true
                }
                index = max(index + 1, name.endIndex)
            default: index += 1
            }
        }
        return hasEvidence
    }

    private static func word(_ bytes: [UInt8], from start: Int) -> ArraySlice<UInt8> {
        guard start < bytes.count else { return [] }
        return bytes[start...].prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") }
    }

    private static func next(_ bytes: [UInt8], _ word: ArraySlice<UInt8>) -> UInt8? {
        word.endIndex < bytes.count ? bytes[word.endIndex] : nil
    }

    private static func lower(_ name: ArraySlice<UInt8>) -> String {
        String(decoding: name.map(\.asciiLowercased), as: UTF8.self)
    }
}
