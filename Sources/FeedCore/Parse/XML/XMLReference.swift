/// The document's own entities, as far as they are expanded.
struct XMLEntities {
    /// Replacement texts of simple internal entities; nil for those that are known but not expanded (external ones,
    /// and those that refer to others or hold markup).
    private(set) var declared: [ArraySlice<UInt8>: [UInt8]?] = [:]
    /// Whether there may be declarations that were not read: then an unknown name is no error (XML 1.0, section 4.1).
    var mayBeDeclaredElsewhere = false
    var budget = XMLLimits.entityExpansion

    /// The first declaration of a name counts (section 4.2).
    mutating func declare(_ name: ArraySlice<UInt8>, _ value: [UInt8]?) {
        guard declared.count < XMLLimits.entities, declared[name] == nil else { return }
        declared[name] = .some(value)
    }
}

extension Prescan {
    /// Writes what the reference that begins at `index` stands for. A bare ampersand stands for itself.
    ///
    /// - Returns: where to go on.
    mutating func resolve(at index: Int, end: Int, into result: inout [UInt8]) -> Int {
        if let (character, length) = input.predefinedReference(at: index + 1, end: end) {
            result.append(character)
            return index + 1 + length
        }
        if index + 1 < end, input[index + 1] == UInt8(ascii: "#") {
            let (scalar, after) = characterReference(at: index, end: end)
            result += scalar.utf8
            return after
        }
        let nameEnd = min(endOfName(from: index + 1), end)
        let name = input[index + 1..<nameEnd]
        guard nameEnd < end, input[nameEnd] == UInt8(ascii: ";"), !name.isEmpty else {
            complain("a bare ampersand", at: index)
            result.append(UInt8(ascii: "&"))
            return index + 1
        }
        let after = nameEnd + 1
        if let own = entities.declared[name] {
            result += expanded(own, at: index) ?? Array(input[index..<after])
            return after
        }
        let text = Self.differing[name] ?? HTMLEntities.text(of: name)
        if !entities.mayBeDeclaredElsewhere {
            let shown = String(decoding: name.prefix(50), as: UTF8.self)
            complain("the entity \(shown) is not declared", .undefinedEntity, at: index)
        }
        result += text ?? Array(input[index..<after])
        return after
    }

    /// Nil if the entity is not expanded.
    private mutating func expanded(_ value: [UInt8]?, at index: Int) -> [UInt8]? {
        guard let value else { return nil }
        guard value.count <= entities.budget else {
            complain(
                "the document's entities expand to more than \(XMLLimits.entityExpansion) bytes", .limitExceeded,
                at: index)
            return nil
        }
        entities.budget -= value.count
        return value
    }

    /// `&#DDD;` or `&#xHHH;`.
    private mutating func characterReference(at index: Int, end: Int) -> (scalar: Unicode.Scalar, end: Int) {
        var position = index + 2
        let isHexadecimal = position < end && input[position] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { position += 1 }
        let radix: UInt32 = isHexadecimal ? 16 : 10
        let firstDigit = position
        var value: UInt32 = 0
        while position < end, let digit = input[position].hexDigitValue, digit < radix {
            value = min(value * radix + UInt32(digit), 0x110000)
            position += 1
        }
        guard position > firstDigit else {
            complain("a bare ampersand", at: index)
            return ("&", index + 1)
        }
        if position < end, input[position] == UInt8(ascii: ";") {
            position += 1
        } else {
            complain("a character reference without its semicolon", at: index)
        }
        if (0x80...0x9F).contains(value) { return (XMLCharacters.windows1252[Int(value - 0x80)], position) }
        guard XMLCharacters.isAllowed(value), let scalar = Unicode.Scalar(value) else {
            complain("a reference to a character that XML forbids", at: index)
            return ("\u{FFFD}", position)
        }
        return (scalar, position)
    }

    /// Names that mean something else in XHTML 1.0's document type, which is what XML documents mean, than in HTML5.
    private static let differing: [ArraySlice<UInt8>: [UInt8]] = [
        Array("lang".utf8)[...]: Array("\u{2329}".utf8), Array("rang".utf8)[...]: Array("\u{232A}".utf8),
    ]
}

extension [UInt8] {
    /// XML's own five (section 4.6), most of all the references that there are.
    @inline(__always)
    func predefinedReference(at name: Int, end: Int) -> (character: UInt8, length: Int)? {
        guard name + 2 < end else { return nil }
        switch (self[name], self[name + 1]) {
        case (UInt8(ascii: "l"), UInt8(ascii: "t")) where self[name + 2] == UInt8(ascii: ";"):
            return (UInt8(ascii: "<"), 3)
        case (UInt8(ascii: "g"), UInt8(ascii: "t")) where self[name + 2] == UInt8(ascii: ";"):
            return (UInt8(ascii: ">"), 3)
        case (UInt8(ascii: "a"), UInt8(ascii: "m")) where looking(at: "amp;", from: name) && name + 4 <= end:
            return (UInt8(ascii: "&"), 4)
        case (UInt8(ascii: "q"), UInt8(ascii: "u")) where looking(at: "quot;", from: name) && name + 5 <= end:
            return (UInt8(ascii: "\""), 5)
        case (UInt8(ascii: "a"), UInt8(ascii: "p")) where looking(at: "apos;", from: name) && name + 5 <= end:
            return (UInt8(ascii: "'"), 5)
        default:
            return nil
        }
    }
}
