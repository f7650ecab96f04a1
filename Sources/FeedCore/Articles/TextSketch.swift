/// How a text is recognized after an edit: the smallest hashes of its shingles (bottom-k MinHash).
///
/// Kept in the store, so the hash is our own (FNV-1a) and not Swift's seeded one.
struct TextSketch: Sendable, Equatable {
    /// In ascending order, at most `size`.
    let hashes: [UInt64]

    init(hashes: [UInt64]) { self.hashes = hashes }

    /// - Parameter text: plain; case, punctuation and white space do not count.
    init(of text: String) {
        let letters = text.lowercased().unicodeScalars.lazy.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        var window: [UInt32] = []
        var found: Set<UInt64> = []
        for scalar in letters {
            window.append(scalar.value)
            guard window.count >= Self.shingle else { continue }
            found.insert(Self.hash(window[...]))
            window.removeFirst()
        }
        if found.isEmpty, !window.isEmpty { found.insert(Self.hash(window[...])) }
        hashes = Array(found.sorted().prefix(Self.size))
    }

    /// An estimate of how much two texts have in common (Jaccard), 0 ... 1.
    func similarity(to other: TextSketch) -> Double {
        var shared = 0
        var taken = 0
        var (one, two) = (hashes[...], other.hashes[...])
        while taken < Self.size, let first = [one.first, two.first].compactMap(\.self).min() {
            if one.first == two.first { shared += 1 }
            if one.first == first { one.removeFirst() }
            if two.first == first { two.removeFirst() }
            taken += 1
        }
        return taken == 0 ? 0 : Double(shared) / Double(taken)
    }

    /// In letters: long enough that two texts of one language do not look alike, and right for scripts without spaces.
    private static let shingle = 9
    private static let size = 128

    private static func hash(_ window: ArraySlice<UInt32>) -> UInt64 {
        window.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
