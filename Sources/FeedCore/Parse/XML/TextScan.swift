import Glibc

/// Finds the bytes in a text that have to be looked at, eight at a time: most of a feed is prose, and prose has few.
enum TextScan {
    /// The first index from `start` on at which `XMLCharacters.stopsText` holds; `end` if there is none.
    @inline(__always)
    static func nextStop(in input: [UInt8], from start: Int, to end: Int) -> Int {
        let bytes = unsafe input.span.bytes
        var index = start
        while index < end {
            while index + 8 <= end {
                let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
                guard !mayHaveStop(word) else { break }
                index += 8
            }
            let limit = min(index + 8, end)
            while index < limit {
                if XMLCharacters.stopsText(input[index]) { return index }
                index += 1
            }
        }
        return end
    }

    /// The first index from `start` on at which `byte` stands; nil if there is none.
    static func next(_ byte: UInt8, in input: [UInt8], from start: Int) -> Int? {
        guard start < input.count else { return nil }
        return unsafe input.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress,
                let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
            else { return nil }
            return unsafe UnsafeRawPointer(found) - base
        }
    }

    /// Whether one of eight bytes is a stop; tabs and line feeds count too, which are none.
    @inline(__always)
    private static func mayHaveStop(_ word: UInt64) -> Bool {
        let controls = (word &- ones &* 0x20) & ~word
        let marks =
            zeroByte(word ^ ones &* 0x3C) | zeroByte(word ^ ones &* 0x26) | zeroByte(word ^ ones &* 0x5D)
            | zeroByte(word ^ ones &* 0xC2) | zeroByte(word ^ ones &* 0xEF)
        return (controls | marks) & (ones &* 0x80) != 0
    }

    /// The highest bit of each byte that is zero (and perhaps of one above it).
    @inline(__always)
    private static func zeroByte(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
}
