import Glibc

/// Finds the bytes in a text that have to be looked at, eight at a time: most of a feed is prose, and prose has few.
enum TextScan {
    /// The first index from `start` on at which `XMLCharacters.stopsText` holds; `end` if there is none.
    @inline(__always)
    static func nextStop(in input: [UInt8], from start: Int, to end: Int, hasReferences: Bool) -> Int {
        let bytes = unsafe input.span.bytes
        var index = start
        while index + 8 <= end {
            let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            var candidates = candidates(in: UInt64(littleEndian: word), hasReferences: hasReferences)
            while candidates != 0 {
                let candidate = index + candidates.trailingZeroBitCount / 8
                if XMLCharacters.stopsText(input[candidate], hasReferences: hasReferences) { return candidate }
                candidates &= candidates &- 1
            }
            index += 8
        }
        while index < end, !XMLCharacters.stopsText(input[index], hasReferences: hasReferences) { index += 1 }
        return index
    }

    /// The first index from `start` on at which `byte` stands; nil if there is none before `end`.
    static func next(_ byte: UInt8, in input: [UInt8], from start: Int, to end: Int) -> Int? {
        guard start < end else { return nil }
        return unsafe input[start..<end].withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = unsafe memchr(base, Int32(byte), bytes.count)
            else { return nil }
            return unsafe start + (UnsafeRawPointer(found) - base)
        }
    }

    /// The first index from `start` on at which a byte beyond ASCII stands; the end if there is none.
    static func nextBeyondASCII(in input: Span<UInt8>, from start: Int = 0) -> Int {
        let bytes = unsafe input.bytes
        var index = start
        while index + 64 <= input.count {
            var all: UInt64 = 0
            for word in 0..<8 {
                unsafe all |= bytes.unsafeLoadUnaligned(fromByteOffset: index + word * 8, as: UInt64.self)
            }
            guard all & (ones &* 0x80) == 0 else { break }
            index += 64
        }
        while index + 8 <= input.count {
            let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            let beyond = UInt64(littleEndian: word) & (ones &* 0x80)
            if beyond != 0 { return index + beyond.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < input.count, input[index] < 0x80 { index += 1 }
        return index
    }

    /// Whether all of it is UTF-8. The standard library decides, but only where it must: it takes long for ASCII, and
    /// nearly all of every feed is that.
    static func isUTF8(_ input: Span<UInt8>) -> Bool {
        let bytes = unsafe input.bytes
        var start = nextBeyondASCII(in: input)
        while start < input.count {
            // Up to eight bytes of ASCII in a row, or the first one near the end: a character begins there.
            var end = start
            while end + 8 <= input.count,
                unsafe bytes.unsafeLoadUnaligned(fromByteOffset: end, as: UInt64.self) & (ones &* 0x80) != 0
            { end += 8 }
            while end < input.count, input[end] >= 0x80 { end += 1 }
            guard (try? UTF8Span(validating: input.extracting(start..<end))) != nil else { return false }
            start = nextBeyondASCII(in: input, from: end)
        }
        return true
    }

    /// How many line feeds stand in `range`.
    static func lines(in input: [UInt8], _ range: Range<Int>) -> Int {
        var lines = 0
        var index = range.lowerBound
        while let found = next(0x0A, in: input, from: index, to: range.upperBound) {
            lines += 1
            index = found + 1
        }
        return lines
    }

    /// How many bytes at the beginning of `word` are no stop for certain.
    @inline(__always)
    static func plainBytes(in word: UInt64, hasReferences: Bool) -> Int {
        candidates(in: UInt64(littleEndian: word), hasReferences: hasReferences).trailingZeroBitCount / 8
    }

    /// The highest bit of every one of eight bytes that may be a stop: of all stops, of tabs and line feeds, and perhaps
    /// of some bytes above one of these.
    @inline(__always)
    private static func candidates(in word: UInt64, hasReferences: Bool) -> UInt64 {
        var found = (word &- ones &* 0x20) & ~word
        if hasReferences { found |= zeroByte(word ^ ones &* 0x26) | zeroByte(word ^ ones &* 0x5D) }
        if word & (ones &* 0x80) != 0 { found |= zeroByte(word ^ ones &* 0xC2) | zeroByte(word ^ ones &* 0xEF) }
        return found & (ones &* 0x80)
    }

    /// The highest bit of each byte that is zero (and perhaps of one above it).
    @inline(__always)
    private static func zeroByte(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
}
