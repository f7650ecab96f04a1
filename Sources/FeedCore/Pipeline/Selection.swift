/// What a publication consists of: chosen, but not yet read from the store.
struct Selection: Sendable {
    let river: River
    let verdicts: RuleVerdicts
    /// What the rules had to decide for it.
    let decided: [StoredEntry.ID: StoredVerdict]
    /// What stands in the current document.
    let window: [StoredEntry]
    /// What has left it; nothing if the site keeps no archives.
    let archives: Archives
    /// Those that each view chooses.
    private let viewed: [Set<StoredEntry.ID>]

    init(of site: Site, from store: any Store) throws(StoreError) {
        let publish = site.configuration.publish
        let feeds = try store.feeds()
        var inventory = try store.inventory()
        verdicts = RuleVerdicts(site, feeds: feeds, entries: inventory.entries.joined())
        let choice = try verdicts.choice(
            of: River.inOrder(inventory.entries, keepsRetired: publish.archives), in: store)
        decided = choice.decided
        viewed = choice.viewed
        let deleted = inventory.entries.joined().filter { $0.withheld == .deleted }
        // From here on what is kept stands for them, and the merge needs the memory.
        inventory.entries = []
        let entries = deleted.isEmpty ? choice.kept : (choice.kept + deleted).sorted { $0.sortKey > $1.sortKey }
        let candidates = River.candidates(entries, inventory.facets, feeds)
        inventory.facets = []
        river = River(
            choice.kept, deleted: deleted, candidates: candidates, feeds: feeds,
            folds: site.configuration.merge.duplicates == .collapse,
            storyScheme: site.configuration.merge.stories ? TagURI(site: site.configuration.link).story : nil)
        window = river.window(limit: publish.entries, perFeed: publish.entriesPerFeed)
        archives = publish.archives ? Archives(river.entries, window: window) : Archives([], window: [])
    }

    /// The newest entries of a view.
    ///
    /// - Parameter number: its place in the site's list.
    func view(_ number: Int, limit: Int = .max) -> [StoredEntry] {
        Array(river.entries.lazy.filter { viewed[number].contains($0.id) }.prefix(limit))
    }

    /// The chosen entries with their texts, for the writers.
    func read(_ entries: [StoredEntry], from store: any Store) throws(StoreError) -> [RiverEntry] {
        try river.read(entries, from: store, edit: verdicts.edited)
    }
}
