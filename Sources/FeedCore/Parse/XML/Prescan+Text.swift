extension Prescan {
    /// A run of text up to the next `<`: copied as it is, unless something in it has to be decoded or repaired.
    mutating func text() {
        let start = position
        guard !open.isEmpty else {
            position = endOfText(from: start)
            return outside(start..<position)
        }
        var index = TextScan.nextStop(in: input, from: start, to: input.count)
        while index < input.count, input[index] != UInt8(ascii: "<") {
            if needsCare(at: index) {
                position = endOfText(from: index)
                return section(limited(start..<position), from: index, decodingReferences: true)
            }
            index = TextScan.nextStop(in: input, from: index + 1, to: input.count)
        }
        copy(limited(start..<index))
        position = index
    }

    /// `<![CDATA[ … ]]>`, whose end may be missing.
    mutating func cdata() {
        let start = position + 9
        let end = find("]]>", from: start)
        if end == nil { complain("a CDATA section without an end") }
        let content = start..<(end ?? input.count)
        if open.isEmpty {
            outside(content)
        } else {
            section(limited(content), from: start, decodingReferences: false)
        }
        position = end.map { $0 + 3 } ?? input.count
    }

    private func endOfText(from start: Int) -> Int {
        TextScan.next(UInt8(ascii: "<"), in: input, from: start) ?? input.count
    }

    /// No more than is taken of one text, cut before a character.
    private mutating func limited(_ range: Range<Int>) -> Range<Int> {
        guard range.count > XMLLimits.text else { return range }
        complain("a text is longer than \(XMLLimits.text) bytes", .limitExceeded, at: range.lowerBound)
        var end = range.lowerBound + XMLLimits.text
        while end > range.lowerBound, input[end] & 0xC0 == 0x80 { end -= 1 }
        return range.lowerBound..<end
    }

    /// Text beside the root is no part of any feed.
    private mutating func outside(_ range: Range<Int>) {
        if let stray = range.first(where: { !XMLCharacters.isSpace(input[$0]) }) {
            complain("text outside of the root element", at: stray)
        }
        emitSpace(for: range)
    }

    /// Whether the byte, at which the fast scan stopped, keeps the run from being copied as it is.
    @inline(__always)
    private func needsCare(at index: Int) -> Bool {
        switch input[index] {
        case 0xC2: input[index + 1] < 0xA0
        case 0xEF: input[index + 1] == 0xBF && input[index + 2] >= 0xBE
        case UInt8(ascii: "]"): looking(at: "]]>", from: index)
        case UInt8(ascii: "<"): false
        default: true
        }
    }

    /// Writes `input[range]` as one CDATA section: FoundationXML makes one call for it, where it would make one for
    /// every reference and every piece between two of them. Nothing before `first` needs care.
    private mutating func section(_ range: Range<Int>, from first: Int, decodingReferences: Bool) {
        emit("<![CDATA[")
        let end = range.upperBound
        var index = first
        var copied = range.lowerBound
        while true {
            index = TextScan.nextStop(in: input, from: index, to: end)
            guard index < end else { break }
            let byte = input[index]
            guard decodingReferences || byte != UInt8(ascii: "&"), needsCare(at: index) else {
                index += 1
                continue
            }
            if copied < index { copy(copied..<index) }
            index = byte == UInt8(ascii: "&") ? decoded(at: index, end: end) : repaired(at: index, end: end)
            copied = index
        }
        if copied < end { copy(copied..<end) }
        emit("]]>")
    }

    /// Writes what the reference at `index` stands for.
    ///
    /// - Returns: where to go on.
    private mutating func decoded(at index: Int, end: Int) -> Int {
        let reference = self.reference(at: index, end: end)
        switch reference.replacement {
        case .scalar(let scalar):
            // Together with what stands around it, one of these could end the section.
            let isRisky = scalar == ">" || scalar == "]"
            if isRisky, output.last == UInt8(ascii: "]") || scalar == "]" { emit("]]><![CDATA[") }
            emit(scalar)
            if scalar == "]" { emit("]]><![CDATA[") }
        case .text(let text):
            emit("]]><![CDATA[")
            for byte in text {
                if byte == UInt8(ascii: ">"), output.last == UInt8(ascii: "]") { emit("]]><![CDATA[") }
                output.append(byte)
            }
            emit("]]><![CDATA[")
        }
        return reference.end
    }

    /// Writes what stands for the special byte at `index`, which is no ampersand.
    ///
    /// - Returns: where to go on.
    private mutating func repaired(at index: Int, end: Int) -> Int {
        switch input[index] {
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
}
