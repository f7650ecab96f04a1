/// Why an address gave no document.
public struct FetchError: Error, Sendable, Equatable {
    public let kind: Kind
    /// As asked for, without credentials.
    public let address: String
    /// One sentence for a person: the address, what happened, what to do. Without control characters.
    public let message: String
    /// As far as it got: hops always, the rest if there was an answer.
    public let response: FetchResponse

    public enum Kind: Sendable, Equatable {
        /// Not asked for, because the site's rules forbid it: a private address, a scheme other than http and https.
        case refused
        /// Not asked for, because the host refused others of this run (429, or 503 with Retry-After, or 403 again and
        /// again): not this address's failure.
        case postponed
        /// No address at all.
        case malformed
        case dns
        case connect
        case tls
        case timeout
        /// The connection broke, or the body ended before its end.
        case truncated
        /// The body or the headers are over their limit.
        case tooLarge
        case tooManyRedirects
        /// To itself, to nowhere, or to something that is no address.
        case badRedirect
        /// Not coded as it says, or in a way nobody asked for.
        case badEncoding
        /// Not HTTP.
        case badResponse
        case httpStatus(Int)
        /// A local file that cannot be read.
        case file
    }

    /// Whether the network may be to blame rather than this one server: if all requests of a run fail so, none counts.
    public var isNetwork: Bool {
        switch kind {
        case .dns, .connect, .timeout: response.hops.last?.address == nil
        default: false
        }
    }

    init(_ kind: Kind, _ address: String, _ reason: String, response: FetchResponse? = nil) {
        self.kind = kind
        self.address = Printable.text(address)
        message = "\(self.address): \(Printable.text(reason))"
        self.response = response ?? FetchResponse(finalURL: self.address)
    }
}

extension FetchError: CustomStringConvertible {
    public var description: String { message }
}
