/// Which hosts have asked to be left alone during this run.
struct HostRefusals {
    /// By the gate's number: the response that said so.
    private var refused: [Int: FetchResponse] = [:]
    private var forbidden: [Int: Int] = [:]

    /// So many times 403 in a row mean what 429 says; one alone is about one address.
    private static let patienceWith403 = 3

    /// Takes note of a response of the host.
    mutating func note(_ response: FetchResponse, host: Int) {
        forbidden[host] = response.status == 403 ? forbidden[host, default: 0] + 1 : nil
        let asksForRest = response.status == 429 || response.status == 503 && response.retryAfter != nil
        if asksForRest || forbidden[host, default: 0] >= Self.patienceWith403 { refused[host] = response }
    }

    /// The response after which the host is asked no more.
    func refusal(of host: Int) -> FetchResponse? { refused[host] }
}
