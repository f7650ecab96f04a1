import CCurl
import Foundation

/// One request on the wire: configures a handle, receives what comes, and judges every address it connects to.
/// Used again and again; lives on the fetching thread only.
final class Transfer {
    let easy: EasyHandle
    private let policy: FetchPolicy
    /// The request being made; nil between two.
    private var chain: FetchChain?
    /// The gate's number of the host being asked.
    private(set) var host = 0
    private(set) var started = Duration.zero
    /// Counts the requests made, so that a note about one is not taken for the next.
    private(set) var generation = 0
    /// Has gone without an answer for so long that it lost its place among those that count.
    var isQuiet = false
    /// Whether a body may come in; asked before its first byte, and again after `resume`.
    private let admits: (Transfer) -> Bool
    private var isAdmitted = false
    private var report = TransferReport()
    /// Where the exchange is kept, and what is there of it; nil where it is not kept.
    private let folder: ExchangeFolder?
    private var exchange: Exchange?
    private var mayBePrivate = false
    /// What the handle is set to; nil before its first use.
    private var trusted: TLSTrust?
    private let systemCAs: (file: String?, folder: String?)

    /// nil when memory is out.
    init?(
        _ policy: FetchPolicy, share: UnsafeMutableRawPointer?, recording folder: ExchangeFolder?,
        admits: @escaping (Transfer) -> Bool
    ) {
        guard let easy = EasyHandle() else { return nil }
        self.easy = easy
        self.policy = policy
        self.admits = admits
        self.folder = folder
        systemCAs = (easy.text(CURLINFO_CAINFO), easy.text(CURLINFO_CAPATH))
        easy.set(CURLOPT_USERAGENT, policy.userAgent)
        easy.set(CURLOPT_CONNECTTIMEOUT_MS, Int(policy.connectTimeout * 1000))
        // Empty: not even the environment's.
        easy.set(CURLOPT_PROXY, policy.proxy ?? "")
        easy.set(CURLOPT_NOPROXY, "")
        if !policy.resolve.isEmpty { easy.setResolve(policy.resolve) }
        unsafe easy.set(CURLOPT_SHARE, share)
        setFixedOptions()
        setCallbacks()
    }

    /// Sets up the handle for the chain's next request.
    func begin(_ chain: FetchChain, host: Int, now: Duration) {
        self.chain = chain
        self.host = host
        started = now
        generation += 1
        (isQuiet, isAdmitted) = (false, false)
        report = TransferReport(bodyLimit: policy.maxBodyBytes)
        if folder != nil { exchange = Exchange() }
        // Behind a proxy, the connection is the proxy's.
        mayBePrivate = policy.proxy != nil || chain.mayBePrivate(policy)
        if !chain.pinned.isEmpty { easy.setResolve(policy.resolve + [chain.resolveEntry]) }
        // A server may think about its answer as long as the time-out lets it, but not dawdle over sending it.
        easy.set(CURLOPT_LOW_SPEED_LIMIT, 0)
        easy.set(CURLOPT_URL, chain.address.text)
        easy.set(CURLOPT_TIMEOUT_MS, Int(chain.remaining(policy) * 1000))
        setTrust(chain.trust)
        // The handle served other requests before.
        easy.set(CURLOPT_HTTPGET, 1)
        if let form = chain.request.form { easy.set(CURLOPT_COPYPOSTFIELDS, form) }
        easy.setHeaders(RequestHeaders.lines(chain.request.validators, chain.headers))
    }

    /// What the request came to, once libcurl is done with it.
    func end(_ code: CURLcode, now: Duration) -> End? {
        guard var chain = chain.take() else { return nil }
        var report = report
        self.report = TransferReport()
        report.code = code
        report.detail = easy.errorDetail
        let seconds = (now - started) / .seconds(1)
        if let folder, let exchange = exchange.take() {
            do throws(FetchError) {
                try folder.keep(exchange, of: chain, report)
            } catch {
                return .done(FetchResult(id: chain.request.id, outcome: .failed(error)))
            }
        }
        return report.conclude(&chain, policy, seconds: seconds)
    }

    /// No byte of an answer has come.
    var isUnanswered: Bool { chain != nil && report.head.status == 0 }

    /// Lets a body come in that was not admitted before.
    func resume() { unsafe curl_easy_pause(easy.pointer, CURLPAUSE_CONT) }

    /// What is read at once: a large feed comes in a few pieces.
    private static let bufferBytes = 100 << 10

    enum End {
        case done(FetchResult)
        /// There is another request to make.
        case redirected(FetchChain)
    }
}

