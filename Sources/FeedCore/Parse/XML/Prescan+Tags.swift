extension Prescan {
    /// `<name attributes>` or `<name attributes/>`.
    mutating func startTag() {
        let start = position
        let nameRange = start + 1..<endOfName(from: start + 1)
        guard XMLCharacters.isQualifiedName(input[nameRange]) else {
            complain("<\(name(nameRange)) is no name of an element")
            return skipTag(from: nameRange.upperBound)
        }
        if open.isEmpty {
            rootsSeen += 1
            if rootsSeen == 2 { complain("a second root element, <\(name(nameRange))>") }
        }
        let isKept = open.count < XMLLimits.depth && tooDeep.isEmpty
        let rollback = output.count
        if isKept {
            emit("<")
            copy(nameRange)
        }
        let tagEnd = attributes(from: nameRange.upperBound, of: nameRange, isKept: isKept)
        position = tagEnd.position
        if tagEnd.isTruncated {
            output.removeLast(output.count - rollback)
            return
        }
        guard isKept else {
            if tooDeep.isEmpty {
                complain("elements are nested more than \(XMLLimits.depth) deep", .limitExceeded, at: start)
            }
            if !tagEnd.isEmpty { tooDeep.append(nameRange) }
            return
        }
        starts.append(start)
        tags += 1
        if tagEnd.isEmpty {
            closeEmpty()
        } else if isUnclosedVoidElement(nameRange) {
            complain("<\(name(nameRange))> is not closed", at: start)
            closeEmpty()
        } else {
            emit(">")
            open.append(nameRange)
        }
    }

    /// `</name>`: closes the innermost element of that name and what was left open within it.
    mutating func endTag() {
        let start = position
        let nameRange = start + 2..<endOfName(from: start + 2)
        position = skippingSpace(from: nameRange.upperBound)
        if position < input.count, input[position] == UInt8(ascii: ">") {
            position += 1
        } else {
            complain("the end tag </\(name(nameRange)) is not closed", at: start)
            if position < input.count, input[position] != UInt8(ascii: "<") { skipTag(from: position) }
        }
        if let innermost = tooDeep.last {
            if input[innermost] == input[nameRange] {
                tooDeep.removeLast()
                return
            }
            guard open.contains(where: { input[$0] == input[nameRange] }) else { return }
            tooDeep.removeAll()
        }
        if let innermost = open.last, input[innermost] == input[nameRange] { return closeInnermost() }
        complain("</\(name(nameRange))> does not end <\(name(open.last))>", at: start)
        guard let match = open.lastIndex(where: { isSameName($0, nameRange) }) else { return }
        while open.count > match { closeInnermost() }
    }

    mutating func closeInnermost() {
        guard let nameRange = open.popLast() else { return }
        emit("</")
        copy(nameRange)
        emit(">")
        tags += 1
    }

    private mutating func closeEmpty() {
        emit("/>")
        tags += 1
    }

    /// Goes on behind the next `>`, or before the next `<` if that comes first.
    mutating func skipTag(from start: Int) {
        var index = start
        while index < input.count, input[index] != UInt8(ascii: ">"), input[index] != UInt8(ascii: "<") { index += 1 }
        position = index < input.count && input[index] == UInt8(ascii: ">") ? index + 1 : index
        interrupt()
    }

    /// In another letter case only: what a person meant.
    private func isSameName(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        one.count == other.count && zip(input[one], input[other]).allSatisfy { $0 == $1 || ($0 | 0x20 == $1 | 0x20) }
    }

    /// `<br>` and the like in what was meant to be XHTML: nothing can stand within them, so what follows does not.
    private func isUnclosedVoidElement(_ nameRange: Range<Int>) -> Bool {
        guard nameRange.count == 2 || nameRange.count == 3 else { return false }
        guard Self.voidElements.contains(where: { $0.elementsEqual(input[nameRange].map { $0 | 0x20 }) }) else {
            return false
        }
        let end = skippingSpace(from: position)
        guard input.looking(at: "</", from: end) else { return true }
        return input[end + 2..<endOfName(from: end + 2)] != input[nameRange]
    }

    private static let voidElements: [[UInt8]] = ["br", "hr", "img", "wbr"].map { Array($0.utf8) }
}
