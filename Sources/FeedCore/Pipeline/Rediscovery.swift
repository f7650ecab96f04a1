/// Looks on the sites of lost feeds for where they are now: one page and a few candidates each, all at a time.
struct Rediscovery {
    let fetcher: Fetcher
    let store: any Store
    private let subscriptions: [String: Subscription]
    private let followed: Set<String>

    init(fetcher: Fetcher, store: any Store, subscriptions: [Subscription]) {
        self.fetcher = fetcher
        self.store = store
        self.subscriptions = Dictionary(subscriptions.map { ($0.address, $0) }) { first, _ in first }
        followed = Set(subscriptions.map(\.key))
    }

    /// Addresses that are feeds, by what they may stand in for.
    func suggestions(for lost: [LostFeed]) async throws(StoreError) -> [FeedRecord.ID: String] {
        guard !lost.isEmpty else { return [:] }
        let candidates = await candidates(for: lost)
        let requests = candidates.enumerated().map { number, pair in
            request(number, pair.candidate.address, for: pair.feed)
        }
        var found: [FeedRecord.ID: (rank: Int, address: String)] = [:]
        await fetcher.rest()
        for await result in fetcher.results(for: requests) {
            guard case .document(let document) = result.outcome,
                let parsed = try? FeedParser.parse(document.bytes, context: DocumentContext(document.response))
            else { continue }
            let (feed, candidate) = candidates[result.id]
            // The feed itself is better than any other, then the page's own order counts.
            let rank = try isSame(parsed, as: feed) ? -1 : result.id
            if let best = found[feed.id], best.rank <= rank { continue }
            found[feed.id] = (rank, document.response.permanentURL ?? candidate.address)
        }
        return found.mapValues(\.address)
    }
}

extension Rediscovery {
    /// A few for each feed: from the page that came in its place, else from its site's.
    private func candidates(for lost: [LostFeed]) async -> [(feed: FeedRecord, candidate: Candidate)] {
        var found = lost.map(\.candidates)
        let requests = lost.indices.filter { found[$0].isEmpty }.compactMap { index in
            home(of: lost[index].feed).map { request(index, $0, for: lost[index].feed) }
        }
        if !requests.isEmpty { await fetcher.rest() }
        for await result in fetcher.results(for: requests) {
            guard case .document(let document) = result.outcome else { continue }
            found[result.id] = Discovery.candidates(in: document.bytes, at: document.response.finalURL)
        }
        return zip(lost, found).flatMap { lost, candidates in
            let others = candidates.filter { !followed.contains(Subscription(position: 0, url: $0.address).key) }
            return others.prefix(Self.candidatesPerFeed).map { (lost.feed, $0) }
        }
    }

    /// The page of the feed, else the top of its site.
    private func home(of feed: FeedRecord) -> String? {
        subscriptions[feed.address]?.htmlURL ?? feed.metadata.link ?? origin(of: feed.address).map { "\($0)/" }
    }

    /// A page names what it likes: only the feed's own origin may be as private as the feed.
    private func request(_ number: Int, _ address: String, for feed: FeedRecord) -> FetchRequest {
        let isPrivate = subscriptions[feed.address]?.isPrivate == true
        return FetchRequest(
            id: number, url: address, allowPrivate: isPrivate && origin(of: address) == origin(of: feed.address))
    }

    private func origin(of address: String) -> String? { (try? WebAddress(address))?.origin }

    private func isSame(_ parsed: ParsedFeed, as feed: FeedRecord) throws(StoreError) -> Bool {
        if parsed.feed.id != nil, parsed.feed.id == feed.metadata.id { return true }
        let known = try store.knownEntries(of: feed.id)
        return parsed.entries.contains { known[EntryKey(EntryID.derive(for: $0))] != nil }
    }

    private static let candidatesPerFeed = 3
}
