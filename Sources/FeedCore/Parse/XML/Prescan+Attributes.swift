extension Prescan {
    struct TagEnd {
        var position: Int
        /// `/>`.
        var isEmpty = false
        /// The document ended within the tag.
        var isTruncated = false
    }

    /// Reads attributes up to the end of the tag and writes those that can be kept.
    mutating func attributes(from start: Int, of element: Range<Int>, isKept: Bool) -> TagEnd {
        var index = start
        seenAttributes.removeAll(keepingCapacity: true)
        while true {
            let gap = index..<skippingSpace(from: index)
            index = gap.upperBound
            guard index < input.count else {
                complain("the document ends within <\(name(element))", at: start)
                return TagEnd(position: index, isTruncated: true)
            }
            switch input[index] {
            case UInt8(ascii: ">"):
                return TagEnd(position: index + 1)
            case UInt8(ascii: "/") where index + 1 < input.count && input[index + 1] == UInt8(ascii: ">"):
                return TagEnd(position: index + 2, isEmpty: true)
            case UInt8(ascii: "<"):
                complain("<\(name(element)) is not closed", at: start)
                return TagEnd(position: index)
            case let byte where XMLCharacters.isNameByte(byte):
                if gap.isEmpty { complain("no space before an attribute of <\(name(element))>", at: index) }
                index = attribute(at: index, isKept: isKept)
            default:
                complain("a stray character within <\(name(element))>", at: index)
                index += 1
            }
        }
    }

    /// Reads one attribute; its value may lack quotes or be missing.
    ///
    /// - Returns: where to go on.
    private mutating func attribute(at start: Int, isKept: Bool) -> Int {
        let nameRange = start..<endOfName(from: start)
        let equals = skippingSpace(from: nameRange.upperBound)
        var value = equals..<equals
        var end = nameRange.upperBound
        if equals < input.count, input[equals] == UInt8(ascii: "=") {
            (value, end) = attributeValue(from: skippingSpace(from: equals + 1))
        } else {
            complain("the attribute \(name(nameRange)) has no value", at: start)
        }
        guard isKept, isUsable(nameRange) else { return end }
        if value.count > XMLLimits.text {
            complain(
                "the attribute \(name(nameRange)) is longer than \(XMLLimits.text) bytes", .limitExceeded, at: start)
            return end
        }
        emit(" ")
        copy(nameRange)
        emit("=\"")
        write(value)
        emit("\"")
        return end
    }

    /// Where the value stands and where the attribute ends.
    private mutating func attributeValue(from start: Int) -> (value: Range<Int>, end: Int) {
        guard start < input.count else { return (start..<start, start) }
        let quote = input[start]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            if let close = closingQuote(quote, from: start + 1), !isOpeningQuote(close, of: start + 1..<close) {
                return (start + 1..<close, close + 1)
            }
            complain("an attribute's value has no closing quote", at: start)
            let end = endOfUnquoted(from: start + 1)
            return (start + 1..<end, end)
        }
        complain("an attribute's value has no quotes", at: start)
        let end = endOfUnquoted(from: start)
        let last = end > start ? input[end - 1] : 0
        let hasClosingQuote = last == UInt8(ascii: "\"") || last == UInt8(ascii: "'")
        return (start..<(hasClosingQuote ? end - 1 : end), end)
    }

    /// Whether the quote behind a value opens the value of another tag's attribute (`<a href="b>… <c d="e">`): markup
    /// stands before it, and a word behind it.
    private func isOpeningQuote(_ quote: Int, of value: Range<Int>) -> Bool {
        guard quote + 1 < input.count, XMLCharacters.isNameByte(input[quote + 1]) else { return false }
        return TextScan.next(UInt8(ascii: "<"), in: input, from: value.lowerBound, to: value.upperBound) != nil
    }

    mutating func closingQuote(_ quote: UInt8, from start: Int) -> Int? {
        // Known from an earlier search: no such quote to the end of the document.
        let isDouble = quote == UInt8(ascii: "\"")
        if isDouble ? noMoreDoubleQuotes : noMoreSingleQuotes { return nil }
        if let close = TextScan.next(quote, in: input, from: start, to: input.count) { return close }
        if isDouble { noMoreDoubleQuotes = true } else { noMoreSingleQuotes = true }
        return nil
    }

    private func endOfUnquoted(from start: Int) -> Int {
        var index = start
        while index < input.count {
            let byte = input[index]
            if byte.isASCIIBlank || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") { break }
            if byte == UInt8(ascii: "/"), index + 1 < input.count, input[index + 1] == UInt8(ascii: ">") { break }
            index += 1
        }
        return index
    }

    /// Whether an attribute of this name can be written: a name, not given before, within the limit.
    private mutating func isUsable(_ nameRange: Range<Int>) -> Bool {
        guard XMLCharacters.isQualifiedName(input[nameRange]) else {
            complain("\(name(nameRange)) is no name of an attribute", at: nameRange.lowerBound)
            return false
        }
        guard seenAttributes.count < XMLLimits.attributes else {
            if seenAttributes.count == XMLLimits.attributes {
                complain(
                    "an element has more than \(XMLLimits.attributes) attributes", .limitExceeded,
                    at: nameRange.lowerBound)
                seenAttributes.append((0, nameRange))
            }
            return false
        }
        // The hash spares most comparisons of an element with many attributes.
        let hash = input[nameRange].reduce(5_381) { $0 &* 33 &+ Int($1) }
        guard !seenAttributes.contains(where: { $0.hash == hash && input[$0.name] == input[nameRange] }) else {
            complain("the attribute \(name(nameRange)) is given twice", at: nameRange.lowerBound)
            return false
        }
        seenAttributes.append((hash, nameRange))
        return true
    }

    /// Writes an attribute's value: references resolved, then escaped again.
    private mutating func write(_ value: Range<Int>) {
        var mended: [UInt8] = []
        var index = value.lowerBound
        while index < value.upperBound {
            let start = index
            while index < value.upperBound, !Self.stopsValue(input[index]) { index += 1 }
            copy(start..<index)
            guard index < value.upperBound else { return }
            let byte = input[index]
            if byte == 0x09 || byte == 0x0A || byte == 0x0D {
                // Section 3.3.3.
                output.append(0x20)
                index += 1
            } else if XMLCharacters.stopsText(byte, hasReferences: true), input.needsCare(at: index) {
                mended.removeAll(keepingCapacity: true)
                index = mend(at: index, end: value.upperBound, into: &mended)
                for byte in mended { escape(byte) }
            } else {
                if byte == UInt8(ascii: "<") { complain("a bare < in an attribute", at: index) }
                escape(byte)
                index += 1
            }
        }
    }

    /// Whether a byte of a value may have to be written in another way.
    @inline(__always)
    private static func stopsValue(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0xC2, 0xEF: true
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
        default: false
        }
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): emit("&amp;")
        case UInt8(ascii: "<"): emit("&lt;")
        case UInt8(ascii: ">"): emit("&gt;")
        case UInt8(ascii: "\""): emit("&quot;")
        // From references, or they would be spaces by now.
        case 0x09: emit("&#9;")
        case 0x0A: emit("&#10;")
        case 0x0D: emit("&#13;")
        default: output.append(byte)
        }
    }
}
