import FeedCore
import Foundation
import Synchronization

/// A live line on a terminal, `done/total, failures, bytes, who is slow`; elsewhere nothing.
final class ProgressLine: Sendable {
    private let isTerminal: Bool
    private let shownAt = Mutex<ContinuousClock.Instant?>(nil)

    init(isShown: Bool) { isTerminal = isShown && isatty(STDERR_FILENO) == 1 }

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
        let slow = progress.pending.isEmpty ? "" : " · waiting for \(progress.pending.joined(separator: ", "))"
        // A line that wraps cannot be taken away again.
        let line = "\(progress.done)/\(progress.total) feeds\(failures), \(Amount.bytes(progress.bytes))\(slow)".prefix(
            79)
        write("\r\u{1B}[K\(Printable.lines(String(line)))")
    }

    /// Takes the line away, so that what is printed next stands alone.
    func clear() {
        if isTerminal, shownAt.withLock({ $0 }) != nil { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
