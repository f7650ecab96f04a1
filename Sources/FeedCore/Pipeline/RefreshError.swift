/// Why a refresh or an export could not do its work at all.
public struct RefreshError: Error, Sendable, Equatable {
    public enum Kind: Sendable {
        case badConfiguration, missingSite, badData, busy, cannotWrite, networkDown, store
    }
    public let kind: Kind
    /// One line: what, where, and what to do.
    public let message: String

    init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }
}
