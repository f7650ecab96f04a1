/// Looks on the sites of lost feeds for where they are now: one page and a few candidates each, all at a time.
struct Rediscovery {
    let fetcher: Fetcher
    let store: any Store
    private let secrets: SecretsIndex
    private let subscriptions: [String: Subscription]
    private let followed: Set<String>

    init(fetcher: Fetcher, store: any Store, site: Site) {
        self.fetcher = fetcher
        self.store = store
        secrets = SecretsIndex(of: site)
        let subscriptions = site.subscriptions
        self.subscriptions = Dictionary(subscriptions.map { ($0.address, $0) }) { first, _ in first }
        followed = Set(subscriptions.map(\.key))
    }

    /// Addresses that are feeds, by what they may stand in for.
    func suggestions(for lost: [LostFeed]) async throws(StoreError) -> [FeedRecord.ID: String] {
        let wishes = await candidates(for: lost)
        guard !wishes.isEmpty else { return [:] }
        var found: [FeedRecord.ID: (rank: Int, address: String)] = [:]
        let (requests, wishers) = requests(for: wishes)
        await fetcher.rest()
        for await result in fetcher.results(for: requests) {
            guard case .document(let document) = result.outcome,
                let parsed = try? FeedParser.parse(document.bytes, context: DocumentContext(document.response))
            else { continue }
            for index in wishers[result.id] {
                let feed = wishes[index].feed
                // The feed itself is better than any other, then the page's own order counts.
                let rank = try isSame(parsed, as: feed) ? -1 : index
                if let best = found[feed.id], best.rank <= rank { continue }
                found[feed.id] = (rank, document.response.permanentURL ?? wishes[index].address)
            }
        }
        return found.mapValues(\.address)
    }
}

extension Rediscovery {
    /// What is to be fetched, and for which feed.
    private typealias Wish = (feed: FeedRecord, address: String)

    /// A few for each feed: from the page that came in its place, else from its site's.
    private func candidates(for lost: [LostFeed]) async -> [Wish] {
        var found = lost.map(\.candidates)
        let visits = lost.indices.compactMap { index in
            found[index].isEmpty ? home(of: lost[index].feed).map { (index, wish: (lost[index].feed, $0)) } : nil
        }
        let (requests, wishers) = requests(for: visits.map(\.wish))
        if !requests.isEmpty { await fetcher.rest() }
        for await result in fetcher.results(for: requests) {
            guard case .document(let document) = result.outcome else { continue }
            let links = Discovery.candidates(
                in: document.bytes, at: document.response.finalURL, header: document.response.link)
            for visit in wishers[result.id] { found[visits[visit].0] = links }
        }
        return zip(lost, found).flatMap { lost, candidates in
            let others = candidates.filter { !followed.contains(Subscription(position: 0, url: $0.address).key) }
            return others.prefix(Self.candidatesPerFeed).map { (lost.feed, $0.address) }
        }
    }

    /// The page of the feed, else the top of its site.
    private func home(of feed: FeedRecord) -> String? {
        subscriptions[feed.address]?.htmlURL ?? feed.metadata.link ?? origin(of: feed.address).map { "\($0)/" }
    }

    /// One request for each address, though many feeds of one site are lost, and the numbers of the wishes it answers.
    private func requests(for wishes: [Wish]) -> (requests: [FetchRequest], wishers: [[Int]]) {
        var known: [String: Int] = [:]
        var requests: [FetchRequest] = []
        var wishers: [[Int]] = []
        for (index, wish) in wishes.enumerated() {
            // A page names what it likes: only the feed's own origin may be as private as the feed.
            let isPrivate =
                subscriptions[wish.feed.address]?.isPrivate == true
                && origin(of: wish.address) == origin(of: wish.feed.address)
            let key = "\(isPrivate) \(wish.address)"
            if let number = known[key] {
                wishers[number].append(index)
            } else {
                known[key] = requests.count
                var request = FetchRequest(id: requests.count, url: wish.address, allowPrivate: isPrivate)
                secrets.complete(&request)
                requests.append(request)
                wishers.append([index])
            }
        }
        return (requests, wishers)
    }

    private func origin(of address: String) -> String? { (try? WebAddress(address))?.origin }

    private func isSame(_ parsed: ParsedFeed, as feed: FeedRecord) throws(StoreError) -> Bool {
        if parsed.feed.id != nil, parsed.feed.id == feed.metadata.id { return true }
        let known = try store.knownEntries(of: feed.id)
        return EntryID.derive(for: parsed.entries).contains { known[EntryKey($0)] != nil }
    }

    private static let candidatesPerFeed = 3
}