extension Transfer {
    private func setFixedOptions() {
        easy.set(CURLOPT_PROTOCOLS_STR, "http,https")
        easy.set(CURLOPT_FOLLOWLOCATION, 0)
        easy.set(CURLOPT_NOSIGNAL, 1)
        easy.set(CURLOPT_BUFFERSIZE, Self.bufferBytes)
        // Without it, one resolver that hangs stops all transfers when its own one times out.
        easy.set(CURLOPT_QUICK_EXIT, 1)
        easy.set(CURLOPT_LOW_SPEED_TIME, FetchPolicy.stallSeconds)
        easy.set(CURLOPT_HTTP_CONTENT_DECODING, 0)
        easy.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    }

    /// libcurl uses no connection again that was made on other terms.
    private func setTrust(_ trust: TLSTrust) {
        guard trust != trusted else { return }
        trusted = trust
        // A file of one's own stands in place of the system's, of which libcurl otherwise takes a folder, too.
        let caFile = trust.caFile ?? policy.caFile
        easy.set(CURLOPT_CAINFO, caFile ?? systemCAs.file)
        easy.set(CURLOPT_CAPATH, caFile == nil ? systemCAs.folder : nil)
        easy.set(CURLOPT_SSLCERT, trust.certificate)
        easy.set(CURLOPT_SSLKEY, trust.key)
        easy.set(CURLOPT_SSL_VERIFYPEER, trust.verifies ? 1 : 0)
        easy.set(CURLOPT_SSL_VERIFYHOST, trust.verifies ? 2 : 0)
    }

    private func setCallbacks() {
        let me = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe easy.set(CURLOPT_PRIVATE, me)
        unsafe easy.set(CURLOPT_HEADERDATA, me)
        unsafe easy.set(CURLOPT_WRITEDATA, me)
        unsafe easy.set(CURLOPT_OPENSOCKETDATA, me)
        unsafe easy.set(CURLOPT_PREREQDATA, me)
        unsafe ccurl_set_data(easy.pointer, CURLOPT_HEADERFUNCTION) { bytes, _, count, me in
            let line = unsafe UnsafeRawBufferPointer(start: bytes, count: count).assumingMemoryBound(to: UInt8.self)
            return unsafe Transfer.at(me)?.receive(line) == true ? count : 0
        }
        unsafe ccurl_set_data(easy.pointer, CURLOPT_WRITEFUNCTION) { bytes, _, count, me in
            let chunk = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
            return unsafe Transfer.at(me)?.receive(chunk) ?? 0
        }
        unsafe ccurl_set_opensocket(easy.pointer) { me, _, address in
            guard let address = unsafe address, unsafe Transfer.at(me)?.allows(address) == true else { return -1 }
            let kind = unsafe address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
            return unsafe socket(address.pointee.family, kind, address.pointee.protocol)
        }
        unsafe ccurl_set_prereq(easy.pointer) { me, address, _, _, _ in
            guard let address = unsafe address else { return CURL_PREREQFUNC_ABORT }
            let allowed = unsafe Transfer.at(me)?.allowsConnection(to: String(cString: address)) == true
            return allowed ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
        }
    }

    private func receive(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        if report.head.status == 0 { easy.set(CURLOPT_LOW_SPEED_LIMIT, FetchPolicy.stallBytesPerSecond) }
        unsafe exchange?.add(line: line)
        return unsafe report.read(line)
    }

    /// What libcurl wants to hear: the number of bytes taken.
    private func receive(_ chunk: UnsafeRawBufferPointer) -> Int {
        if !isAdmitted {
            isAdmitted = admits(self)
            guard isAdmitted else { return Int(CURL_WRITEFUNC_PAUSE) }
        }
        unsafe exchange?.add(chunk: chunk)
        return unsafe report.take(chunk) ? chunk.count : 0
    }

    /// The transfer that a callback or a finished handle belongs to.
    static func at(_ pointer: UnsafeMutableRawPointer?) -> Transfer? {
        unsafe pointer.map { unsafe Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Judges the address that libcurl is about to connect to, whatever spelling, name or redirect led to it.
    private func allows(_ address: UnsafePointer<curl_sockaddr>) -> Bool {
        if mayBePrivate { return true }
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
            count = unsafe Int(ccurl_address(address, buffer.baseAddress))
        }
        return allows(IPAddress(networkOrder: bytes))
    }

    /// The same for a connection that another request has opened, perhaps one that was allowed more.
    private func allowsConnection(to text: String) -> Bool {
        report.connectedTo = text
        return mayBePrivate || allows(IPAddress(numeric: text))
    }

    private func allows(_ address: IPAddress?) -> Bool {
        guard let address else { return false }
        guard let kind = AddressPolicy.refusal(of: address) else { return true }
        report.refused = (address, kind)
        return false
    }
}
