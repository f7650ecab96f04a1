extension Prescan {
    /// What a text says that was set aside.
    mutating func string(of text: SetAsideText) -> String {
        guard let first = careIsNeeded(in: text.range, text.hasReferences) else {
            return Self.string(input.span.extracting(text.range))
        }
        // Taken out for as long as it is written to, or it would be copied.
        var decoded: [UInt8] = []
        swap(&decoded, &self.decoded)
        defer { swap(&decoded, &self.decoded) }
        decoded.removeAll(keepingCapacity: true)
        decoded.append(text.range.lowerBound..<first, of: input)
        var rest = first..<text.range.upperBound
        while !rest.isEmpty {
            rest = mend(at: rest.lowerBound, end: rest.upperBound, into: &decoded)..<rest.upperBound
            rest = Self.plain(rest, of: input, hasReferences: text.hasReferences, into: &decoded)
        }
        return Self.string(decoded.span)
    }

    /// Spares a second look whether it is UTF-8: the input is, and so is whatever is put in its place.
    private static func string(_ bytes: Span<UInt8>) -> String {
        var text = unsafe UTF8Span(unchecked: bytes)
        _ = text.checkForASCII()
        return String(copying: text)
    }

    /// Copies what can be taken as it is and decodes XML's own five references on the way, which is all that there is to
    /// do for most escaped markup: eight bytes at a time, because a run of text between two references is short.
    ///
    /// - Returns: what is left, from the first byte on that needs more care.
    private static func plain(
        _ text: Range<Int>, of input: [UInt8], hasReferences: Bool, into decoded: inout [UInt8]
    ) -> Range<Int> {
        var index = text.lowerBound
        // Nothing gets longer here, and a word may be written of which one byte counts.
        decoded.append(addingCapacity: text.count + 8) { output in
            unsafe output.withUnsafeMutableBufferPointer { buffer, count in
                let output = UnsafeMutableRawBufferPointer(buffer)
                let bytes = unsafe input.span.bytes
                while index < text.upperBound {
                    if index + 8 <= text.upperBound {
                        let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
                        unsafe output.storeBytes(of: word, toByteOffset: count, as: UInt64.self)
                        let taken = TextScan.plainBytes(in: word, hasReferences: hasReferences)
                        index += taken
                        count += taken
                        if taken == 8 { continue }
                    }
                    var byte = input[index]
                    var length = 1
                    if XMLCharacters.stopsText(byte, hasReferences: hasReferences), input.needsCare(at: index) {
                        guard byte == UInt8(ascii: "&"),
                            let reference = input.predefinedReference(at: index + 1, end: text.upperBound)
                        else { return }
                        byte = reference.character
                        length += reference.length
                    }
                    unsafe output[count] = byte
                    count += 1
                    index += length
                }
            }
        }
        return index..<text.upperBound
    }
}

extension Prescan {
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

extension [UInt8] {
    /// Whether the byte at `index`, one of those at which the fast scan stops, cannot be taken as it is.
    @inline(__always)
    func needsCare(at index: Int) -> Bool {
        switch self[index] {
        case UInt8(ascii: "]"): looking(at: "]]>", from: index)
        case 0xC2: self[index + 1] < 0xA0
        case 0xEF: self[index + 1] == 0xBF && self[index + 2] >= 0xBE
        default: true
        }
    }
}
