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

    /// - Parameter index: behind the backslash.
    private mutating func readEscape(_ bytes: [UInt8], _ index: inout Int) {
        guard index < bytes.count else { return }
        let start = index - 1
        guard let unit = JSONEscape.codeUnit(in: bytes, at: start) else {
            output += bytes[start...index]
            index += 1
            return
        }
        let next = JSONEscape.codeUnit(in: bytes, at: start + JSONEscape.length)
        let isPair = UTF16.isLeadSurrogate(unit) && next.map(UTF16.isTrailSurrogate) == true
        let end = start + (isPair ? 2 : 1) * JSONEscape.length
        if isPair || !UTF16.isSurrogate(unit) {
            output += bytes[start..<end]
        } else {
            output += "\\uFFFD".utf8
        }
        index = end
    }

    private mutating func closeWhatIsOpen() {
        output.removeLast(output.count - sound.length)
        for byte in open.prefix(sound.depth).reversed() {
            output.append(byte == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]"))
        }
    }
}
