/// Decides which request may start: that with the lowest number, but never more than `limit` at a time to one host, and
/// `gap` after the last one to it. Knows no clock: times are durations since any fixed moment.
struct HostGate {
    private let limit: Int
    private let gap: Duration
    private var numbers: [String: Int] = [:]
    private var hosts: [Host] = []
    /// Hosts that may have a request at once.
    private var ready = Heap<Turn>()
    /// Hosts whose gap has to pass first.
    private var resting = Heap<Rest>()
    /// Requests that wait.
    private(set) var waiting = 0

    private struct Host {
        var queue = Queue<Int>()
        var active = 0
        var restsUntil = Duration.zero
        /// Stands in `ready` or `resting`.
        var isListed = false
    }

    /// A host with the first request that waits for it.
    private struct Turn: Comparable {
        let request: Int
        let host: Int

        static func < (one: Self, other: Self) -> Bool { (one.request, one.host) < (other.request, other.host) }
    }

    private struct Rest: Comparable {
        let until: Duration
        let host: Int

        static func < (one: Self, other: Self) -> Bool { (one.until, one.host) < (other.until, other.host) }
    }

    init(limit: Int, gap: Duration) {
        self.limit = max(1, limit)
        self.gap = gap
    }

    /// Lets a request queue for a host.
    mutating func add(_ request: Int, host name: String, now: Duration) {
        let host = number(of: name)
        hosts[host].queue.append(request)
        waiting += 1
        list(host, now)
    }

    /// The next request that may start now, with the number of its host to be given back to `finish`.
    mutating func next(now: Duration) -> (request: Int, host: Int)? {
        while let rest = resting.first, rest.until <= now {
            resting.removeFirst()
            makeReady(rest.host)
        }
        guard let host = ready.first?.host, let request = hosts[host].queue.popFirst() else { return nil }
        ready.removeFirst()
        hosts[host].isListed = false
        hosts[host].active += 1
        hosts[host].restsUntil = now + gap
        waiting -= 1
        list(host, now)
        return (request, host)
    }

    /// A request to the host is over.
    mutating func finish(host: Int, now: Duration) {
        hosts[host].active -= 1
        hosts[host].restsUntil = now + gap
        list(host, now)
    }

    /// When a resting host may be asked again; nil if none rests.
    var nextStart: Duration? { resting.first?.until }

    private mutating func number(of name: String) -> Int {
        if let number = numbers[name] { return number }
        hosts.append(Host())
        numbers[name] = hosts.count - 1
        return hosts.count - 1
    }

    private mutating func list(_ host: Int, _ now: Duration) {
        guard !hosts[host].isListed, !hosts[host].queue.isEmpty, hosts[host].active < limit else { return }
        hosts[host].isListed = true
        if hosts[host].restsUntil > now, gap > .zero {
            resting.insert(Rest(until: hosts[host].restsUntil, host: host))
        } else {
            makeReady(host)
        }
    }

    private mutating func makeReady(_ host: Int) {
        guard let request = hosts[host].queue.first else { return }
        ready.insert(Turn(request: request, host: host))
    }
}
