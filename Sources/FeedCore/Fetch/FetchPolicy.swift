/// The limits and manners of fetching; `site.json`'s `fetch` has the same names.
public struct FetchPolicy: Sendable, Equatable {
    /// Seconds for one request with all its redirects.
    public var timeout: Double = 20
    /// Seconds until a connection stands.
    public var connectTimeout: Double = 10
    /// Of a body, both as sent and as decoded.
    public var maxBodyBytes = 15 << 20
    public var maxRedirects = 5
    /// Requests on their way, plus results that nobody took yet.
    public var maxConcurrent = 64
    public var maxConcurrentPerHost = 1
    /// Seconds between the end of one request and the start of the next to the same host.
    public var minHostGap: Double = 1
    /// Whether addresses outside the public Internet may be asked.
    public var allowPrivateNetworks = false
    public var userAgent = "feedtool"
    /// `http://HOST:PORT`, `socks5://HOST:PORT`, …; the environment's `http_proxy` and the like are not looked at.
    ///
    /// Each name is looked up here first and refused as without a proxy. `socks4` and `socks5` proxies are then given the
    /// address that was judged. `http`, `socks4a` and `socks5h` proxies look the name up again, so that what they find is
    /// theirs to answer for, as are names that are unknown here.
    public var proxy: String?
    /// PEM certificates to trust in place of the system's.
    public var caFile: String?
    /// Answers to take in place of DNS, each `HOST:PORT:ADDRESS[,ADDRESS]`.
    public var resolve: [String] = []

    public init() {}

    /// Whether the proxy is given names, and not addresses.
    var proxyLooksUpNames: Bool {
        guard let proxy else { return false }
        return !["socks4", "socks5"].contains(Address(proxy).scheme?.lowercased())
    }

    /// Of all headers of one response, status lines and interim responses included; the largest honest ones stay far
    /// below.
    static let maxHeaderBytes = 100 << 10
    /// Of the body of a response that is no feed (an error page, a redirect's courtesy text).
    static let maxIgnoredBytes = 64 << 10
    /// A transfer below `stallBytesPerSecond` for `stallSeconds` is given up.
    static let stallBytesPerSecond = 100
    static let stallSeconds = 10
}
