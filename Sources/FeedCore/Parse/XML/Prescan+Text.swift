/// A text that does not go through libxml2: one that is long, as most of a feed is, or that has to be decoded.
///
/// FoundationXML would hand it over in pieces of 300 bytes, and in one more for every reference.
struct SetAsideText {
    /// How many tags stand before it in the prescan's output.
    let tag: Int
    /// Where it stands in the prescan's input.
    fileprivate(set) var range: Range<Int>
    /// False in CDATA.
    let hasReferences: Bool
}

extension Prescan {
    /// A run of text up to the next `<`: copied if it is short and sound, else set aside.
    mutating func text() {
        let range =
            position..<(TextScan.next(UInt8(ascii: "<"), in: input, from: position, to: input.count) ?? input.count)
        position = range.upperBound
        if open.isEmpty {
            outside(range)
        } else if range.count <= XMLLimits.copiedText, interrupted != tags, careIsNeeded(in: range, true) == nil {
            copy(range)
        } else {
            setAside(range, hasReferences: true)
        }
    }

    /// `<![CDATA[ … ]]>`, whose end may be missing.
    mutating func cdata() {
        let start = position + 9
        let end = find("]]>", from: start)
        if end == nil { complain("a CDATA section without an end") }
        let content = start..<(end ?? input.count)
        if open.isEmpty { outside(content) } else { setAside(content, hasReferences: false) }
        position = end.map { $0 + 3 } ?? input.count
    }

    /// Keeps `input[range]` for the handler, to stand between the tags where it was found.
    mutating func setAside(_ range: Range<Int>, hasReferences: Bool) {
        interrupt()
        let kept = limited(range)
        if let last = texts.last, last.tag == tags, last.hasReferences, hasReferences,
            last.range.upperBound == kept.lowerBound, last.range.count + kept.count <= XMLLimits.text
        {
            // A million bare `<` are one text.
            texts[texts.count - 1].range = last.range.lowerBound..<kept.upperBound
        } else if !kept.isEmpty {
            texts.append(SetAsideText(tag: tags, range: kept, hasReferences: hasReferences))
        }
    }

    /// What a text says that was set aside.
    mutating func string(of text: SetAsideText) -> String {
        let end = text.range.upperBound
        var copied = text.range.lowerBound
        guard var index = careIsNeeded(in: text.range, text.hasReferences) else {
            return Self.string(input.span.extracting(text.range))
        }
        var decoded: [UInt8] = []
        swap(&decoded, &self.decoded)
        decoded.removeAll(keepingCapacity: true)
        defer { swap(&decoded, &self.decoded) }
        while index < end {
            decoded.append(copied..<index, of: input)
            copied = mend(at: index, end: end, into: &decoded)
            index = careIsNeeded(in: copied..<end, text.hasReferences) ?? end
        }
        decoded.append(copied..<end, of: input)
        return Self.string(decoded.span)
    }
}

extension Prescan {
    /// Spares a second look whether it is UTF-8: the input is, and so is whatever is put in its place.
    private static func string(_ bytes: Span<UInt8>) -> String {
        var text = unsafe UTF8Span(unchecked: bytes)
        _ = text.checkForASCII()
        return String(copying: text)
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
        if let stray = range.first(where: { !input[$0].isASCIIBlank }) {
            complain("text outside of the root element", at: stray)
        }
        interrupt()
    }

    /// The first place at which the text cannot be taken as it is; nil if there is none.
    private func careIsNeeded(in range: Range<Int>, _ hasReferences: Bool) -> Int? {
        var index = range.lowerBound
        while true {
            index = TextScan.nextStop(
                in: input, from: index, to: range.upperBound, hasReferences: hasReferences)
            guard index < range.upperBound else { return nil }
            if needsCare(at: index) { return index }
            index += 1
        }
    }

}

extension Prescan {
    /// Whether the byte at `index`, one of those at which the fast scan stops, cannot be taken as it is.
    @inline(__always)
    func needsCare(at index: Int) -> Bool {
        switch input[index] {
        case UInt8(ascii: "]"): looking(at: "]]>", from: index)
        case 0xC2: input[index + 1] < 0xA0
        case 0xEF: input[index + 1] == 0xBF && input[index + 2] >= 0xBE
        default: true
        }
    }

    /// Writes what stands for the byte at `index`, which needs care.
    ///
    /// - Returns: where to go on.
    mutating func mend(at index: Int, end: Int, into decoded: inout [UInt8]) -> Int {
        switch input[index] {
        case UInt8(ascii: "&"):
            return resolve(at: index, end: end, into: &decoded)
        case UInt8(ascii: "]"):
            complain("]]> in a text", at: index)
            decoded += "]]>".utf8
            return index + 3
        case 0x0D:
            // XML 1.0, section 2.11.
            decoded.append(0x0A)
            return index + 1 < end && input[index + 1] == 0x0A ? index + 2 : index + 1
        case 0xC2:
            decoded += XMLCharacters.windows1252[Int(input[index + 1] & 0x1F)].utf8
            return index + 2
        case 0xEF:
            complain("a character that XML forbids", at: index)
            decoded += UTF8.encodedReplacementCharacter
            return index + 3
        default:
            complain("a control character", at: index)
            decoded += UTF8.encodedReplacementCharacter
            return index + 1
        }
    }
}
