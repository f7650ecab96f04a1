/// What a text looks like to the eye of a merge: a MinHash of its shingles, from which it can be told how much two texts
/// have in common, and found who might have much in common without comparing all with all.
///
/// One-permutation hashing: each shingle is hashed once and counts for one of 64 places only.
struct TextSignature: Sendable, Equatable {
    static let places = 64
    /// The least hash of each place.
    let minima: [UInt32]

    init(minima: [UInt32]) { self.minima = minima }

    /// - Parameter text: plain; nil if it is too short to tell, so that "Photo of the day" is not every photo.
    init?(of text: String) {
        let words = WordHashes(of: text).hashes
        guard words.count >= Self.fewestWords else { return nil }
        var minima = [UInt32](repeating: .max, count: Self.places)
        for start in 0...(words.count - Self.shingle) {
            var hash = StableHash()
            for word in words[start..<start + Self.shingle] { hash.add(word) }
            let value = hash.value
            let place = Int(value >> 58)
            minima[place] = min(minima[place], UInt32(truncatingIfNeeded: value) & 0x7FFF_FFFF)
        }
        self.minima = Self.filled(minima)
    }

    /// An estimate of how many of their shingles two texts share (Jaccard), 0 ... 1.
    func similarity(to other: TextSignature) -> Double {
        var same = 0
        for place in 0..<Self.places where minima[place] == other.minima[place] { same += 1 }
        return Double(same) / Double(Self.places)
    }

    /// Hashes of four places each: texts that share four fifths share one of the sixteen almost surely, others hardly.
    var bands: [UInt64] {
        stride(from: 0, to: Self.places, by: Self.rows).map { start in
            var hash = StableHash()
            hash.add(UInt64(start))
            for value in minima[start..<start + Self.rows] { hash.add(UInt64(value)) }
            return hash.value
        }
    }

    /// A short text leaves places empty: they take the value of the next one that is not, so that two such texts are
    /// compared by what they have (densification by rotation).
    private static func filled(_ minima: [UInt32]) -> [UInt32] {
        guard minima.contains(.max), minima.contains(where: { $0 != .max }) else { return minima }
        var filled = minima
        for place in minima.indices where minima[place] == .max {
            var distance = 1
            while minima[(place + distance) % places] == .max { distance += 1 }
            filled[place] = minima[(place + distance) % places] &+ UInt32(distance) &* 0x9E37_79B1
        }
        return filled
    }

    private static let shingle = 3
    private static let rows = 4
    private static let fewestWords = 24
}

/// The words of a text as hashes; of scripts that write no spaces, each character is one.
struct WordHashes {
    private(set) var hashes: [UInt64] = []
    private var word = StableHash()
    private var isInWord = false

    init(of text: String) {
        for scalar in text.unicodeScalars { add(scalar) }
        endWord()
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        if value < 0x80 {
            let byte = UInt8(value)
            guard ASCII.isLetter(byte) || ASCII.isDigit(byte) else { return endWord() }
            word.add(ASCII.isLetter(byte) ? byte | 0x20 : byte)
            isInWord = true
        } else if value >= 0x2E80, value < 0xA000 || value >= 0x20000 {
            endWord()
            hashes.append(StableHash.of(String(scalar).utf8))
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            for scalar in scalar.properties.lowercaseMapping.unicodeScalars { word.add(UInt64(scalar.value)) }
            isInWord = true
        } else {
            endWord()
        }
    }

    private mutating func endWord() {
        guard isInWord else { return }
        hashes.append(word.value)
        word = StableHash()
        isInWord = false
    }
}
