/// What a WebSub hub has to be told: which of the published feeds have something new (WebSub, section 7).
///
/// Kept until the hub has taken it, so that a hub that is down delays nothing and misses nothing.
struct HubNotice: Sendable, Equatable, Codable {
    /// The addresses of the feeds.
    var topics: [String]
    /// In a row.
    var failures = 0
    /// Not to be tried before this moment.
    var notBefore: Timestamp?

    func isDue(at now: Timestamp) -> Bool { notBefore.map { $0 <= now } ?? true }

    /// After one more failure: 5 minutes, 10, 20, … and at most a day.
    func postponed(at now: Timestamp) -> HubNotice {
        var notice = self
        notice.failures += 1
        let wait = Self.firstWait << min(failures, 16)
        notice.notBefore = now.adding(min(wait, Self.longestWait))
        return notice
    }

    /// Every topic in one request, as most hubs understand it.
    var form: String {
        (["hub.mode=publish"]
            + topics.map { "hub.url=\(PercentEncoding.encoded($0, except: PercentEncoding.unreserved))" }).joined(
                separator: "&")
    }

    private static let firstWait = 300
    private static let longestWait = 86_400
}
