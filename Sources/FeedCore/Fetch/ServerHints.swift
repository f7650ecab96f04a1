/// What a response says about when to ask again, in seconds from when it came.
struct ServerHints: Sendable, Equatable {
    /// For how long it calls its document fresh (RFC 9111, section 4.2.1).
    var freshSeconds: Int?
    /// When it wants to be asked again after a refusal (RFC 9110, section 10.2.3).
    var retrySeconds: Int?

    init(freshSeconds: Int? = nil, retrySeconds: Int? = nil) {
        self.freshSeconds = freshSeconds
        self.retrySeconds = retrySeconds
    }

    /// From a response's header fields; `now` stands in for a missing or unreadable `Date`.
    init(_ response: FetchResponse, now: Timestamp) {
        freshSeconds = Self.maxAge(response.cacheControl)
        if freshSeconds == nil, response.expires != nil {
            let sent = response.date.flatMap(HTTPDate.parse) ?? now
            freshSeconds = Self.seconds(until: response.expires, from: sent)
        }
        if [429, 503].contains(response.status), let text = response.retryAfter {
            retrySeconds = Self.number(text) ?? Self.seconds(until: text, from: now)
        }
    }

    /// The `max-age` of a Cache-Control field; none where the same field forbids caching.
    private static func maxAge(_ field: String?) -> Int? {
        guard let field else { return nil }
        let directives = field.lowercased().split(separator: ",").map { directive in
            directive.split(separator: "=", maxSplits: 1).map { part in part.filter { $0 != " " && $0 != "\"" } }
        }
        guard !directives.contains(where: { $0.first == "no-cache" || $0.first == "no-store" }) else { return 0 }
        return directives.first { $0.first == "max-age" }.flatMap { $0.count == 2 ? number($0[1]) : nil }
    }

    /// Dates such as `0` and `-1` mean that it has expired already.
    private static func seconds(until text: String?, from start: Timestamp) -> Int? {
        guard let text, let date = HTTPDate.parse(text) else { return nil }
        return Int(clamping: max(0, date.seconds - start.seconds))
    }

    /// Digits only; more of them than a number can hold are many.
    private static func number(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return min(Int(text) ?? .max, 10 * 365 * 86_400)
    }
}
