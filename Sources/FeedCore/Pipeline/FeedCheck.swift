/// One check of a feed: what came of it, and what it says of where the feed is.
struct FeedCheck: Sendable {
    let feed: FeedRecord
    /// Of the feed among those that were due.
    let number: Int
    let response: FetchResponse
    let outcome: Ingest.Outcome
    let relocation: Relocation
    /// Not there, or a page in its place: worth a search of its site.
    let lost: LostFeed?

    /// - Parameter now: the moment the fetch ended.
    init(_ outcome: Ingest.Outcome, _ result: FetchResult, of feed: FeedRecord, now: Timestamp) {
        self.feed = feed
        self.outcome = outcome
        number = result.id
        response = result.response
        relocation = feed.relocation.after(outcome, result, of: feed, now: now)
        lost = LostFeed(feed, outcome, result, now: now)
    }
}

/// A feed whose address leads to none any more.
struct LostFeed: Sendable {
    let feed: FeedRecord
    /// What the page that came in its place links to.
    let candidates: [Candidate]

    /// Nil if the feed is not lost, or its site was searched within the last day.
    init?(_ feed: FeedRecord, _ outcome: Ingest.Outcome, _ result: FetchResult, now: Timestamp) {
        guard case .failed(_, let error) = outcome, Address(feed.address).scheme != nil else { return nil }
        if let last = feed.relocation.searchedAt, now < last.adding(Self.searchEvery) { return nil }
        switch result.outcome {
        case .document(let document) where error.stage == .parse:
            candidates = Discovery.candidates(
                in: document.bytes, at: document.response.finalURL, header: document.response.link)
        case .failed(let error) where error.kind == .httpStatus(404):
            candidates = []
        default:
            return nil
        }
        self.feed = feed
    }

    private static let searchEvery = 86_400
}

extension Relocation {
    /// What is known after one more check.
    fileprivate func after(
        _ outcome: Ingest.Outcome, _ result: FetchResult, of feed: FeedRecord, now: Timestamp
    ) -> Relocation {
        var next = self
        let isSameFeed: Bool
        switch (outcome, result.outcome) {
        case (.failed, .failed(let error)):
            if error.kind == .httpStatus(410), error.response.isPermanent { next.retiredAt = retiredAt ?? now }
            return next
        case (.failed, _), (.postponed, _): return next
        case (.changed(let change), _): isSameFeed = change.isSameFeed
        // What the target says has not changed was seen there before.
        case (.unchanged, .notModified(let response)): isSameFeed = response.permanentURL == redirect
        case (.unchanged, _): isSameFeed = true
        }
        (next.suggestion, next.retiredAt) = (nil, nil)
        (next.redirect, next.runs) = (nil, 0)
        if isSameFeed, let target = result.response.permanentURL, result.response.isPermanent, feed.mayMove(to: target)
        {
            next.redirect = target
            next.runs = target == redirect ? min(runs + 1, Self.neededRuns) : 1
        }
        return next
    }
}

extension FetchResponse {
    /// Whether all redirects on the way were permanent (301, 308).
    fileprivate var isPermanent: Bool { hops.dropLast().allSatisfy { [301, 308].contains($0.status) } }
}

extension FeedRecord {
    /// Credentials in an address are for its server, and a redirect does not say whether they are for the next.
    fileprivate func mayMove(to target: String) -> Bool {
        Address(address).authority?.contains("@") != true
            && Subscription(position: 0, url: target).key != Subscription(position: 0, url: address).key
    }
}
