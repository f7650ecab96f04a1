extension Text {
    /// Without markup.
    var plain: String { type.isMarkup ? PlainText.render(value) : PlainText.clean(value) }

    /// As plain text on one line.
    var line: String {
        var bytes: [UInt8] = []
        for byte in plain.utf8 {
            if !ASCII.isSpace(byte) {
                bytes.append(byte)
            } else if bytes.last != ASCII.space {
                bytes.append(ASCII.space)
            }
        }
        let stripped = bytes.drop { $0 == ASCII.space }
        return String(decoding: bytes.last == ASCII.space ? stripped.dropLast() : stripped, as: UTF8.self)
    }
}
