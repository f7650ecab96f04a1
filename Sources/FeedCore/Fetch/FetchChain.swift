import Foundation

/// One request on its way through its redirects.
struct FetchChain {
    let request: FetchRequest
    /// The request's place in its list.
    let index: Int
    /// What is to be asked next.
    private(set) var address: WebAddress
    private(set) var response: FetchResponse
    /// What the address's name leads to, where that was looked up before the request: the only addresses it may use.
    private(set) var pinned: [IPAddress] = []
    /// The first address, without credentials.
    let start: String
    private let origin: String
    private let ownHeaders: [HeaderField]
    private var onlyPermanent = true

    /// - Parameter known: the request's address, where it was read before.
    init(_ request: FetchRequest, index: Int, address known: WebAddress? = nil) throws(FetchError) {
        do throws(WebAddress.Problem) {
            address = if let known { known } else { try WebAddress(request.url) }
        } catch {
            throw Self.refusal(request.url, error, "correct the subscription")
        }
        for header in request.headers {
            guard let fault = header.fault else { continue }
            throw FetchError(.malformed, address.text, "the header '\(header.name)' to send \(fault); leave it out")
        }
        self.request = request
        self.index = index
        origin = address.origin
        ownHeaders = Self.authorization(request.userInfo ?? address.userInfo, unless: request.headers) + request.headers
        start = address.text
        response = FetchResponse(finalURL: start)
    }

    /// Credentials and headers of the request are meant for its own origin and go nowhere else.
    var headers: [HeaderField] { isAtOrigin ? ownHeaders : [] }

    /// The same for whom it trusts, and its client certificate.
    var trust: TLSTrust { isAtOrigin ? request.trust : TLSTrust() }

    private var isAtOrigin: Bool { response.hops.isEmpty || address.origin == origin }

    /// Whether a private address may be asked now.
    func mayBePrivate(_ policy: FetchPolicy) -> Bool {
        policy.allowPrivateNetworks || request.allowPrivate && isAtOrigin
    }

    /// Judges by its text what is asked next. What its name leads to is judged once that is known.
    func check(_ policy: FetchPolicy) throws(FetchError) {
        guard !mayBePrivate(policy) else { return }
        let kind = address.literal.map(AddressPolicy.refusal(of:)) ?? AddressPolicy.refusal(ofName: address.host)
        guard let kind else { return }
        throw refusal(of: address.host, kind)
    }

    /// Judges what the name leads to before a proxy is asked, since the connection will be the proxy's.
    ///
    /// Of several addresses all have to be public: who answers with a mixture wants to be let in somewhere. A name that
    /// is unknown here may still be known to a proxy that looks names up itself.
    mutating func pin(to addresses: [IPAddress], _ policy: FetchPolicy) throws(FetchError) {
        for address in addresses {
            if let kind = AddressPolicy.refusal(of: address) { throw refusal(of: "its address \(address)", kind) }
        }
        guard !addresses.isEmpty || policy.proxyLooksUpNames else {
            throw failure(.dns, "the name \(address.host) cannot be resolved; check the address")
        }
        pinned = addresses
    }

    /// `pinned` as libcurl takes it in place of DNS.
    var resolveEntry: String {
        "\(address.host):\(address.port):\(pinned.map(\.description).joined(separator: ","))"
    }

    /// Seconds that the next request may take.
    func remaining(_ policy: FetchPolicy) -> Double { max(0.001, policy.timeout - response.seconds) }

    /// Notes what came of the request just made.
    mutating func record(_ report: TransferReport, seconds: Double) {
        let head = report.head
        response.seconds += seconds
        response.hops.append(.init(url: address.text, status: head.status, address: report.connectedTo))
        response.status = head.status
        response.finalURL = address.text
        response.contentType = head.contentType
        response.contentLocation = head.contentLocation
        response.contentLanguage = head.contentLanguage
        response.link = head.link
        response.validators = head.validators
        response.cacheControl = head.cacheControl
        response.expires = head.expires
        response.date = head.date
        response.retryAfter = head.retryAfter
        response.wireBytes = report.wireBytes
        response.decodedBytes = report.decodedBytes
    }

