/// Collects what the checks of a refresh found and writes it to the store in batches, one transaction each.
struct Intake {
    private let store: any Store
    /// How many are asked for over the network, and not read from the site's own files.
    private let remote: Int
    private let progress: @Sendable (RefreshProgress) -> Void

    private(set) var tally = Tally()
    private var pending: PendingHosts
    private let total: Int
    private var batch: [FeedUpdate] = []
    private var batchBytes = 0
    /// Kept back until it is known whether the network is down for everyone: then none of them counts.
    private var networkFailures: [FeedUpdate] = []
    private var failure: StoreError?

    init(store: any Store, due feeds: [FeedRecord], progress: @escaping @Sendable (RefreshProgress) -> Void) {
        self.store = store
        total = feeds.count
        remote = feeds.count { Address($0.address).scheme != nil }
        pending = PendingHosts(feeds.map(\.address))
        self.progress = progress
    }

    struct Tally: Sendable {
        /// Checks by what they came to.
        var changed = 0
        var same = 0
        var notModified = 0
        var postponed = 0
        var failed: [FeedError] = []
        /// Of documents, decoded; and of all bodies, as they came.
        var bytes = 0
        var wireBytes = 0
        var newEntries = 0
        var updatedEntries = 0
        var removed = Sanitizer.Removed()

        var done: Int { changed + same + notModified + postponed + failed.count }
    }

    mutating func take(_ check: FeedCheck) {
        pending.finish(check.number)
        tally.wireBytes += check.response.wireBytes
        switch check.outcome {
        case .changed(let change):
            tally.changed += 1
            tally.bytes += change.bytes
            tally.newEntries += change.new
            tally.updatedEntries += change.rewritten
            tally.removed += change.removed
            append(change.update, bytes: change.bytes)
        case .unchanged(let update):
            if check.response.status == 304 { tally.notModified += 1 } else { tally.same += 1 }
            append(update, bytes: 0)
        case .postponed(let update):
            tally.postponed += 1
            append(update, bytes: 0)
        case .failed(let update, let error):
            tally.failed.append(error)
            if error.isNetwork { networkFailures.append(update) } else { append(update, bytes: 0) }
        }
        progress(
            RefreshProgress(
                done: tally.done, total: total, failed: tally.failed.count, bytes: tally.wireBytes,
                hosts: pending))
    }

    /// Whether every single fetch failed for want of a network.
    var networkIsDown: Bool { !networkFailures.isEmpty && networkFailures.count == remote }

    /// Writes what is left.
    mutating func finish() throws(StoreError) {
        if !networkIsDown { batch += networkFailures }
        flush()
        if let failure { throw failure }
    }

    private mutating func append(_ update: FeedUpdate, bytes: Int) {
        batch.append(update)
        batchBytes += bytes
        if batch.count >= Self.batchUpdates || batchBytes >= Self.batchBytes { flush() }
    }

    /// After a failure nothing more is written: what was not committed is fetched again next time.
    private mutating func flush() {
        defer {
            batch.removeAll(keepingCapacity: true)
            batchBytes = 0
        }
        guard failure == nil, !batch.isEmpty else { return }
        do throws(StoreError) {
            try store.commit(batch)
        } catch {
            failure = error
        }
    }

    private static let batchUpdates = 256
    private static let batchBytes = 2 << 20
}
