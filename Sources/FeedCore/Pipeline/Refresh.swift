import Foundation

/// Fetch what is due, merge it with the site's articles, publish: the map of the whole program.
public final class Refresh: Sendable {
    private let site: Site
    private let options: Options
    private let store: any Store
    private let ingest: Ingest
    /// Held until the refresh is over.
    private let lock: SiteLock

    public struct Options: Sendable {
        /// Also check feeds that are not due.
        public var force = false
        /// Publish even if half of the entries are gone.
        public var allowShrink = false
        /// The name and version of the program.
        public var program: Generator
        public var now: @Sendable () -> Timestamp
        public var progress: @Sendable (RefreshProgress) -> Void = { _ in }

        public init(program: Generator, now: @escaping @Sendable () -> Timestamp) {
            self.program = program
            self.now = now
        }
    }

    /// Locks the site and opens its store.
    public init(_ site: Site, options: Options) throws(RefreshError) {
        self.site = site
        self.options = options
        lock = try SiteLock(of: site)
        store = try SiteStore.open(site)
        ingest = Ingest(
            store: store, normalizers: FeedNormalizers(site), schedule: Schedule(site.configuration.schedule),
            backfill: site.configuration.merge.backfill)
    }

    /// - Returns: what was done; feeds that failed are in it.
    /// - Throws: if nothing could be published; the last good files are kept then.
    public func run() async throws(RefreshError) -> Report {
        let began = ContinuousClock.now
        var report = Report()
        let assets: [ArticleAsset]
        do throws(StoreError) {
            let feeds = try store.follow(site.subscriptions.map(\.address))
            try await check(feeds, into: &report)
            assets = try readArticles(feeds, into: &report)
        } catch {
            throw RefreshError(error)
        }
        let publication = try Publication(
            site: site, store: store, program: options.program, assets: assets, allowsShrink: options.allowShrink
        ).publish()
        report.published = publication.entries
        report.replacedFiles = publication.replacedFiles
        report.seconds = (ContinuousClock.now - began) / .seconds(1)
        return report
    }

    /// Whether a feed is to be looked at now.
    static func isDue(_ feed: FeedRecord, at now: Timestamp) -> Bool {
        feed.relocation.retiredAt == nil && feed.nextCheck.map { $0 <= now } ?? true
    }
}

extension Refresh {
    /// Fetches and takes up all feeds that are due.
    private func check(_ feeds: [FeedRecord], into report: inout Report) async throws(StoreError) {
        let now = options.now()
        let subscribed = feeds.filter { $0.address != FeedRecord.articles }
        let due = subscribed.filter { options.force || Self.isDue($0, at: now) }
        report.feeds = subscribed.count
        report.notDue = subscribed.count - due.count

        let fetcher = Fetcher(site, program: options.program)
        var intake = Intake(
            store: store, total: due.count, remote: due.count { Address($0.address).scheme != nil },
            progress: options.progress)
        var whereabouts = Whereabouts()
        await withTaskGroup(of: FeedCheck.self) { group in
            var running = 0
            for await result in fetcher.results(for: requests(for: due, at: now)) {
                let feed = due[result.id]
                // As many documents at work as there are cores: memory follows the bodies in flight.
                if running == ProcessInfo.processInfo.activeProcessorCount, let check = await group.next() {
                    running -= 1
                    intake.take(check.outcome)
                    whereabouts.note(check)
                }
                running += 1
                group.addTask { [ingest, options] in
                    let now = options.now()
                    return FeedCheck(ingest.outcome(of: result, feed: feed, now: now), result, of: feed, now: now)
                }
            }
            for await check in group {
                intake.take(check.outcome)
                whereabouts.note(check)
            }
        }
        try intake.finish()
        try await settle(whereabouts, with: fetcher)
        report.add(intake)
    }

    private func requests(for due: [FeedRecord], at now: Timestamp) -> [FetchRequest] {
        let mayBePrivate = Set(site.subscriptions.filter(\.isPrivate).map(\.address))
        return due.enumerated().map { number, feed in
            FetchRequest(
                id: number, url: feed.address,
                validators: Freshness.validators(feed.validators, lastWhole: feed.wholeAt, now: now),
                allowPrivate: mayBePrivate.contains(feed.address))
        }
    }

    /// Keeps what the checks said of where feeds are, and looks for those that are lost.
    private func settle(_ whereabouts: Whereabouts, with fetcher: Fetcher) async throws(StoreError) {
        var relocations = whereabouts.relocations
        guard !relocations.isEmpty || !whereabouts.lost.isEmpty else { return }
        let search = Rediscovery(fetcher: fetcher, store: store, subscriptions: site.subscriptions)
        let found = try await search.suggestions(for: whereabouts.lost)
        for feed in whereabouts.lost.map(\.feed) {
            var relocation = relocations[feed.id] ?? feed.relocation
            relocation.searchedAt = options.now()
            relocation.suggestion = found[feed.id] ?? relocation.suggestion
            relocations[feed.id] = relocation
        }
        try store.relocate(relocations)
    }

    /// Takes up the articles whose time has come.
    ///
    /// - Returns: the files that are to be published with them.
    private func readArticles(
        _ feeds: [FeedRecord], into report: inout Report
    ) throws(StoreError) -> [ArticleAsset] {
        guard let record = feeds.first(where: { $0.address == FeedRecord.articles }) else { return [] }
        let now = options.now()
        let known = try store.knownArticles()
        let folder = ArticleFolder.read(
            site.seedsDirectory, link: site.configuration.link, known: known, now: now)
        // Before the entries: should these be lost, the next run brings them again, under the same ids.
        try store.remember(folder.remembered.filter { !known.contains($0) })
        let due = folder.articles.filter { $0.isDue(at: now) }
        report.articles = due.count
        report.articleProblems = folder.problems.map(\.message)
        if let update = try ingest.articles(due.map(\.entry), kept: folder.unreadable, of: record, now: now) {
            try store.commit([update.update])
            report.newEntries += update.new
            report.updatedEntries += update.rewritten
            report.removed += update.removed
        }
        return folder.assets(at: now)
    }
}
