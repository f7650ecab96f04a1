/// Brings together what has the same key: a radix sort, so that neither many nor hostile keys cost more than linear time.
struct Buckets<Key: FixedWidthInteger & UnsignedInteger & Sendable> {
    private var slots: [Slot] = []

    private struct Slot {
        let key: Key
        let member: Int32
    }

    /// - Parameter count: how many are expected.
    init(reserving count: Int) { slots.reserveCapacity(count) }

    mutating func add(_ member: Int, key: Key) {
        slots.append(Slot(key: key, member: Int32(member)))
    }

    mutating func removeAll() { slots.removeAll(keepingCapacity: true) }

    /// Calls `body` for every key that several members have; they come in the order in which they were added.
    mutating func forEachShared(_ body: ([Int]) -> Void) {
        dropLoners()
        sort()
        var start = 0
        for end in 1..<max(1, slots.count + 1) where end == slots.count || slots[end].key != slots[start].key {
            if end - start > 1 { body(slots[start..<end].map { Int($0.member) }) }
            start = end
        }
    }

    /// Lets go of most keys that one member alone has, which is most keys: what is left fits into the processor's cache.
    private mutating func dropLoners() {
        guard slots.count > 64 else { return }
        // Keys are marked by a number of few bits: some that are alone share it with others and stay for the sort.
        let bits = Int.bitWidth - (slots.count &* 8).leadingZeroBitCount
        var isSeen = [UInt64](repeating: 0, count: 1 << (bits - 6))
        var isShared = isSeen
        for slot in slots {
            let mark = Self.mark(of: slot.key, bits: bits)
            isShared[mark.word] |= isSeen[mark.word] & mark.bit
            isSeen[mark.word] |= mark.bit
        }
        slots.removeAll { slot in
            let mark = Self.mark(of: slot.key, bits: bits)
            return isShared[mark.word] & mark.bit == 0
        }
    }

    @inline(__always)
    private static func mark(of key: Key, bits: Int) -> (word: Int, bit: UInt64) {
        let number = (UInt64(truncatingIfNeeded: key) &* 0x9e37_79b9_7f4a_7c15) &>> UInt64(64 - bits)
        return (Int(truncatingIfNeeded: number &>> 6), 1 &<< (number & 63))
    }

    private mutating func sort() {
        guard slots.count > 1 else { return }
        var sorted = slots
        for shift in stride(from: 0, to: Key.bitWidth, by: Self.digit) {
            var places = [Int](repeating: 0, count: 1 << Self.digit)
            for slot in slots { places[Self.digit(of: slot.key, shift)] += 1 }
            var place = 0
            for digit in places.indices { (places[digit], place) = (place, place + places[digit]) }
            for slot in slots {
                let digit = Self.digit(of: slot.key, shift)
                sorted[places[digit]] = slot
                places[digit] += 1
            }
            swap(&slots, &sorted)
        }
    }

    private static var digit: Int { 11 }

    @inline(__always)
    private static func digit(of key: Key, _ shift: Int) -> Int {
        Int(truncatingIfNeeded: key &>> Key(shift)) & (1 << digit - 1)
    }
}
