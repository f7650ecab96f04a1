import CCurl

/// What libcurl's error codes mean to us.
struct TransferFailure {
    let code: CURLcode
    let detail: String
    let report: TransferReport

    func error(_ chain: FetchChain, _ policy: FetchPolicy) -> FetchError {
        // An answer of DNS that mixes private addresses with ones that do not work is an attempt to lead us inside.
        let noConnection =
            [CURLE_COULDNT_CONNECT, CURLE_OPERATION_TIMEDOUT].contains(code) && report.connectedTo == nil
        if let (address, kind) = report.refused, noConnection || code == CURLE_ABORTED_BY_CALLBACK {
            let place = address.description == chain.address.host ? "" : "its address "
            return chain.refusal(of: place + address.description, kind)
        }
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST:
            return chain.failure(.dns, "the name \(chain.address.host) cannot be resolved; check the address")
        case CURLE_COULDNT_RESOLVE_PROXY:
            return chain.failure(.dns, "the proxy's name cannot be resolved; check fetch.proxy")
        case CURLE_COULDNT_CONNECT:
            return chain.failure(.connect, "no connection to \(chain.address.host): \(words)")
        case CURLE_OPERATION_TIMEDOUT:
            return chain.failure(.timeout, timeout(chain, policy))
        case CURLE_RECV_ERROR where isCertificateWanted, CURLE_SSL_CONNECT_ERROR where isCertificateWanted:
            return chain.failure(
                .tls, "lets in only who has a client certificate that it knows (\(words)); name one in the secrets")
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_HTTP2,
            CURLE_HTTP2_STREAM:
            return chain.failure(.truncated, "the connection ended too early (\(words)); it will be tried again")
        case CURLE_OUT_OF_MEMORY where !report.head.isComplete:
            // So it calls a header line over 100 kB.
            return chain.failure(.tooLarge, "sends a header that is too long; tell its operator")
        case CURLE_URL_MALFORMAT:
            return chain.failure(.malformed, "no address to fetch (\(words)); correct the subscription")
        case _ where Self.tls.contains(code):
            return chain.failure(.tls, "no secure connection: \(words); tell its operator, or set fetch.caFile")
        default:
            return chain.failure(.badResponse, "answers with broken HTTP: \(words); tell its operator")
        }
    }

    /// From TLS 1.3 on, servers say so when the connection stands; libcurl only has OpenSSL's words for it.
    private var isCertificateWanted: Bool {
        ["certificate required", "unknown ca", "bad certificate"].contains { detail.contains("alert \($0)") }
    }

    private var words: String { unsafe detail.isEmpty ? String(cString: curl_easy_strerror(code)) : detail }

    private func timeout(_ chain: FetchChain, _ policy: FetchPolicy) -> String {
        if report.connectedTo == nil {
            return
                "no connection within \(Self.text(min(policy.connectTimeout, policy.timeout))) s; it will be tried again"
        }
        // libcurl's words for a stalled transfer; the code is the same.
        if detail.contains("too slow") {
            return "sends less than \(FetchPolicy.stallBytesPerSecond) bytes a second; it will be tried again"
        }
        let what = report.head.isComplete ? "did not end" : "no answer"
        return "\(what) within \(Self.text(policy.timeout)) s; it will be tried again"
    }

    private static func text(_ seconds: Double) -> String {
        seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
    }

    private static let tls: [CURLcode] = [
        CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED,
        CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE,
        CURLE_SSL_SHUTDOWN_FAILED, CURLE_SSL_CRL_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_PINNEDPUBKEYNOTMATCH,
        CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CLIENTCERT, CURLE_USE_SSL_FAILED,
    ]
}
