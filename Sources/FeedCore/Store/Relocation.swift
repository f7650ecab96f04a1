/// What is known of a feed that is not, or not for long, where it is looked for.
struct Relocation: Sendable, Equatable {
    /// Where permanent redirects (301, 308) lead, as long as the same feed is there.
    var redirect: String?
    /// In how many runs in a row that was seen; not counted beyond what is needed.
    var runs = 0
    /// A feed that its site names in place of one that is lost. Nobody knows whether it is the same.
    var suggestion: String?
    /// When its site was last searched for it.
    var searchedAt: Timestamp?
    /// When its server said that it is gone for good (410).
    var retiredAt: Timestamp?

    /// A redirect counts as lasting when it was seen that often.
    static let neededRuns = 3

    /// Where the feed has moved for good.
    var target: String? { runs >= Self.neededRuns ? redirect : nil }
}
