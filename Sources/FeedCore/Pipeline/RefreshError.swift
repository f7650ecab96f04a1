/// Why a refresh or an export could not do its work at all.
public struct RefreshError: Error, Sendable, Equatable {
    public enum Kind: Sendable {
        /// Another refresh holds the site.
        case busy
        /// The output cannot be written; the last good files are kept.
        case cannotWrite
        /// The merged feed would lose half of its entries; the last good files are kept.
        case shrunk
        /// The store cannot be opened, read or written.
        case store
    }
    public let kind: Kind
    /// One line: what, where, and what to do.
    public let message: String

    init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    init(_ error: StoreError) {
        self.init(.store, "the store: \(error.message)")
    }

    /// - Parameter output: what was to be written when it happened.
    init(_ error: any Error, writing output: String) {
        switch error {
        case let error as RefreshError: self = error
        case let error as StoreError: self.init(error)
        case let error as PublishError: self.init(.cannotWrite, "\(error.file) \(error.reason)")
        default: self.init(.cannotWrite, "\(output) cannot be written: \(error.systemReason)")
        }
    }
}
