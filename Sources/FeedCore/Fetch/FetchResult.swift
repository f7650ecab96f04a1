/// What came of one request.
public struct FetchResult: Sendable {
    /// The request's.
    public let id: Int
    public let outcome: Outcome

    public enum Outcome: Sendable {
        case document(Document)
        /// The caller's copy is still the right one; `validators` are those to send next time.
        case notModified(FetchResponse)
        case failed(FetchError)
    }

    /// Whatever came of it; of a request that was not answered, its hops.
    public var response: FetchResponse {
        switch outcome {
        case .document(let document): document.response
        case .notModified(let response): response
        case .failed(let error): error.response
        }
    }

    /// A body, decoded and whole.
    public struct Document: Sendable {
        public let bytes: [UInt8]
        public let response: FetchResponse
    }
}
