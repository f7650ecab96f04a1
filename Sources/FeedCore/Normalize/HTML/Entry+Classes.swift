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
        var rest = bytes[...]
        // As the sanitizer writes it: in a tag, `<`, `>` and `"` stand for nothing but themselves.
        while let start = rest.firstIndex(of: ASCII.less) {
            let tag = rest[start...].prefix { $0 != ASCII.greater }
            rest = rest[tag.endIndex...]
            guard let attribute = Self.attribute(in: tag) else { continue }
            kept += bytes[copied..<attribute.lowerBound]
            copied = attribute.upperBound
        }
        guard copied > 0 else { return }
        value = String(decoding: kept + bytes[copied...], as: UTF8.self)
    }

    /// Where `class` and its value stand, with the space before them.
    private static func attribute(in tag: ArraySlice<UInt8>) -> Range<Int>? {
        var rest = tag
        while let space = rest.firstIndex(of: ASCII.space) {
            rest = rest[space...]
            if rest.starts(with: beginning), let quote = rest.dropFirst(beginning.count).firstIndex(of: ASCII.quote) {
                return space..<quote + 1
            }
            rest = rest.dropFirst()
        }
        return nil
    }

    private static let beginning = Array(" class=\"".utf8)
}
