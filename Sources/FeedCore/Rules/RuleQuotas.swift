/// Counts for the rules that cap: is to be asked about the entries that are left, newest first.
struct RuleQuotas {
    private let rules: RuleSet
    private var taken: [Place: Int] = [:]

    private struct Place: Hashable {
        let rule: Int
        let feed: String
        /// Since 1970; nil where the whole window counts.
        let day: Int64?
    }

    init(_ rules: RuleSet) { self.rules = rules }

    /// The cap that the entry is over, if any; else it has its place in all that count it.
    mutating func refusal(of verdict: RuleVerdict, feed: RuleFeed, sortKey: Timestamp) -> RuleOutcome.Hit? {
        var places: [Place] = []
        for rule in verdict.counted {
            guard let cap = rules.cap(ofRule: rule) else { continue }
            let day = cap.per == .day ? sortKey.seconds.floored(to: RuleCondition.secondsPerDay) : nil
            let place = Place(rule: rule, feed: feed.address, day: day)
            guard taken[place, default: 0] < cap.entries else {
                let period = cap.per == .day ? "a day" : "in all"
                return RuleOutcome.Hit(
                    rule: rule, name: rules.name(ofRule: rule), effect: .overCap,
                    reason: "more than \(cap.entries) \(period)")
            }
            places.append(place)
        }
        for place in places { taken[place, default: 0] += 1 }
        return nil
    }
}

extension Int64 {
    /// How many whole units, counted down below zero.
    fileprivate func floored(to unit: Int64) -> Int64 { self >= 0 ? self / unit : (self - unit + 1) / unit }
}
