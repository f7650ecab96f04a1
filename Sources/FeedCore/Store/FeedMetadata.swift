import Synchronization

/// What a feed said of itself, as the store has it: read when somebody asks. Most looks at a feed find nothing new, and
/// nobody does then.
final class FeedMetadata: Sendable {
    private let state: Mutex<State>

    private enum State {
        case stored([UInt8])
        case read(Feed)
    }

    init(_ feed: Feed) { state = Mutex(.read(feed)) }

    /// - Parameter bytes: as JSON.
    init(stored bytes: [UInt8]) { state = Mutex(.stored(bytes)) }

    /// Nothing, if what is stored cannot be read.
    var feed: Feed {
        state.withLock { state in
            switch state {
            case .read(let feed): return feed
            case .stored(let bytes):
                let feed = (try? JSONRecord.decode(Feed.self, from: bytes)) ?? Feed()
                state = .read(feed)
                return feed
            }
        }
    }
}

extension FeedMetadata: Equatable {
    static func == (one: FeedMetadata, other: FeedMetadata) -> Bool { one.feed == other.feed }
}
