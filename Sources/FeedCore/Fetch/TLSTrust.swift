/// Whom to trust on a secure connection, and whom to be there.
public struct TLSTrust: Sendable, Equatable {
    /// PEM certificates to trust in place of those that all requests trust.
    public var caFile: String?
    /// A certificate of the client's own, PEM, and its key, unless the same file has both.
    public var certificate: String?
    public var key: String?
    /// Without it, anybody may answer for the server.
    public var verifies = true

    public init() {}
}
