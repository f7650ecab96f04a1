/// Mends JSON that no decoder takes: half surrogates, control characters in strings, a document cut off in the middle.
///
/// One pass, and what is sound stays as it is. Trailing commas and `NaN` need no mending: the decoder is asked to read
/// JSON5 afterwards.
struct JSONRepair {
    private var output: [UInt8] = []
    /// What is open: `{` or `[`.
    private var open: [UInt8] = []
    /// Up to here the document can be cut and closed.
    private var sound = (length: 0, depth: 0)

    static func mended(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var repair = JSONRepair()
        // Invalid UTF-8 becomes U+FFFD.
        repair.run(Array(String(decoding: bytes, as: UTF8.self).utf8))
        return repair.output
    }

    private mutating func run(_ bytes: [UInt8]) {
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""):
                output.append(byte)
                guard readString(bytes, &index) else { return closeWhatIsOpen() }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                open.append(byte)
                output.append(byte)
                sound = (output.count, open.count)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard open.popLast() != nil else { return }
                output.append(byte)
                sound = (output.count, open.count)
                if open.isEmpty { return }
            case UInt8(ascii: ","):
                sound = (output.count, open.count)
                output.append(byte)
            default: output.append(byte)
            }
        }
        closeWhatIsOpen()
    }

    /// Copies a string whose opening mark was read; false if it never ends.
    private mutating func readString(_ bytes: [UInt8], _ index: inout Int) -> Bool {
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""):
                output.append(byte)
                return true
            case UInt8(ascii: "\\"): readEscape(bytes, &index)
            case 0..<0x20: output.append(UInt8(ascii: " "))
            default: output.append(byte)
            }
        }
        return false
    }

    private mutating func readEscape(_ bytes: [UInt8], _ index: inout Int) {
        guard index < bytes.count else { return }
        if let unit = codeUnit(bytes, at: index) {
            let isPair =
                (0xD800...0xDBFF).contains(unit) && index + 5 < bytes.count && bytes[index + 5] == UInt8(ascii: "\\")
                && codeUnit(bytes, at: index + 6).map { (0xDC00...0xDFFF).contains($0) } == true
            let length = isPair ? 11 : 5
            if isPair || !(0xD800...0xDFFF).contains(unit) {
                output.append(UInt8(ascii: "\\"))
                output += bytes[index..<index + length]
            } else {
                output += "\\uFFFD".utf8
            }
            index += length
        } else {
            output += [UInt8(ascii: "\\"), bytes[index]]
            index += 1
        }
    }

    /// The value of `uXXXX`.
    private func codeUnit(_ bytes: [UInt8], at index: Int) -> Int? {
        guard index + 4 < bytes.count, bytes[index] == UInt8(ascii: "u") else { return nil }
        return Int(String(decoding: bytes[index + 1...index + 4], as: UTF8.self), radix: 16)
    }

    private mutating func closeWhatIsOpen() {
        output.removeLast(output.count - sound.length)
        for byte in open.prefix(sound.depth).reversed() {
            output.append(byte == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]"))
        }
    }
}
