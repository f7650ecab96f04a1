/// Fetches many addresses at a time.
///
/// libcurl's multi interface on a thread of its own: the cooperative pool never waits for the network. Memory follows
/// the requests on their way, never the number asked for.
public final class Fetcher: Sendable {
    private let policy: FetchPolicy
    private let files: LocalFiles?
    private let source: ExchangeSource
    private let clock: FetchClock

    /// `files` answers addresses without a scheme, relative to a site; without it, they are malformed.
    public convenience init(policy: FetchPolicy, files: LocalFiles? = nil, source: ExchangeSource = .network) {
        self.init(policy: policy, files: files, source: source, clock: .continuous)
    }

    init(policy: FetchPolicy, files: LocalFiles? = nil, source: ExchangeSource = .network, clock: FetchClock) {
        var policy = policy
        policy.maxConcurrent = max(1, policy.maxConcurrent)
        // What is replayed burdens nobody.
        if case .replay = source { policy.minHostGap = 0 }
        self.policy = policy
        self.files = files
        self.source = source
        self.clock = clock
    }

    /// Seconds for which a host is left alone between two requests.
    var minHostGap: Double { policy.minHostGap }

    /// One result for each request, in the order in which they are done. Fetching begins with the first iteration and
    /// ends with it; a reader that is slow slows it down.
    public func results(for requests: [FetchRequest]) -> FetchResults {
        FetchResults(requests: requests, policy: policy, files: files, source: source, clock: clock)
    }
}
