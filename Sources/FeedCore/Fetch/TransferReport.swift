import CCurl

/// What happened in one request, and the decision what that means.
struct TransferReport {
    private(set) var head = ResponseHead()
    private var body: BodyCollector
    /// libcurl's result, and its words for it.
    var code = CURLE_OK
    var detail = ""
    /// The address of the connection in use, and one that was not connected to because of the rules.
    var connectedTo: String?
    var refused: (address: IPAddress, kind: String)?
    private var problem: Problem?

    /// Why we gave up, where libcurl only knows that we did.
    private enum Problem {
        case head(ResponseHead.Problem)
        case body(CodingError)
    }

    init(bodyLimit: Int = 0) { body = BodyCollector(limit: bodyLimit) }

    /// Takes a header line; false ends the transfer.
    mutating func read(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        do throws(ResponseHead.Problem) {
            unsafe try head.read(line)
            return true
        } catch {
            problem = .head(error)
            return false
        }
    }

    /// Takes the next bytes of the body; false ends the transfer.
    mutating func take(_ chunk: UnsafeRawBufferPointer) -> Bool {
        guard isDocument else { return body.ignore(chunk.count) }
        do throws(CodingError) {
            unsafe try body.take(chunk, head)
            return true
        } catch {
            problem = .body(error)
            return false
        }
    }

    /// The result, or the chain with its next address.
    consuming func conclude(_ chain: inout FetchChain, _ policy: FetchPolicy, seconds: Double) -> Transfer.End {
        chain.record(self, seconds: seconds)
        do throws(FetchError) {
            if let outcome = try outcome(&chain, policy) {
                return .done(FetchResult(id: chain.request.id, outcome: outcome))
            }
            return .redirected(chain)
        } catch {
            return .done(FetchResult(id: chain.request.id, outcome: .failed(error)))
        }
    }

    var wireBytes: Int { body.wireBytes }
    var decodedBytes: Int { body.bytes.count }
}

extension TransferReport {
    private var isDocument: Bool { [200, 203, 226].contains(head.status) }

    /// nil for a redirect that was followed.
    private func outcome(_ chain: inout FetchChain, _ policy: FetchPolicy) throws(FetchError) -> FetchResult.Outcome? {
        if let problem { throw failure(problem, chain, policy) }
        // Once the headers are there, only a document needs its body to be whole.
        guard head.isComplete, code == CURLE_OK || !isDocument else {
            throw TransferFailure(code: code, detail: detail, report: self).error(chain, policy)
        }
        switch head.status {
        case 301, 302, 303, 307, 308:
            try chain.follow(head.location, policy)
            return nil
        case 304 where !chain.request.validators.isEmpty:
            return .notModified(chain.confirmed)
        case _ where isDocument:
            do throws(CodingError) {
                try body.finish(head)
            } catch {
                throw failure(.body(error), chain, policy)
            }
            return .document(.init(bytes: body.bytes, response: chain.response))
        default:
            throw chain.failure(.httpStatus(head.status), StatusAdvice.sentence(head.status))
        }
    }

    private func failure(_ problem: Problem, _ chain: FetchChain, _ policy: FetchPolicy) -> FetchError {
        let limit = "\(policy.maxBodyBytes) bytes"
        return switch problem {
        case .head(.tooLarge):
            chain.failure(
                .tooLarge, "sends more than \(FetchPolicy.maxHeaderBytes) bytes of headers; tell its operator")
        case .head(.coding(let name)):
            chain.failure(.badEncoding, "is encoded as '\(name)', which was not asked for; tell its operator")
        case .head(.contradictory(let why)):
            chain.failure(.badResponse, "answers with broken HTTP: \(why); tell its operator")
        case .body(.tooLarge):
            chain.failure(.tooLarge, "is larger than \(limit); if that is meant, raise fetch.maxBodyBytes")
        case .body(.truncated):
            chain.failure(.truncated, "is cut off inside its compressed data; it will be tried again")
        case .body(.damaged):
            chain.failure(.badEncoding, "is not compressed as its headers say, or is damaged; it will be tried again")
        }
    }
}
