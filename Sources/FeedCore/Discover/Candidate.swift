/// An address that may be a feed: to be fetched and parsed before anybody relies on it.
struct Candidate: Sendable, Equatable {
    let address: String
    /// What the page that links to it calls it.
    var title: String?
    let origin: Origin

    /// How it was found, the most reliable first.
    enum Origin: Sendable {
        /// The platform's own rule for the address or the page.
        case platform
        /// The page declares it: `link rel="alternate"`, `rel="feed"`.
        case declared
        /// An anchor of the page that looks like it.
        case anchor
        /// Where such servers usually have one.
        case guess
    }
}
