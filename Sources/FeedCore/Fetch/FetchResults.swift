import Foundation

/// The results of a list of requests, as they come in.
public struct FetchResults: AsyncSequence, Sendable {
    public typealias Element = FetchResult

    let requests: [FetchRequest]
    let policy: FetchPolicy
    let files: LocalFiles?
    let source: ExchangeSource
    let clock: FetchClock

    public func makeAsyncIterator() -> AsyncIterator {
        let queue = ResultQueue()
        let (requests, policy, files, source, clock) = (requests, policy, files, source, clock)
        let thread = Foundation.Thread {
            FetchLoop(requests, policy: policy, files: files, source: source, clock: clock, queue: queue).run()
            queue.finish()
        }
        thread.name = "fetch"
        thread.start()
        return AsyncIterator(run: AsyncIterator.Run(queue: queue))
    }

    public struct AsyncIterator: AsyncIteratorProtocol {
        let run: Run

        public mutating func next() async -> FetchResult? { await run.queue.next() }

        /// Ends the thread when the last iterator goes away.
        final class Run: Sendable {
            let queue: ResultQueue

            init(queue: ResultQueue) { self.queue = queue }

            deinit { queue.cancel() }
        }
    }
}
