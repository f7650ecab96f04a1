/// What one check of a feed came to; a line of the structured log.
public struct CheckRecord: Sendable, Equatable, Encodable {
    public let address: String
    /// Of the last answer; nil if there was none.
    public let status: Int?
    public let outcome: Outcome
    /// Of the body, as it came over the wire.
    public let bytes: Int
    /// Spent with its requests, redirects included; waiting for the host's turn does not count.
    public let milliseconds: Int
    public let nextCheck: Timestamp?
    public let error: String?

    public enum Outcome: String, Sendable, Encodable {
        /// New, and taken up.
        case changed
        /// The same document again.
        case same
        /// 304.
        case notModified
        case postponed
        case failed
    }

    init(_ feed: FeedRecord, _ response: FetchResponse, _ outcome: Ingest.Outcome) {
        address = feed.address
        status = response.status == 0 ? nil : response.status
        bytes = response.wireBytes
        milliseconds = Int((response.seconds * 1000).rounded())
        switch outcome {
        case .changed(let change): (self.outcome, nextCheck, error) = (.changed, change.update.nextCheck, nil)
        case .unchanged(let update):
            (self.outcome, nextCheck, error) = (response.status == 304 ? .notModified : .same, update.nextCheck, nil)
        case .postponed(let update): (self.outcome, nextCheck, error) = (.postponed, update.nextCheck, nil)
        case .failed(let update, let failure):
            (self.outcome, nextCheck, error) = (.failed, update.nextCheck, failure.message)
        }
    }
}
