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
        let candidates = River.inOrder(inventory.entries, keepsRetired: publish.archives)
        // The merge takes the memory that the site can spare.
        inventory.entries = []
        river = River(
            try verdicts.kept(candidates, in: store),
            facets: site.configuration.merge.duplicates == .collapse ? inventory.facets : nil, feeds: feeds)
        window = river.window(limit: publish.entries, perFeed: publish.entriesPerFeed)
        archives = publish.archives ? Archives(river.entries, window: window) : Archives([], window: [])
    }

    /// The chosen entries with their texts, for the writers.
    func read(_ entries: [StoredEntry], from store: any Store) throws(StoreError) -> [RiverEntry] {
        try river.read(entries, from: store, edit: verdicts.edited)
    }
}
