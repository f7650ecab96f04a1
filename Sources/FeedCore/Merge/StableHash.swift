/// FNV-1a with a closing mix (that of MurmurHash3). Its values are stored, so it is never Swift's seeded `Hasher`.
struct StableHash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    mutating func combine(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    /// Never 0, which stands for "none".
    var value: UInt64 { max(1, Self.mix(state)) }

    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = StableHash()
        for byte in bytes { hash.combine(byte) }
        return hash.value
    }

    /// Every bit of the result depends on every bit of `bits`.
    @inline(__always)
    static func mix(_ bits: UInt64) -> UInt64 {
        var bits = bits
        bits = (bits ^ bits >> 33) &* 0xff51_afd7_ed55_8ccd
        bits = (bits ^ bits >> 33) &* 0xc4ce_b9fe_1a85_ec53
        return bits ^ bits >> 33
    }
}
