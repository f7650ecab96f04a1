extension Prescan {
    /// A run of text up to the next `<`.
    mutating func text() {
        let start = position
        var end = start
        var isPlain = true
        while end < input.count, input[end] != UInt8(ascii: "<") {
            if XMLCharacters.stopsText[Int(input[end])] { isPlain = isPlain && !needsCare(at: end) }
            end += 1
        }
        defer { position = end }
        guard !open.isEmpty else { return outside(start..<end) }
        let taken = start..<cut(start..<end)
        if taken.upperBound < end {
            complain("a text is longer than \(XMLLimits.text) bytes", .limitExceeded, at: start)
        }
        if isPlain {
            output.append(contentsOf: input[taken])
        } else {
            section(taken, decodingReferences: true)
        }
    }

    /// `<![CDATA[ … ]]>`, whose end may be missing.
    mutating func cdata() {
        let start = position + 9
        let end = find("]]>", from: start)
        if end == nil { complain("a CDATA section without an end") }
        let content = start..<(end ?? input.count)
        defer { position = end.map { $0 + 3 } ?? input.count }
        guard !open.isEmpty else { return outside(content) }
        let taken = start..<cut(content)
        if taken.upperBound < content.upperBound {
            complain("a text is longer than \(XMLLimits.text) bytes", .limitExceeded)
        }
        section(taken, decodingReferences: false)
    }

    /// Where a run of text ends within the limit, between two characters.
    private func cut(_ range: Range<Int>) -> Int {
        guard range.count > XMLLimits.text else { return range.upperBound }
        var end = range.lowerBound + XMLLimits.text
        while end > range.lowerBound, input[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }

    /// Text beside the root is no part of any feed.
    private mutating func outside(_ range: Range<Int>) {
        guard let stray = range.first(where: { !XMLCharacters.isSpace[Int(input[$0])] }) else {
            return emitSpace(for: range)
        }
        complain("text outside of the root element", at: stray)
        emitSpace(for: range)
    }

    /// Whether the byte, at which the fast scan stopped, keeps the run from being copied as it is.
    private func needsCare(at index: Int) -> Bool {
        switch input[index] {
        case 0xC2: input[index + 1] < 0xA0
        case 0xEF: input[index + 1] == 0xBF && input[index + 2] >= 0xBE
        case UInt8(ascii: "]"): looking(at: "]]>", from: index)
        default: true
        }
    }

    /// Writes `input[range]` as one CDATA section: FoundationXML makes one call for it, where it would make one for
    /// every reference and every piece between two of them.
    private mutating func section(_ range: Range<Int>, decodingReferences: Bool) {
        emit("<![CDATA[")
        let end = range.upperBound
        var index = range.lowerBound
        var copied = index
        while index < end {
            let byte = input[index]
            guard XMLCharacters.stopsText[Int(byte)], byte != UInt8(ascii: "<"),
                decodingReferences || byte != UInt8(ascii: "&"), needsCare(at: index)
            else {
                index += 1
                continue
            }
            output.append(contentsOf: input[copied..<index])
            index = special(at: index, end: end)
            copied = index
        }
        output.append(contentsOf: input[copied..<end])
        emit("]]>")
    }

    /// Writes what stands for the special byte at `index` within CDATA.
    ///
    /// - Returns: where to go on.
    private mutating func special(at index: Int, end: Int) -> Int {
        switch input[index] {
        case UInt8(ascii: "&"):
            let reference = self.reference(at: index, end: end)
            emitInSection(reference.replacement)
            return reference.end
        case UInt8(ascii: "]"):
            // Only text can hold it: a section would have ended here.
            complain("]]> in a text", at: index)
            emit("]]]]><![CDATA[>")
            return index + 3
        case 0x0D:
            // XML 1.0, section 2.11; libxml2 does not do this within CDATA.
            emit("\n")
            return index + 1 < end && input[index + 1] == 0x0A ? index + 2 : index + 1
        case 0xC2:
            emit(XMLCharacters.windows1252[Int(input[index + 1] & 0x1F)])
            return index + 2
        case 0xEF:
            complain("a character that XML forbids", at: index)
            emit("\u{FFFD}")
            return index + 3
        default:
            complain("a control character", at: index)
            emit("\u{FFFD}")
            return index + 1
        }
    }

    /// Where a decoded `>` would end the section together with what stands before it, the section is split. Splitting at
    /// every `>` would cost a call of the delegate for each tag of escaped HTML.
    private mutating func emitInSection(_ text: [UInt8]) {
        for byte in text {
            if byte == UInt8(ascii: ">"), output.suffix(2).elementsEqual([0x5D, 0x5D]) { emit("]]><![CDATA[") }
            output.append(byte)
        }
        // The raw `]>` that may follow is looked at alone.
        if text.last == UInt8(ascii: "]") { emit("]]><![CDATA[") }
    }
}
