import FeedCore
import Foundation
import Synchronization

/// A live line on a terminal, `done/total, failures, bytes`; elsewhere nothing.
final class ProgressLine: Sendable {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let shownAt = Mutex<ContinuousClock.Instant?>(nil)

    func show(_ progress: RefreshProgress) {
        guard isTerminal else { return }
        let due = shownAt.withLock { shownAt in
            let now = ContinuousClock.now
            if let last = shownAt, now - last < .milliseconds(100), progress.done < progress.total { return false }
            shownAt = now
            return true
        }
        guard due else { return }
        let failures = progress.failed == 0 ? "" : ", \(progress.failed) failed"
        let size = ByteCountFormatStyle().format(Int64(progress.bytes))
        write("\r\u{1B}[K\(progress.done)/\(progress.total) feeds\(failures), \(size)")
    }

    /// Takes the line away, so that what is printed next stands alone.
    func clear() {
        if isTerminal, shownAt.withLock({ $0 }) != nil { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
