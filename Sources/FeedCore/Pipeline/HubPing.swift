/// Tells a site's hub what is new.
struct HubPing {
    let hub: String
    let fetcher: Fetcher
    let store: any Store

    /// - Parameter topics: addresses of feeds that were published anew just now; what is still to be told is told too.
    /// - Returns: one line if the hub did not take it; it is told again later.
    func tell(_ topics: [String], now: Timestamp) async throws(StoreError) -> String? {
        var notice = try store.hubNotice() ?? HubNotice(topics: [])
        notice.topics += topics.filter { !notice.topics.contains($0) }
        guard !notice.topics.isEmpty, notice.isDue(at: now) else {
            if !topics.isEmpty { try store.keep(notice) }
            return nil
        }
        // Kept first: whoever is killed in between tells it again.
        try store.keep(notice)
        var request = FetchRequest(id: 0, url: hub)
        request.form = notice.form
        for await result in fetcher.results(for: [request]) {
            if case .failed(let error) = result.outcome, !error.isAccepted {
                try store.keep(notice.postponed(at: now))
                return "the hub was not told: \(error.message)"
            }
        }
        try store.keep(nil)
        return nil
    }
}

extension FetchError {
    /// Hubs answer 202 or 204, which are no documents.
    fileprivate var isAccepted: Bool {
        if case .httpStatus(let status) = kind { return (200..<300).contains(status) }
        return false
    }
}
