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
}

extension Prescan {
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
    func careIsNeeded(in range: Range<Int>, _ hasReferences: Bool) -> Int? {
        var index = range.lowerBound
        while true {
            index = TextScan.nextStop(
                in: input, from: index, to: range.upperBound, hasReferences: hasReferences)
            guard index < range.upperBound else { return nil }
            if input.needsCare(at: index) { return index }
            index += 1
        }
    }
}
