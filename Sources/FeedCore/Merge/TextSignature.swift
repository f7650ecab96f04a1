/// What a text can be compared by, in 64 bytes: MinHash over its shingles of three words, by one permutation cut into 64
/// bins (Li, Owen, Zhang 2012), empty bins filled from others (Shrivastava 2017), a byte kept of each minimum (Li, König
/// 2010). Its computation takes one step a word, its comparison one instruction or two.
struct TextSignature: Equatable, Sendable {
    /// One byte a bin.
    let bins: SIMD64<UInt8>

    init(bins: SIMD64<UInt8>) { self.bins = bins }

    /// Nil for a text that is too short to be told from others by its words.
    init?(words: [UInt64]) {
        guard words.count >= Self.fewestWords else { return nil }
        var minima = [UInt64](repeating: .max, count: Self.size)
        for index in 2..<words.count {
            let shingle = StableHash.mix(
                words[index - 2] &* 0x9e37_79b9_7f4a_7c15 ^ words[index - 1] &* 0xc2b2_ae3d_27d4_eb4f ^ words[index])
            let bin = Int(shingle >> 58)
            minima[bin] = min(minima[bin], shingle & 0x3ff_ffff_ffff_ffff)
        }
        var bins = SIMD64<UInt8>()
        for bin in 0..<Self.size {
            bins[bin] = UInt8(truncatingIfNeeded: StableHash.mix(Self.filled(minima, at: bin)))
        }
        self.bins = bins
    }

    /// An estimate of the share of shingles that two texts have in common (Jaccard), 0 ... 1; its standard error is at
    /// most 0.063.
    @inline(__always)
    func similarity(to other: TextSignature) -> Double {
        let equal = Self.ones.replacing(with: 0, where: bins .!= other.bins).wrappedSum()
        // One in 256 minima has the same byte by chance.
        return max(0, (Double(equal) / Double(Self.size) - 1 / 256) / (1 - 1 / 256))
    }

    /// The signature in 16 pieces: texts that are nearly the same agree in one of them nearly always (at 0.8 with a
    /// probability of 0.9998, at 0.6 of 0.89), others hardly ever (at 0.2 of 0.03).
    static let bands = 16

    @inline(__always)
    func band(_ number: Int) -> UInt32 {
        let first = number * 4
        return UInt32(bins[first]) | UInt32(bins[first + 1]) << 8 | UInt32(bins[first + 2]) << 16
            | UInt32(bins[first + 3]) << 24
    }

    /// Whether the two have come together by an earlier band already.
    @inline(__always)
    func sharesBand(before number: Int, with other: TextSignature) -> Bool {
        (0..<number).contains { band($0) == other.band($0) }
    }

    /// Half a band, for what is only similar: 32 pieces, at 0.3 agreeing in one of them with a probability of 0.95.
    static let halfBands = 32

    @inline(__always)
    func halfBand(_ number: Int) -> UInt16 {
        UInt16(bins[number * 2]) | UInt16(bins[number * 2 + 1]) << 8
    }

    private static let size = 64
    private static let fewestWords = 30
    private static let ones = SIMD64<UInt8>(repeating: 1)

    /// The minimum of a bin, or of the first other bin on its walk that has one; the walk is the same for all texts.
    private static func filled(_ minima: [UInt64], at bin: Int) -> UInt64 {
        var (place, step) = (bin, UInt64(0))
        while minima[place] == .max {
            step += 1
            place = Int(StableHash.mix(UInt64(bin) << 32 | step) >> 58)
        }
        return minima[place]
    }
}
