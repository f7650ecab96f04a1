/// What the checks of a refresh said of where feeds are.
struct Whereabouts {
    /// Those that changed.
    private(set) var relocations: [FeedRecord.ID: Relocation] = [:]
    private(set) var lost: [LostFeed] = []

    mutating func note(_ check: FeedCheck) {
        if check.relocation != check.feed.relocation { relocations[check.feed.id] = check.relocation }
        if let feed = check.lost { lost.append(feed) }
    }
}
