/// What the rules decide of one entry alone, as far as it says whether and where the entry is published: small enough
/// to be kept for every entry.
struct RuleVerdict: Sendable, Equatable {
    var isDropped = false
    /// Rules whose cap counts it, by their places in the set.
    var counted: [Int] = []
    /// Views that it belongs to, by their places in the site's list.
    var views: [Int] = []
}

extension RuleOutcome {
    var verdict: RuleVerdict {
        RuleVerdict(isDropped: isDropped, counted: hits.filter { $0.effect == .counted }.map(\.rule))
    }
}

// The form in which it is stored: nothing, one byte for a drop, or two bytes for each rule and view, the lower one
// first; those of views have the highest bit set.
extension RuleVerdict {
    var bytes: [UInt8] {
        guard !isDropped else { return [0] }
        return (counted + views.map { $0 | Self.viewBit }).flatMap {
            [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
        }
    }

    init(bytes: [UInt8]) {
        isDropped = bytes.count == 1
        for index in stride(from: 0, to: bytes.count - 1, by: 2) {
            let number = Int(bytes[index]) | Int(bytes[index + 1]) << 8
            if number & Self.viewBit == 0 { counted.append(number) } else { views.append(number ^ Self.viewBit) }
        }
    }

    private static let viewBit = 0x8000
}
