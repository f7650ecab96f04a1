/// What a fetch came to, for a person to read.
public enum FetchSummary {
    /// One line a hop, then what the final response says of itself; nothing where no answer came.
    public static func lines(_ response: FetchResponse, failed: Bool = false, now: Timestamp) -> [String] {
        let hops = response.hops.map { hop in
            let status = hop.status == 0 ? "no answer" : String(hop.status)
            return "\(status)  \(hop.url)  \(hop.address.map { "[\($0)]" } ?? "not connected")"
        }
        let fields = [
            ("permanent address", response.permanentURL), ("content type", response.contentType),
            ("content location", response.contentLocation), ("content language", response.contentLanguage),
            ("etag", response.validators.etag), ("last modified", response.validators.lastModified),
            ("cache control", response.cacheControl), ("expires", response.expires),
            ("retry after", response.retryAfter), ("size", size(response)),
            ("next check", response.hops.isEmpty ? nil : nextCheck(response, failed, now)),
        ]
        let named = fields.compactMap { name, value in value.map { "\(name): \($0)" } }
        return (hops + named).map { Printable.text($0) }
    }

    /// As far as the response alone tells: a feed's own wishes and habits come on top.
    private static func nextCheck(_ response: FetchResponse, _ failed: Bool, _ now: Timestamp) -> String {
        Schedule().next(
            server: ServerHints(response, now: now), hints: FeedHints(), failures: failed ? 1 : 0,
            subscription: response.hops.first?.url ?? "", now: now
        ).rfc3339
    }

    private static func size(_ response: FetchResponse) -> String? {
        guard response.wireBytes > 0 else { return nil }
        return response.wireBytes == response.decodedBytes
            ? "\(response.wireBytes) bytes" : "\(response.wireBytes) bytes, decoded \(response.decodedBytes)"
    }
}
