/// What a publication consists of: chosen, but not yet read from the store.
struct Selection: Sendable {
    let river: River
    let verdicts: RuleVerdicts
    /// What stands in the current document.
    let window: [StoredEntry]
    /// What has left it; nothing if the site keeps no archives.
    let archives: Archives

    init(of site: Site, from store: any Store) throws(StoreError) {
        let publish = site.configuration.publish
        let feeds = try store.feeds()
        var inventory = try store.inventory()
        verdicts = RuleVerdicts(site, feeds: feeds, entries: inventory.entries)
        let entries = try verdicts.kept(
            River.inOrder(inventory.entries, keepsRetired: publish.archives), in: store)
        let folds = site.configuration.merge.duplicates == .collapse
        let candidates = folds ? River.candidates(entries, inventory.facets, feeds) : []
        // The merge has its own copy, and needs the memory.
        inventory = Inventory()
        river = River(entries, candidates: candidates, feeds: feeds)
        window = river.window(limit: publish.entries, perFeed: publish.entriesPerFeed)
        archives = publish.archives ? Archives(river.entries, window: window) : Archives([], window: [])
    }

    /// The chosen entries with their texts, for the writers.
    func read(_ entries: [StoredEntry], from store: any Store) throws(StoreError) -> [RiverEntry] {
        try river.read(entries, from: store, edit: verdicts.edited)
    }
}
