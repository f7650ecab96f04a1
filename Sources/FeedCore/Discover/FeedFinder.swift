/// Finds the feeds of an address: itself, if it is one, else those of its page, else where such servers have them.
///
/// Nothing counts that was not fetched and parsed.
struct FeedFinder: Sendable {
    let fetcher: Fetcher
    /// Adds the credentials that are kept for a request's address.
    var authorize: @Sendable (inout FetchRequest) -> Void = { _ in }

    /// - Parameter isPrivate: whether the address's own origin may lie in a private network.
    func find(_ address: String, isPrivate: Bool) async throws(DiscoveryError) -> [FoundFeed] {
        let origin = isPrivate ? (try? WebAddress(address))?.origin : nil
        let platform = Discovery.candidates(at: address)
        let known = await verified(platform, privateOrigin: origin)
        guard known.isEmpty else { return known }
        if !platform.isEmpty { await fetcher.rest() }

        let (place, linked): (String, [Candidate])
        switch try await look(at: address, privateOrigin: origin) {
        case .feed(let feed): return [feed]
        case .page(let url, let candidates): (place, linked) = (url, candidates)
        }
        await fetcher.rest()
        let declared = await verified(linked, privateOrigin: origin)
        guard declared.isEmpty else { return declared }
        let guesses = Discovery.guesses(at: place)
        // One after the other: the first that is a feed will do.
        for guess in guesses {
            await fetcher.rest()
            let guessed = await verified([guess], privateOrigin: origin)
            guard guessed.isEmpty else { return guessed }
        }
        let asked = Set((linked + guesses).map(\.address)).count
        throw DiscoveryError(
            .noFeed,
            "\(Printable.text(address)): no feed there, and none at \(asked) other places where it might be; "
                + "look on the page for a link to its feed and give that")
    }
}

extension FeedFinder {
    private enum Sight {
        case feed(FoundFeed)
        /// Where it was retrieved, and what it links to.
        case page(url: String, [Candidate])
    }

    /// - Parameter hops: how many pages in a row may send browsers on to another.
    private func look(
        at address: String, privateOrigin: String?, hops: Int = maxRefreshes
    ) async throws(DiscoveryError) -> Sight {
        switch await result(of: request(0, address, privateOrigin)) {
        case .failed(let error):
            // A server that refuses its page to programs may still hand out its feed.
            guard case .httpStatus(let status) = error.kind, ![401, 429].contains(status) else {
                throw DiscoveryError(error)
            }
            return .page(url: error.response.finalURL, [])
        case .notModified(let response):
            return .page(url: response.finalURL, [])
        case .document(let document):
            if let feed = feed(in: document, askedFor: address, title: nil) { return .feed(feed) }
            let url = document.response.finalURL
            let candidates = Discovery.candidates(in: document.bytes, at: url, header: document.response.link)
            guard candidates.isEmpty, hops > 0, let target = Discovery.refreshTarget(in: document.bytes, at: url) else {
                return .page(url: url, candidates)
            }
            await fetcher.rest()
            return try await look(at: target, privateOrigin: privateOrigin, hops: hops - 1)
        }
    }

    /// - Parameter privateOrigin: may be asked although it lies in a private network.
    private func request(_ id: Int, _ address: String, _ privateOrigin: String?) -> FetchRequest {
        let isPrivate = privateOrigin != nil && (try? WebAddress(address))?.origin == privateOrigin
        var request = FetchRequest(id: id, url: address, allowPrivate: isPrivate)
        authorize(&request)
        return request
    }

    /// The candidates that are feeds, in their order, each feed once.
    private func verified(_ candidates: [Candidate], privateOrigin: String?) async -> [FoundFeed] {
        let requests = candidates.prefix(Self.maxCandidates).enumerated().map { number, candidate in
            request(number, candidate.address, privateOrigin)
        }
        var found: [Int: FoundFeed] = [:]
        for await result in fetcher.results(for: requests) {
            guard case .document(let document) = result.outcome else { continue }
            let candidate = candidates[result.id]
            found[result.id] = feed(in: document, askedFor: candidate.address, title: candidate.title)
        }
        var known: Set<String> = []
        return found.sorted { $0.key < $1.key }.map(\.value).filter { known.insert($0.address).inserted }
    }

    private func feed(in document: FetchResult.Document, askedFor address: String, title: String?) -> FoundFeed? {
        guard let parsed = try? FeedParser.parse(document.bytes, context: DocumentContext(document.response)) else {
            return nil
        }
        return FoundFeed(parsed, document.response, askedFor: address, title: title)
    }

    private func result(of request: FetchRequest) async -> FetchResult.Outcome {
        for await result in fetcher.results(for: [request]) { return result.outcome }
        return .failed(FetchError(.connect, request.url, "was not asked; try again"))
    }

    /// A page that links to more feeds than anybody offers is no reason to ask a hundred servers.
    private static let maxCandidates = 16
    private static let maxRefreshes = 3
}
