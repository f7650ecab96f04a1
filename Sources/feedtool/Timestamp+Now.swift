import FeedCore
import Foundation

extension Timestamp {
    /// The moment of the call; everything below this executable is told the time.
    static var now: Timestamp {
        let interval = Date().timeIntervalSince1970
        return Timestamp(seconds: Int64(interval.rounded(.down)))
    }
}
