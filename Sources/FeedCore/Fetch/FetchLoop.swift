import CCurl

/// Drives all transfers of one list of requests, on the thread that calls `run`.
final class FetchLoop {
    private let requests: [FetchRequest]
    private let policy: FetchPolicy
    private let files: LocalFiles?
    private let queue: ResultQueue
    private let multi: MultiHandle
    private var gate: HostGate
    /// Transfers without work, and all there are.
    private var idle: [Transfer] = []
    private var transfers: [Transfer] = []
    private var active = 0
    /// Redirects that wait for the turn of the host they lead to, by the request's index.
    private var waiting: [Int: FetchChain] = [:]
    private let start = ContinuousClock.now

    init(_ requests: [FetchRequest], policy: FetchPolicy, files: LocalFiles?, queue: ResultQueue) {
        (self.requests, self.policy, self.files, self.queue) = (requests, policy, files, queue)
        multi = MultiHandle(connections: policy.maxConcurrent * 2)
        gate = HostGate(limit: policy.maxConcurrentPerHost, gap: .seconds(policy.minHostGap))
    }

    /// Returns when all is fetched and delivered, or nobody reads any more.
    func run() {
        queue.setWake(multi.waker)
        defer { queue.setWake(nil) }
        for (index, request) in requests.enumerated() {
            let address = try? WebAddress(request.url)
            // What is no address needs nobody's turn.
            gate.add(index, host: address.map(HostKey.of) ?? "\(index)", now: now)
        }
        while !queue.isCancelled {
            let full = !startWhatMay()
            if active == 0, gate.waiting == 0 { return }
            multi.perform()
            if collect() == 0 { multi.wait(atMost: full ? nil : gate.nextStart.map { $0 - now }) }
        }
    }

    private var now: Duration { ContinuousClock.now - start }
}

extension FetchLoop {
    /// Starts requests as long as their hosts' turns and the bound allow it; false if the bound does not.
    private func startWhatMay() -> Bool {
        while gate.waiting > 0 {
            guard queue.hasRoom(below: policy.maxConcurrent - active) else { return false }
            guard let (index, host) = gate.next(now: now) else { return true }
            do throws(FetchError) {
                try begin(index, host)
            } catch {
                gate.finish(host: host, now: now)
                queue.deliver(FetchResult(id: requests[index].id, outcome: .failed(error)))
            }
        }
        return true
    }

    private func begin(_ index: Int, _ host: Int) throws(FetchError) {
        let request = requests[index]
        if let files, waiting[index] == nil, Address(request.url).scheme == nil {
            gate.finish(host: host, now: now)
            queue.deliver(files.result(for: request, limit: policy.maxBodyBytes))
            return
        }
        let chain: FetchChain
        if let parked = waiting.removeValue(forKey: index) {
            chain = parked
        } else {
            chain = try FetchChain(request, index: index)
        }
        try chain.check(policy)
        guard let transfer = idle.popLast() ?? newTransfer() else {
            throw chain.failure(.connect, "there is no memory for another connection; lower fetch.maxConcurrent")
        }
        transfer.begin(chain, host: host, now: now)
        multi.add(transfer.easy)
        active += 1
    }

    private func newTransfer() -> Transfer? {
        guard let transfer = unsafe Transfer(policy, share: multi.share) else { return nil }
        transfers.append(transfer)
        return transfer
    }

    /// Takes what is done; gives how many that were.
    private func collect() -> Int {
        var count = 0
        while let (transfer, code) = multi.nextDone() {
            count += 1
            active -= 1
            multi.remove(transfer.easy)
            let host = transfer.host
            if let end = transfer.end(code, now: now) { settle(end) }
            gate.finish(host: host, now: now)
            idle.append(transfer)
        }
        return count
    }

    private func settle(_ end: Transfer.End) {
        switch end {
        case .done(let result): queue.deliver(result)
        case .redirected(let chain):
            waiting[chain.index] = chain
            gate.add(chain.index, host: HostKey.of(chain.address), now: now)
        }
    }
}
