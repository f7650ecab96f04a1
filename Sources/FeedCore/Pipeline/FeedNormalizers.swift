/// How the entries of each feed are normalized: as the site says, but for subscriptions that say otherwise.
struct FeedNormalizers: Sendable {
    private let common: Normalizer
    /// By the feed's address.
    private let own: [String: Normalizer]

    init(_ site: Site) {
        func normalizer(_ trackers: TrackerPolicy) -> Normalizer {
            var options = Sanitizer.Options(
                removesTrackers: trackers == .strip, embeddedPlayers: Set(site.configuration.merge.players))
            // Rules may go by them, those of tomorrow as well; they go when an entry is published.
            options.keepsClasses = true
            return Normalizer(options, for: .publish)
        }
        common = normalizer(site.configuration.merge.trackers)
        let own = site.subscriptions.compactMap { feed in feed.trackers.map { (feed.address, normalizer($0)) } }
        self.own = Dictionary(own) { first, _ in first }
    }

    subscript(feed: FeedRecord) -> Normalizer { own[feed.address] ?? common }
}
