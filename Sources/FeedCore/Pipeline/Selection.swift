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

    init(of site: Site, from store: any Store) throws(StoreError) {
        let publish = site.configuration.publish
        let feeds = try store.feeds()
        let stored = try store.entries()
        verdicts = RuleVerdicts(site, feeds: feeds, entries: stored)
        let candidates = River.inOrder(stored, of: feeds, keepsRetired: publish.archives)
        let choice = try verdicts.choice(of: candidates, in: store)
        decided = choice.decided
        river = River(
            choice.kept, deleted: stored.filter { $0.withheld == .deleted }, feeds: feeds,
            folds: site.configuration.merge.duplicates == .collapse,
            storyScheme: site.configuration.merge.stories ? TagURI(site: site.configuration.link).story : nil)
        window = river.window(limit: publish.entries, perFeed: publish.entriesPerFeed)
        archives = publish.archives ? Archives(river.entries, window: window) : Archives([], window: [])
    }

    /// The chosen entries with their texts, for the writers.
    func read(_ entries: [StoredEntry], from store: any Store) throws(StoreError) -> [RiverEntry] {
        try river.read(entries, from: store, edit: verdicts.edited)
    }
}
