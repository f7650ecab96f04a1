/// Of several elements of one name, the one nearest to its feed or entry.
struct Nearest<Value: Sendable>: Sendable {
    private(set) var value: Value?
    private var depth = Int.max
    private var rank = Int.min

    /// `depth` counts from the feed or entry (1 is its child); `rank` decides between different names that mean the
    /// same. At equal depth and rank the later one wins, or the first if `keepsFirst`.
    mutating func offer(_ new: Value?, depth: Int, rank: Int = 0, keepsFirst: Bool = false) {
        guard let new, value == nil || isBetter(depth, rank, keepsFirst) else { return }
        value = new
        self.depth = depth
        self.rank = rank
    }

    /// Whether something as near as `depth` is there.
    func isThere(at depth: Int) -> Bool { value != nil && self.depth <= depth }

    private func isBetter(_ depth: Int, _ rank: Int, _ keepsFirst: Bool) -> Bool {
        if depth != self.depth { return depth < self.depth }
        return keepsFirst ? rank > self.rank : rank >= self.rank
    }
}
