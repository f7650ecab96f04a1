/// What the rules decide of one entry alone, as far as it says whether the entry is published: small enough to be kept
/// for every entry.
struct RuleVerdict: Sendable, Equatable {
    var isDropped = false
    /// Rules whose cap counts it, by their places in the set.
    var counted: [Int] = []
}

extension RuleOutcome {
    var verdict: RuleVerdict {
        RuleVerdict(isDropped: isDropped, counted: hits.filter { $0.effect == .counted }.map(\.rule))
    }
}

// The form in which it is stored: nothing, one byte for a drop, or two bytes a rule, the lower one first.
extension RuleVerdict {
    var bytes: [UInt8] {
        isDropped
            ? [0] : counted.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    }

    init(bytes: [UInt8]) {
        isDropped = bytes.count == 1
        counted = stride(from: 0, to: bytes.count - 1, by: 2).map { Int(bytes[$0]) | Int(bytes[$0 + 1]) << 8 }
    }
}
