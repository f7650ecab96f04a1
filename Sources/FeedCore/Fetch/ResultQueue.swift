import Synchronization

/// Hands results from the fetching thread to the one task that reads them, and tells the thread about room and the end.
final class ResultQueue: Sendable {
    private let state = Mutex(State())

    private struct State {
        var results = Queue<FetchResult>()
        var reader: CheckedContinuation<FetchResult?, Never>?
        var isFinished = false
        var isCancelled = false
        /// Wakes the thread; nil before and after its loop.
        var wake: (@Sendable () -> Void)?
        var wantsRoom = false
    }

    var isCancelled: Bool { state.withLock { $0.isCancelled } }

    /// How the thread is woken from its wait; nil once that is no longer possible.
    func setWake(_ wake: (@Sendable () -> Void)?) { state.withLock { $0.wake = wake } }

    /// From any thread; nothing happens if there is none to wake any more.
    func wakeThread() { state.withLock { $0.wake?() } }

    func deliver(_ result: FetchResult) {
        let reader = state.withLock { state in
            guard let reader = state.reader.take() else {
                state.results.append(result)
                return nil as CheckedContinuation<FetchResult?, Never>?
            }
            return reader
        }
        reader?.resume(returning: result)
    }

    /// No more results will come.
    func finish() {
        state.withLock { state in
            state.isFinished = true
            return state.reader.take()
        }?.resume(returning: nil)
    }

    /// Whether fewer than `limit` results wait to be taken; if not, the thread will be woken when one is.
    func hasRoom(below limit: Int) -> Bool {
        state.withLock { state in
            state.wantsRoom = state.results.count >= limit
            return !state.wantsRoom
        }
    }

    /// The next result, or nil at the end.
    func next() async -> FetchResult? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if let answer = answer(continuation) { continuation.resume(returning: answer) }
            }
        } onCancel: {
            cancel()
        }
    }

    /// The reader is gone: nothing more is to be fetched.
    func cancel() {
        state.withLock { state in
            state.isCancelled = true
            state.wake?()
            return state.reader.take()
        }?.resume(returning: nil)
    }

    /// What to resume with at once; nil if the reader has to wait.
    private func answer(_ reader: CheckedContinuation<FetchResult?, Never>) -> FetchResult?? {
        state.withLock { state in
            if let result = state.results.popFirst() {
                if state.wantsRoom {
                    state.wantsRoom = false
                    state.wake?()
                }
                return .some(result)
            }
            if state.isFinished || state.isCancelled { return .some(nil) }
            state.reader = reader
            return nil
        }
    }
}
