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
        /// Where the servers' answers come from.
        public var source = ExchangeSource.network
        public var progress: @Sendable (RefreshProgress) -> Void = { _ in }
        /// Told of each check that is done.
        public var log: @Sendable (CheckRecord) -> Void = { _ in }

        public init(program: Generator, now: @escaping @Sendable () -> Timestamp) {
            self.program = program
            self.now = now
        }
    }

    /// Locks the site and opens its store.
    public init(_ site: Site, options: Options) throws(RefreshError) {
        self.site = site
        self.options = options.atTimeOfRecording
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
            let retention = site.configuration.retention
            try store.retire(
                goneBefore: options.now().adding(-retention.days * 86_400), perFeed: retention.entriesPerFeed,
                keepsTexts: site.configuration.publish.archives, now: options.now())
        } catch {
            throw RefreshError(error)
        }
        async let settled: Void = store.settle()
        let publishing = ContinuousClock.now
        let publication = try Publication(
            site: site, store: store, program: options.program, assets: assets, allowsShrink: options.allowShrink
        ).publish()
        await settled
        report.published = publication.entries
        report.replacedFiles = publication.replacedFiles
        report.publishSeconds = (ContinuousClock.now - publishing) / .seconds(1)
        report.hubProblem = try await tellHub(of: publication.replacedFiles)
        report.seconds = (ContinuousClock.now - began) / .seconds(1)
        return report
    }

    /// Which of the published feeds are new; a hub that does not answer costs no publication.
    private func tellHub(of files: [String]) async throws(RefreshError) -> String? {
        guard let hub = site.configuration.publish.hub else { return nil }
        let published = PublishedSite(site.configuration, program: options.program)
        let names = [PublishFormat.atom, .rss, .json].map(\.fileName)
        let topics = files.filter { file in
            !file.hasPrefix("archive/") && names.contains { file == $0 || file.hasSuffix("/" + $0) }
        }
        let fetcher = Fetcher(site, program: options.program, source: options.source)
        do throws(StoreError) {
            return try await HubPing(hub: hub, fetcher: fetcher, store: store)
                .tell(topics.map(published.address(of:)), now: options.now())
        } catch {
            throw RefreshError(error)
        }
    }

    /// Whether a feed is to be looked at now.
    static func isDue(_ feed: FeedRecord, at now: Timestamp) -> Bool {
        feed.relocation.retiredAt == nil && feed.nextCheck.map { $0 <= now } ?? true
    }
}

extension Refresh.Options {
    /// Undated entries are published with the time they were first seen at: a recording and its replay share one.
    fileprivate var atTimeOfRecording: Refresh.Options {
        var options = self
        switch source {
        case .network: break
        case .recording(let folder), .replay(let folder): options.now = { folder.began }
        }
        return options
    }
}

extension Refresh {
    /// Fetches and takes up all feeds that are due.
    private func check(_ feeds: [FeedRecord], into report: inout Report) async throws(StoreError) {
        let now = options.now()
        let subscribed = feeds.lazy.filter { $0.address != FeedRecord.articles }
        let due = Self.queue(subscribed.filter { [options] in options.force || Self.isDue($0, at: now) })
        report.feeds = subscribed.count
        report.notDue = report.feeds - due.count

        let fetcher = Fetcher(site, program: options.program, source: options.source)
        // As many documents as there are cores, and some that wait, because no new ones come while a batch is written:
        // memory follows their number. Asked once: Foundation reads four files to count the cores.
        let mostRunning = ProcessInfo.processInfo.activeProcessorCount * 4
        var intake = Intake(store: store, due: due, progress: options.progress)
        var whereabouts = Whereabouts()
        await withTaskGroup(of: FeedCheck.self) { group in
            var running = 0
            for await result in fetcher.results(for: requests(for: due, at: now)) {
                let feed = due[result.id]
                // Where there is nothing to parse, a task would cost more than the work.
                guard case .document = result.outcome else {
                    let check = self.check(of: feed, result, began: now)
                    intake.take(check)
                    whereabouts.note(check)
                    continue
                }
                if running == mostRunning, let check = await group.next() {
                    running -= 1
                    intake.take(check)
                    whereabouts.note(check)
                }
                running += 1
                group.addTask { self.check(of: feed, result, began: now) }
            }
            for await check in group {
                intake.take(check)
                whereabouts.note(check)
            }
        }
        try intake.finish()
        try await settle(whereabouts, with: fetcher)
        report.add(intake)
    }

    private func check(of feed: FeedRecord, _ result: FetchResult, began: Timestamp) -> FeedCheck {
        let ended = options.now()
        let outcome = ingest.outcome(of: result, feed: feed, began: began, now: ended)
        options.log(CheckRecord(feed, result.response, outcome))
        return FeedCheck(outcome, result, of: feed, now: ended)
    }

    /// Those that failed last time come last: a server that never answers keeps others waiting.
    private static func queue(_ feeds: some Sequence<FeedRecord>) -> [FeedRecord] {
        var (queue, failing): ([FeedRecord], [FeedRecord]) = ([], [])
        for feed in feeds {
            if feed.failures == 0 { queue.append(feed) } else { failing.append(feed) }
        }
        queue += failing
        return queue
    }

    private func requests(for due: [FeedRecord], at now: Timestamp) -> [FetchRequest] {
        let subscriptions = site.subscriptions
        let places = Dictionary(zip(subscriptions.lazy.map(\.address), subscriptions.indices)) { first, _ in first }
        let secrets = SecretsIndex(of: site)
        return due.enumerated().map { number, feed in
            let subscription = places[feed.address].map { subscriptions[$0] }
            var request = FetchRequest(
                id: number, url: feed.address,
                validators: Freshness.validators(feed.validators, lastWhole: feed.wholeAt, now: now),
                allowPrivate: subscription?.isPrivate ?? false)
            secrets.complete(&request)
            request.userInfo = subscription?.userInfo
            return request
        }
    }

    /// Keeps what the checks said of where feeds are, and looks for those that are lost.
    private func settle(_ whereabouts: Whereabouts, with fetcher: Fetcher) async throws(StoreError) {
        var relocations = whereabouts.relocations
        guard !relocations.isEmpty || !whereabouts.lost.isEmpty else { return }
        let search = Rediscovery(fetcher: fetcher, store: store, site: site)
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
