/// Collects what the checks of a refresh found and writes it to the store in batches, one transaction each.
struct Intake {
    private let store: any Store
    private let total: Int
    /// How many of them are asked for over the network, and not read from the site's own files.
    private let remote: Int
    private let progress: @Sendable (RefreshProgress) -> Void

    private(set) var tally = Tally()
    private var batch: [FeedUpdate] = []
    private var batchBytes = 0
    /// Kept back until it is known whether the network is down for everyone: then none of them counts.
    private var networkFailures: [FeedUpdate] = []
    private var failure: StoreError?

    init(store: any Store, total: Int, remote: Int, progress: @escaping @Sendable (RefreshProgress) -> Void) {
        self.store = store
        self.total = total
        self.remote = remote
        self.progress = progress
    }

    struct Tally: Sendable {
        var changed = 0
        var unchanged = 0
        var postponed = 0
        var failed: [FeedError] = []
        var bytes = 0
        var newEntries = 0
        var updatedEntries = 0
        var removed = Sanitizer.Removed()
    }

    mutating func take(_ outcome: Ingest.Outcome) {
        switch outcome {
        case .changed(let change):
            tally.changed += 1
            tally.bytes += change.bytes
            tally.newEntries += change.new
            tally.updatedEntries += change.rewritten
            tally.removed += change.removed
            append(change.update, bytes: change.bytes)
        case .unchanged(let update):
            tally.unchanged += 1
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
                done: tally.changed + tally.unchanged + tally.postponed + tally.failed.count, total: total,
                failed: tally.failed.count, bytes: tally.bytes))
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
    private static let batchBytes = 8 << 20
}
