/// Finds short ASCII names, of elements or attributes, by their bytes: one probe of a small hash table, no `String`.
struct NameTable: Sendable {
    /// Longer names are in no table of ours.
    static let longest = 16

    private let slots: [Slot]
    private let mask: Int

    /// - Parameter names: lower case, each of one to 16 bytes; a name's index is its place here.
    init(_ names: [String]) {
        var size = 64
        while size < names.count * 4 { size *= 2 }
        mask = size - 1
        var slots = [Slot](repeating: Slot(key: Key(), index: 0), count: size)
        for (index, name) in names.enumerated() {
            let key = Key(Array(name.utf8)[...])
            var slot = key.hash & mask
            while slots[slot].key != Key() { slot = (slot + 1) & mask }
            slots[slot] = Slot(key: key, index: UInt8(truncatingIfNeeded: index))
        }
        self.slots = slots
    }

    /// The index of `bytes[range]`, compared without regard to ASCII case.
    func index(of bytes: [UInt8], in range: Range<Int>) -> UInt8? {
        guard !range.isEmpty, range.count <= Self.longest else { return nil }
        let key = Key(bytes[range])
        var slot = key.hash & mask
        while slots[slot].key != Key() {
            if slots[slot].key == key { return slots[slot].index }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private struct Slot {
        let key: Key
        let index: UInt8
    }

    /// A name in two machine words.
    private struct Key: Equatable {
        var low: UInt64 = 0
        var high: UInt64 = 0

        init() {}

        init(_ name: ArraySlice<UInt8>) {
            for byte in name {
                high = high << 8 | low >> 56
                low = low << 8 | UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)
            }
        }

        var hash: Int { Int(truncatingIfNeeded: ((low ^ high &* 31) &* 0x9E37_79B9_7F4A_7C15) >> 40) }
    }
}
