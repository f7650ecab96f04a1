/// What a server said its document can be recognized by; sent back verbatim (RFC 9110, section 8.8).
public struct Validators: Sendable, Equatable, Codable {
    /// Each byte as the character of the same number (ISO 8859-1), so that whatever it was goes back unchanged.
    public var etag: String?
    public var lastModified: String?

    public init(etag: String? = nil, lastModified: String? = nil) {
        self.etag = etag
        self.lastModified = lastModified
    }

    public var isEmpty: Bool { etag == nil && lastModified == nil }
}
