/// A response but for its body.
public struct FetchResponse: Sendable, Equatable {
    public internal(set) var status = 0
    /// Where it came from in the end, without credentials.
    public internal(set) var finalURL: String
    /// Where the permanent redirects (301, 308) at the beginning of the chain lead; nil if there are none.
    public internal(set) var permanentURL: String?
    /// Every request made for it, in order.
    public internal(set) var hops: [Hop] = []
    public internal(set) var contentType: String?
    public internal(set) var contentLocation: String?
    public internal(set) var contentLanguage: String?
    /// `Link` as sent, all of its lines as one (RFC 8288).
    public internal(set) var link: String?
    public internal(set) var validators = Validators()
    /// `Cache-Control`, `Expires`, `Date` and `Retry-After` as sent.
    public internal(set) var cacheControl: String?
    public internal(set) var expires: String?
    public internal(set) var date: String?
    public internal(set) var retryAfter: String?
    /// Bytes of the body before and after decoding.
    public internal(set) var wireBytes = 0
    public internal(set) var decodedBytes = 0
    /// Spent with its requests; waiting for a host's turn does not count.
    public internal(set) var seconds = 0.0

    /// One request of a chain of redirects.
    public struct Hop: Sendable, Equatable {
        public let url: String
        /// 0 if there was no answer.
        public let status: Int
        /// The IP address connected to (a proxy's, if there is one); nil if no connection was made.
        public let address: String?
    }

    init(finalURL: String) { self.finalURL = finalURL }

    /// Whether the document brings only what is new since the copy whose mark was sent (RFC 3229, `A-IM: feed`).
    var isDelta: Bool { status == 226 }
}
