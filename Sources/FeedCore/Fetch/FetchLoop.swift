import CCurl
import Glibc

/// Drives all transfers of one list of requests, on the thread that calls `run`.
final class FetchLoop {
    private let requests: [FetchRequest]
    private let policy: FetchPolicy
    private let files: LocalFiles?
    private let source: ExchangeSource
    private let queue: ResultQueue
    private let multi: MultiHandle
    private var gate: HostGate
    /// Transfers without work, and all there are.
    private var idle: [Transfer] = []
    private var transfers: [Transfer] = []
    /// Requests on their way that count for the bound, and those that wait in silence.
    private var active = 0
    private var quiet = 0
    /// What was started last stands last; those that were answered or ended are skipped.
    private var unanswered = Queue<(transfer: Transfer, generation: Int)>()
    /// Quiet ones that have a body to send while there is no place for it.
    private var held = Queue<(transfer: Transfer, generation: Int)>()
    private var patience = Patience()
    private var refusals = HostRefusals()
    private let maxQuiet: Int
    /// Nil without a proxy.
    private let names: NameLookup?
    /// Requests, with the gate's number of their host, whose name is being looked up; they count for the bound.
    private var unnamed: [(chain: FetchChain, host: Int)] = []
    /// Of the requests that the gate knows, by their index; none of those that have begun.
    private var addresses: [WebAddress?] = []
    /// Redirects that wait for the turn of the host they lead to, by the request's index.
    private var waiting: [Int: FetchChain] = [:]
    private let clock: FetchClock

    init(
        _ requests: [FetchRequest], policy: FetchPolicy, files: LocalFiles?, source: ExchangeSource, clock: FetchClock,
        queue: ResultQueue
    ) {
        (self.requests, self.policy, self.files) = (requests, policy, files)
        (self.source, self.clock, self.queue) = (source, clock, queue)
        names = policy.proxy == nil ? nil : NameLookup(fixed: policy.resolve) { [queue] in queue.wakeThread() }
        multi = MultiHandle(connections: policy.maxConcurrent * 4)
        maxQuiet = Self.quietConnections(besides: policy.maxConcurrent)
        gate = HostGate(limit: policy.maxConcurrentPerHost, gap: .seconds(policy.minHostGap))
    }

    /// Returns when all is fetched and delivered, or nobody reads any more.
    func run() {
        queue.setWake(multi.waker)
        defer { end() }
        while !queue.isCancelled {
            let full = !startWhatMay()
            if active + quiet == 0 {
                guard hasWaiting else { return }
                if !full, let next = gate.nextStart { clock.willWait(next) }
            }
            multi.run(atMost: full ? silence : gate.nextStart.map { $0 - now })
            collect()
        }
    }

    /// libcurl wants its handles back in this order.
    private func end() {
        queue.setWake(nil)
        for transfer in transfers { multi.remove(transfer.easy) }
        (transfers, idle, unanswered, held) = ([], [], Queue(), Queue())
    }

    private var now: Duration { clock.now() }
}

extension FetchLoop {
    /// Starts requests as long as their hosts' turns and the bound allow it; false if the bound does not.
    private func startWhatMay() -> Bool {
        while hasWaiting {
            if isFull {
                giveUpPlaces()
                guard !isFull else { return false }
            }
            guard let (index, host) = nextTurn() else { return true }
            do throws(FetchError) {
                try begin(index, host)
            } catch {
                fail(index, host, error)
            }
        }
        return true
    }

    /// The request that may start next. Those that the gate does not know yet come after all that it knows, so that the
    /// first one is on its way before thousands of addresses are read.
    private func nextTurn() -> (request: Int, host: Int)? {
        while true {
            if let turn = gate.next(now: now) { return turn }
            let index = addresses.count
            guard index < requests.count else { return nil }
            let address = try? WebAddress(requests[index].url)
            addresses.append(address)
            // What is no address needs nobody's turn.
            gate.add(index, host: address.map(HostKey.of) ?? "\(index)", now: now)
        }
    }

    private var hasWaiting: Bool { gate.waiting > 0 || addresses.count < requests.count }

    private var isFull: Bool { !queue.hasRoom(below: policy.maxConcurrent - active) }

