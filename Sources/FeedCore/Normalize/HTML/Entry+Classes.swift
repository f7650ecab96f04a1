extension Entry {
    /// Takes the attribute `class` out of summary and content, in which it is stored for rules to go by: what is
    /// published has the sender's classes no more than its styles.
    mutating func removeClasses() {
        summary?.removeClasses()
        for index in content.indices { content[index].removeClasses() }
    }
}

extension Text {
    fileprivate mutating func removeClasses() {
        guard type.isMarkup else { return }
        let bytes = Array(value.utf8)
        var kept: [UInt8] = []
        var copied = 0
        var isInTag = false
        var index = 0
        // As the sanitizer writes it: in a tag, `<`, `>` and `"` stand for nothing but themselves.
        while index < bytes.count {
            switch bytes[index] {
            case ASCII.less: isInTag = true
            case ASCII.greater: isInTag = false
            case ASCII.space where isInTag && bytes[index...].starts(with: Self.attribute):
                kept += bytes[copied..<index]
                index = bytes[(index + Self.attribute.count)...].firstIndex(of: ASCII.quote) ?? index
                copied = index + 1
            default: break
            }
            index += 1
        }
        guard copied > 0 else { return }
        value = String(decoding: kept + bytes[copied...], as: UTF8.self)
    }

    private static let attribute = Array(" class=\"".utf8)
}
