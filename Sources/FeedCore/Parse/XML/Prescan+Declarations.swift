extension Prescan {
    /// `<?target data?>`: kept away. Only the XML declaration has a meaning, and that was read with the encoding.
    mutating func instruction() {
        let start = position
        if input.looking(at: "<?xml", from: start), start + 5 < input.count, input[start + 5].isASCIIBlank,
            start > (input.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        {
            complain("an XML declaration that is not at the start")
        }
        if !noMoreInstructionEnds, let end = find("?>", from: start + 2) {
            position = end + 2
        } else {
            noMoreInstructionEnds = true
            complain("a processing instruction without an end")
            position = find(">", from: start).map { $0 + 1 } ?? input.count
        }
        interrupt()
    }

    /// What begins with `<!`: a comment, CDATA, a document type, or nothing that may stand there.
    mutating func declaration() {
        if input.looking(at: "<![CDATA[", from: position) {
            cdata()
        } else if input.looking(at: "<!--", from: position) {
            comment()
        } else if input.looking(at: "<!DOCTYPE", from: position) || input.looking(at: "<!doctype", from: position) {
            documentType()
        } else {
            complain("a declaration outside of the document type")
            skipTag(from: position + 1)
        }
    }

    private mutating func comment() {
        let start = position
        guard let end = find("--", from: start + 4) else {
            // Hidden text is worse than a visible comment: what follows may be the rest of the feed.
            complain("a comment without an end")
            position = find(">", from: start).map { $0 + 1 } ?? input.count
            return interrupt()
        }
        var close = end
        if !input.looking(at: "-->", from: end) {
            complain("-- within a comment")
            close = find("-->", from: end) ?? input.count
        }
        position = min(close + 3, input.count)
        interrupt()
    }

    private mutating func documentType() {
        let start = position
        if rootsSeen > 0 { complain("a document type after the root") }
        position = start + 9
        var subset = false
        scan: while position < input.count {
            switch input[position] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipLiteral()
            case UInt8(ascii: "["):
                subset = true
                break scan
            case UInt8(ascii: ">"), UInt8(ascii: "<"): break scan
            default: position += 1
            }
        }
        let head = String(decoding: input[start..<min(position, start + XMLLimits.doctype)], as: UTF8.self)
        if doctype == nil { doctype = head }
        if head.contains("SYSTEM") || head.contains("PUBLIC") { entities.mayBeDeclaredElsewhere = true }
        if subset { internalSubset() }
        position = skippingSpace(from: position)
        if position < input.count, input[position] == UInt8(ascii: ">") {
            position += 1
        } else {
            complain("a document type without an end", at: start)
        }
        interrupt()
    }

    /// `[ … ]`: entity declarations are read, everything else is passed over.
    private mutating func internalSubset() {
        position += 1
        while position < input.count {
            switch input[position] {
            case UInt8(ascii: "]"):
                position += 1
                return
            case UInt8(ascii: "%"):
                entities.mayBeDeclaredElsewhere = true
                position += 1
            case UInt8(ascii: "<"):
                if input.looking(at: "<!--", from: position) {
                    position = find("-->", from: position + 4).map { $0 + 3 } ?? input.count
                } else if input.looking(at: "<?", from: position) {
                    position = find("?>", from: position + 2).map { $0 + 2 } ?? input.count
                } else if input.looking(at: "<!ENTITY", from: position) {
                    entityDeclaration()
                } else if input.looking(at: "<!", from: position) {
                    skipDeclaration()
                } else {
                    // An element: the subset was never closed.
                    return
                }
            default:
                position += 1
            }
        }
    }

    /// `<!ENTITY name "value">`; parameter entities and external ones are known and never expanded.
    private mutating func entityDeclaration() {
        var index = skippingSpace(from: position + 8)
        if index < input.count, input[index] == UInt8(ascii: "%") {
            entities.mayBeDeclaredElsewhere = true
            return skipDeclaration()
        }
        let name = input[index..<endOfName(from: index)]
        index = skippingSpace(from: name.endIndex)
        defer { skipDeclaration() }
        guard !name.isEmpty, index < input.count else { return }
        let quote = input[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return entities.declare(name, nil) }
        guard let close = input[(index + 1)...].firstIndex(of: quote) else { return }
        entities.declare(name, simpleValue(index + 1..<close))
    }

    /// The replacement text, if it is plain text: character references resolved, no reference to another entity (or
    /// percent sign of a parameter entity), no markup.
    private mutating func simpleValue(_ range: Range<Int>) -> [UInt8]? {
        guard range.count <= XMLLimits.entityExpansion else { return nil }
        var value: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = input[index]
            switch byte {
            case UInt8(ascii: "&") where index + 1 < range.upperBound && input[index + 1] == UInt8(ascii: "#"):
                index = resolve(at: index, end: range.upperBound, into: &value)
            case UInt8(ascii: "&"):
                guard let name = Self.harmless(input[index + 1..<range.upperBound]) else { return nil }
                value += name.text
                index += name.length
            case UInt8(ascii: "<"), UInt8(ascii: "%"):
                return nil
            case _ where XMLCharacters.stopsText(byte, hasReferences: false) && input.needsCare(at: index):
                index = mend(at: index, end: range.upperBound, into: &value)
            default:
                value.append(byte)
                index += 1
            }
        }
        return value
    }

    /// `amp;` and the like after an ampersand: the only references that an expanded value may hold.
    private static func harmless(_ rest: ArraySlice<UInt8>) -> (text: [UInt8], length: Int)? {
        for (name, text) in [("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("apos;", "'")]
        where rest.starts(with: name.utf8) {
            return (Array(text.utf8), name.utf8.count + 1)
        }
        return nil
    }

    /// To behind the `>` of a declaration, minding quotes.
    private mutating func skipDeclaration() {
        while position < input.count {
            switch input[position] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipLiteral()
            case UInt8(ascii: ">"):
                position += 1
                return
            default: position += 1
            }
        }
    }

    /// To behind the closing quote; without one, only past the opening quote.
    private mutating func skipLiteral() {
        position = closingQuote(input[position], from: position + 1).map { $0 + 1 } ?? position + 1
    }
}