    private func fail(_ index: Int, _ host: Int, _ error: FetchError) {
        gate.finish(host: host, now: now)
        queue.deliver(FetchResult(id: requests[index].id, outcome: .failed(error)))
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
            chain = try FetchChain(request, index: index, address: addresses[index].take())
        }
        try chain.check(policy)
        if let refusal = refusals.refusal(of: host) { throw chain.postponed(after: refusal) }
        if case .replay(let folder) = source {
            settle(try replayed(chain, from: folder), host)
            return gate.finish(host: host, now: now)
        }
        if names != nil, chain.address.literal == nil, !chain.mayBePrivate(policy) {
            unnamed.append((chain, host))
            active += 1
            return sendNamed()
        }
        try send(chain, host)
    }

    /// Sends those on whose names are looked up by now.
    private func sendNamed() {
        guard let names, !unnamed.isEmpty else { return }
        let parked = unnamed
        unnamed = []
        for (waiting, host) in parked {
            var chain = waiting
            guard let addresses = names.addresses(of: chain.address.host) else {
                unnamed.append((chain, host))
                continue
            }
            active -= 1
            do throws(FetchError) {
                try chain.pin(to: addresses, policy)
                try send(chain, host)
            } catch {
                fail(chain.index, host, error)
            }
        }
    }

    private func send(_ chain: FetchChain, _ host: Int) throws(FetchError) {
        guard let transfer = idle.popLast() ?? newTransfer() else {
            throw chain.failure(.connect, "there is no memory for another connection; lower fetch.maxConcurrent")
        }
        transfer.begin(chain, host: host, now: now)
        while let (first, generation) = unanswered.first, first.generation != generation || !first.isUnanswered {
            _ = unanswered.popFirst()
        }
        unanswered.append((transfer, transfer.generation))
        multi.add(transfer.easy)
        active += 1
    }

    private func replayed(_ chain: FetchChain, from folder: ExchangeFolder) throws(FetchError) -> Transfer.End {
        var chain = chain
        return try folder.report(of: chain, bodyLimit: policy.maxBodyBytes).conclude(&chain, policy, seconds: 0)
    }

    private func newTransfer() -> Transfer? {
        let folder: ExchangeFolder? = if case .recording(let folder) = source { folder } else { nil }
        let new = unsafe Transfer(
            policy, share: multi.share, recording: folder, admits: { [unowned self] in admit($0) })
        guard let transfer = new else { return nil }
        transfers.append(transfer)
        return transfer
    }

    /// Takes what is done.
    private func collect() {
        sendNamed()
        while let (transfer, code) = multi.nextDone() {
            leave(transfer)
            multi.remove(transfer.easy)
            let host = transfer.host
            if let end = transfer.end(code, now: now) { settle(end, host) }
            gate.finish(host: host, now: now)
            idle.append(transfer)
        }
        while active < policy.maxConcurrent, let (transfer, generation) = held.popFirst() {
            if transfer.generation == generation, transfer.isQuiet { transfer.resume() }
        }
    }

    private func settle(_ end: Transfer.End, _ host: Int) {
        switch end {
        case .done(let result):
            refusals.note(result.response, host: host)
            queue.deliver(result)
        case .redirected(let chain):
            waiting[chain.index] = chain
            gate.add(chain.index, host: HostKey.of(chain.address), now: now)
        }
    }
}

extension FetchLoop {
    /// Takes the places of those that have gone without an answer for too long.
    private func giveUpPlaces() {
        let now = now
        while quiet < maxQuiet, let (transfer, generation) = unanswered.first {
            if transfer.generation == generation, transfer.isUnanswered {
                guard now - transfer.started >= patience.limit else { return }
                transfer.isQuiet = true
                active -= 1
                quiet += 1
            }
            _ = unanswered.popFirst()
        }
    }

    /// A transfer's end: its place is free, and what it took is what others may take.
    private func leave(_ transfer: Transfer) {
        if transfer.isQuiet {
            quiet -= 1
        } else {
            active -= 1
            if !transfer.isUnanswered { patience.note(answerAfter: transfer.easy.timeToFirstByte) }
        }
    }

    /// How long until the next place may be given up.
    private var silence: Duration? {
        guard quiet < maxQuiet, let first = unanswered.first else { return nil }
        return max(.milliseconds(1), first.transfer.started + patience.limit - now)
    }

    /// Whether a transfer may begin to take its body in: memory follows those that have a place.
    private func admit(_ transfer: Transfer) -> Bool {
        guard transfer.isQuiet else { return true }
        guard active < policy.maxConcurrent else {
            held.append((transfer, transfer.generation))
            return false
        }
        transfer.isQuiet = false
        quiet -= 1
        active += 1
        return true
    }

    /// Sixteen connections for each place, as far as the process may have so many; few systems let it without being
    /// asked (the usual soft limit is 1024 files).
    private static func quietConnections(besides active: Int) -> Int {
        let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard unsafe getrlimit(files, &limit) == 0 else { return 0 }
        let soft = limit.rlim_cur
        limit.rlim_cur = min(limit.rlim_max, max(soft, rlim_t(active) * 34))
        if unsafe setrlimit(files, &limit) != 0 { limit.rlim_cur = soft }
        return max(0, min(15 * active, Int(clamping: limit.rlim_cur) / 2 - active))
    }
}
