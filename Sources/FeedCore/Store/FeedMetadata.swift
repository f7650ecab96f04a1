import Synchronization

/// What a feed said of itself, as the store has it: read when somebody asks. Most looks at a feed find nothing new, and
/// nobody does then.
final class FeedMetadata: Sendable {
    private let state: Mutex<State>

    private enum State {
        case stored([UInt8])
        case read(Box)
    }

    private final class Box: Sendable {
        let feed: Feed
        let authors: [Person]

        init(_ feed: Feed) {
            self.feed = feed
            authors = feed.authors.filter { $0.shownName != nil }
        }
    }

    init(_ feed: Feed) { state = Mutex(.read(Box(feed))) }

    /// - Parameter bytes: as JSON.
    init(stored bytes: [UInt8]) { state = Mutex(.stored(bytes)) }

    /// Nothing, if what is stored cannot be read.
    var feed: Feed {
        // Lent: a copy of its forty fields would cost more than what most want of it, a title or a link.
        _read { yield box.feed }
    }

    /// Those who can be named: for each entry without an author of its own.
    var authors: [Person] { box.authors }

    private var box: Box {
        state.withLock { state in
            switch state {
            case .read(let box): return box
            case .stored(let bytes):
                let box = Box((try? JSONRecord.decode(Feed.self, from: bytes)) ?? Feed())
                state = .read(box)
                return box
            }
        }
    }
}

extension FeedMetadata: Equatable {
    static func == (one: FeedMetadata, other: FeedMetadata) -> Bool { one.feed == other.feed }
}
