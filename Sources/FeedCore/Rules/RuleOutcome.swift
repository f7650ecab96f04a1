/// What the rules make of an entry, with a reason for everything.
struct RuleOutcome: Sendable, Equatable {
    /// As it is to be published.
    var entry: Entry
    /// In the order of the rules.
    var hits: [Hit] = []
    /// Whether it is not to be published at all.
    var isDropped = false
    /// The name of the story it belongs to.
    var story: String?

    /// A rule that did something to the entry, or could not tell whether to.
    struct Hit: Sendable, Equatable {
        /// Its place in the set.
        let rule: Int
        let name: String
        let effect: Effect
        /// What in the entry brought it about.
        let reason: String
    }

    /// The names are those that `why` and `rules test` print.
    enum Effect: String, Sendable, Equatable, CaseIterable, Encodable {
        /// Left out by `drop`.
        case dropped
        /// Left out because it is not what `keep` keeps.
        case notKept
        case tagged
        case categorized
        case retitled
        case stripped
        case storied
        /// One of those that `cap` counts; `RuleQuotas` tells whether it is one too many.
        case counted
        /// Left out by `cap`.
        case overCap
        /// A regular expression came to its limits; the rule left the entry as it was.
        case gaveUp
    }
}
