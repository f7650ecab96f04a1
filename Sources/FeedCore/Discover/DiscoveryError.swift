/// Why an address leads to no feed.
public struct DiscoveryError: Error, Sendable, Equatable {
    public enum Kind: Sendable {
        /// There is nothing that can be parsed as a feed.
        case noFeed
        /// No address at all.
        case malformed
        /// Not asked for, because the site's rules forbid it.
        case refused
        /// There may be no network.
        case network
        /// The server gave no document.
        case failed
    }
    public let kind: Kind
    /// One line that names the address and says what to do.
    public let message: String

    init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    init(_ error: FetchError) {
        let kind: Kind =
            switch error.kind {
            case .refused: .refused
            case .malformed: .malformed
            case _ where error.isNetwork: .network
            default: .failed
            }
        self.init(kind, error.message)
    }
}