    /// The response where it says that the caller's copy is still right: of that copy's validators, those that it leaves
    /// out stay (RFC 9111, section 4.3.4). Few servers repeat `Last-Modified`.
    var confirmed: FetchResponse {
        var response = response
        response.validators.etag = response.validators.etag ?? request.validators.etag
        response.validators.lastModified = response.validators.lastModified ?? request.validators.lastModified
        return response
    }

    /// Turns to where a redirect leads, if the rules allow that.
    mutating func follow(_ location: String?, _ policy: FetchPolicy) throws(FetchError) {
        guard let location, !location.isEmpty else {
            throw failure(
                .badRedirect, "redirects (status \(response.status)) without saying where to; try again later")
        }
        guard response.hops.count <= policy.maxRedirects else {
            throw failure(
                .tooManyRedirects, "redirects more than \(policy.maxRedirects) times; look for the feed's new address")
        }
        do throws(WebAddress.Problem) {
            address = try address.following(location)
        } catch {
            let refusal = Self.refusal(location, error, "look for the feed's new address")
            throw failure(refusal.kind, "redirects to \(refusal.message)")
        }
        guard !response.hops.contains(where: { $0.url == address.text }) else {
            throw failure(
                .badRedirect, "redirects in a circle, back to \(address.text); look for the feed's new address")
        }
        pinned = []
        onlyPermanent = onlyPermanent && [301, 308].contains(response.status)
        try check(policy)
        if onlyPermanent { response.permanentURL = address.text }
    }

    /// The error for a request that is not made, since its host refused another one: with that one's wish for rest.
    func postponed(after refusal: FetchResponse) -> FetchError {
        var chain = self
        chain.response.status = refusal.status
        chain.response.retryAfter = refusal.retryAfter
        return chain.failure(
            .postponed,
            "not asked, since its host wants to be left alone (status \(refusal.status)); it will be tried later")
    }

    /// An error of this request, with what is known of its answer.
    func failure(_ kind: FetchError.Kind, _ reason: String) -> FetchError {
        FetchError(kind, response.hops.first?.url ?? address.text, reason, response: response)
    }

    /// The error for a place outside the public Internet.
    func refusal(of place: String, _ kind: String) -> FetchError {
        let isOwn = address.text == response.hops.first?.url || response.hops.isEmpty
        let advice =
            isOwn
            ? "mark the subscription private=\"true\" ('feedtool add' and 'feedtool fetch': --private)"
            : "follow that address instead"
        return failure(
            .refused,
            (isOwn ? "" : "redirects to \(address.text): ")
                + "refused, since \(place) is \(kind) and not of the public Internet; if it is meant, \(advice)")
    }

    /// The address's own name and password; other credentials of the request go first.
    private static func authorization(_ userInfo: String?, unless headers: [HeaderField]) -> [HeaderField] {
        guard let userInfo,
            !headers.contains(where: { $0.name.lowercased() == "authorization" })
        else { return [] }
        let parts = userInfo.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map { part in
            Array((part.removingPercentEncoding ?? String(part)).utf8)
        }
        return [.basic(user: parts[0], password: parts.count == 2 ? parts[1] : [])]
    }

    /// The text may hold credentials, which are nobody else's business.
    private static func withoutCredentials(_ text: String) -> String {
        var parts = Address(text)
        return parts.takeUserInfo() == nil ? text : parts.text
    }

    private static func refusal(_ text: String, _ problem: WebAddress.Problem, _ advice: String) -> FetchError {
        let text = withoutCredentials(text)
        return switch problem {
        case .scheme(let name):
            FetchError(.refused, text, "refused, since only http and https are fetched, not \(name)")
        case .malformed(let why): FetchError(.malformed, text, "no address to fetch, since \(why); \(advice)")
        }
    }
}
