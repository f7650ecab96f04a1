/// A hash that is the same on every run and machine, since the store keeps it: FNV-1a, with a final mix that spreads it
/// over all bits.
struct StableHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

    mutating func add(_ word: UInt64) { state = (state ^ word) &* 0x100_0000_01B3 &+ (state >> 29) }

    /// Never 0, which stands for "nothing".
    var value: UInt64 {
        var value = state
        value = (value ^ value >> 33) &* 0xFF51_AFD7_ED55_8CCD
        value = (value ^ value >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return max(1, value ^ value >> 33)
    }

    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = StableHash()
        for byte in bytes { hash.add(byte) }
        return hash.value
    }
}
