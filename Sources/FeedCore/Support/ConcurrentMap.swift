import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// `map`, with all cores at once; the results are in the order of the elements.
    func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
        guard count > 1 else { return map(transform) }
        let results = Mutex([Result?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let result = transform(self[index])
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.compactMap(\.self) }
    }

    /// For many small elements: all cores make them, each a few runs of neighbors.
    init(concurrently count: Int, element: @Sendable (Int) -> Element) {
        unsafe self.init(unsafeUninitializedCapacity: count) { buffer, initializedCount in
            nonisolated(unsafe) let buffer = unsafe buffer
            let runs = 16
            DispatchQueue.concurrentPerform(iterations: runs) { run in
                for index in run * count / runs..<(run + 1) * count / runs {
                    unsafe buffer.initializeElement(at: index, to: element(index))
                }
            }
            initializedCount = count
        }
    }
}
