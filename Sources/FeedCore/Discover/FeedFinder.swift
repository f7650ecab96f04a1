/// Finds the feeds of an address: itself, if it is one, else those of its page, else where such servers have them.
///
/// Nothing counts that was not fetched and parsed.
struct FeedFinder: Sendable {
    let fetcher: Fetcher

    /// - Parameter isPrivate: whether the address's own origin may lie in a private network.
    func find(_ address: String, isPrivate: Bool) async throws(DiscoveryError) -> [FoundFeed] {
        let origin = isPrivate ? (try? WebAddress(address))?.origin : nil
        let known = await verified(Discovery.candidates(at: address), privateOrigin: origin)
        if !known.isEmpty { return known }

        let (response, candidates): (FetchResponse, [Candidate])
        switch await result(of: FetchRequest(id: 0, url: address, allowPrivate: isPrivate)) {
        case .failed(let error):
            // A server that refuses its page to programs may still hand out its feed.
            guard case .httpStatus(let status) = error.kind, ![401, 429].contains(status) else {
                throw DiscoveryError(error)
            }
            (response, candidates) = (error.response, [])
        case .notModified(let answer):
            (response, candidates) = (answer, [])
        case .document(let document):
            if let parsed = try? FeedParser.parse(document.bytes, context: DocumentContext(document.response)) {
                return [FoundFeed(parsed, document.response, askedFor: address, title: nil)]
            }
            let place = document.response.finalURL
            (response, candidates) = (document.response, Discovery.candidates(in: document.bytes, at: place))
        }
        let linked = await verified(candidates, privateOrigin: origin)
        if !linked.isEmpty { return linked }
        let guesses = Discovery.guesses(at: response.finalURL)
        let guessed = await verified(guesses, privateOrigin: origin, isFirstEnough: true)
        guard guessed.isEmpty else { return guessed }
        let asked = Set((candidates + guesses).map(\.address)).count
        throw DiscoveryError(
            .noFeed,
            "\(Printable.text(address)): no feed there, and none at \(asked) other places where it might be; "
                + "look on the page for a link to its feed and give that")
    }

    /// The candidates that are feeds, in their order, each feed once.
    ///
    /// - Parameter privateOrigin: may be asked although it lies in a private network.
    func verified(
        _ candidates: [Candidate], privateOrigin: String?, isFirstEnough: Bool = false
    ) async -> [FoundFeed] {
        let requests = candidates.prefix(Self.maxCandidates).enumerated().map { number, candidate in
            let isPrivate = privateOrigin != nil && (try? WebAddress(candidate.address))?.origin == privateOrigin
            return FetchRequest(id: number, url: candidate.address, allowPrivate: isPrivate)
        }
        var found: [Int: FoundFeed] = [:]
        for await result in fetcher.results(for: requests) {
            guard case .document(let document) = result.outcome,
                let parsed = try? FeedParser.parse(document.bytes, context: DocumentContext(document.response))
            else { continue }
            let candidate = candidates[result.id]
            found[result.id] = FoundFeed(
                parsed, document.response, askedFor: candidate.address, title: candidate.title)
            if isFirstEnough { break }
        }
        var known: Set<String> = []
        return found.sorted { $0.key < $1.key }.map(\.value).filter { known.insert($0.address).inserted }
    }

    private func result(of request: FetchRequest) async -> FetchResult.Outcome {
        for await result in fetcher.results(for: [request]) { return result.outcome }
        return .failed(FetchError(.connect, request.url, "was not asked; try again"))
    }

    /// A page that links to more feeds than anybody offers is no reason to ask a hundred servers.
    private static let maxCandidates = 16
}
