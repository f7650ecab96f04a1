/// Brings together what has the same key: a radix sort, so that neither many nor hostile keys cost more than linear time.
struct Buckets {
    private var slots: [Slot] = []

    private struct Slot {
        let key: UInt64
        let member: Int32
    }

    /// - Parameter count: how many are expected.
    init(reserving count: Int) { slots.reserveCapacity(count) }

    mutating func add(_ member: Int, key: UInt64) {
        slots.append(Slot(key: key, member: Int32(member)))
    }

    mutating func removeAll() { slots.removeAll(keepingCapacity: true) }

    /// Calls `body` for every key that several members have; they come in the order in which they were added.
    ///
    /// - Parameter bits: how many of the keys' lower bits may be set.
    mutating func forEachShared(bits: Int = 64, _ body: ([Int]) -> Void) {
        sort(bits: bits)
        var start = 0
        for end in 1..<max(1, slots.count + 1) where end == slots.count || slots[end].key != slots[start].key {
            if end - start > 1 { body(slots[start..<end].map { Int($0.member) }) }
            start = end
        }
    }

    private mutating func sort(bits: Int) {
        guard slots.count > 1 else { return }
        var sorted = slots
        for shift in stride(from: 0, to: bits, by: Self.digit) {
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

    private static let digit = 11

    private static func digit(of key: UInt64, _ shift: Int) -> Int {
        Int(truncatingIfNeeded: key >> UInt64(shift)) & (1 << digit - 1)
    }
}
