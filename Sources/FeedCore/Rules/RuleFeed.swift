/// What rules have to know of the feed that an entry stands in; made once for all its entries.
struct RuleFeed: Sendable, Equatable {
    /// Empty for the site's own articles.
    var address = ""
    var title = ""
    var language: String?
    /// Those that its subscription names.
    var rules: Set<String> = []
}
