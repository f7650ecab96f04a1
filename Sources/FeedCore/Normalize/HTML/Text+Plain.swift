extension Text {
    /// Without markup.
    var plain: String { type.isMarkup ? PlainText.render(value) : PlainText.clean(value) }

    /// As plain text on one line.
    var line: String {
        let plain = plain
        guard !plain.isOneLine else { return plain }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(plain.utf8.count)
        var isBehindGap = false
        for byte in plain.utf8 {
            if ASCII.isSpace(byte) {
                isBehindGap = !bytes.isEmpty
            } else {
                if isBehindGap { bytes.append(ASCII.space) }
                isBehindGap = false
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The beginning of `line`, with more than `count` characters where it has as many, and without a look at the rest.
    func line(beyond count: Int) -> String {
        // What was cut apart at the end is a tag, which goes, or a reference or character, which is shorter than this.
        let enough = count + 8
        var size = enough * 2
        while size < value.utf8.count {
            var start = self
            start.value = String(decoding: value.utf8.prefix(size), as: UTF8.self)
            let line = start.line
            if line.index(behindCharacters: enough) != nil { return line }
            size *= 2
        }
        return line
    }
}

extension String {
    /// Whether all white space is single spaces between words.
    fileprivate var isOneLine: Bool {
        let bytes = utf8.span
        var isBehindSpace = true
        for index in bytes.indices {
            let isSpace = ASCII.isSpace(bytes[index])
            if isSpace, isBehindSpace || bytes[index] != ASCII.space { return false }
            isBehindSpace = isSpace
        }
        return !isBehindSpace || isEmpty
    }
}
