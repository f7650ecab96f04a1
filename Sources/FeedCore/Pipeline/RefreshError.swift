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
}
