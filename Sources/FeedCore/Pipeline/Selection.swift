/// What a publication consists of: chosen, but not yet read from the store.
struct Selection: Sendable {
    let river: River
    /// What stands in the current document.
    let window: [StoredEntry]
    /// What has left it; nothing if the site keeps no archives.
    let archives: Archives

    init(of site: Site, from store: any Store) throws(StoreError) {
        let publish = site.configuration.publish
        river = River(
            try store.entries(), feeds: try store.feeds(), folds: site.configuration.merge.duplicates == .collapse,
            keepsRetired: publish.archives)
        window = river.window(limit: publish.entries, perFeed: publish.entriesPerFeed)
        archives = publish.archives ? Archives(river.entries, window: window) : Archives([], window: [])
    }

    /// The chosen entries with their texts, for the writers.
    func read(_ entries: [StoredEntry], from store: any Store) throws(StoreError) -> [RiverEntry] {
        try river.read(entries, from: store)
    }
}
