/// Which validators may be relied upon, and when not to.
enum Freshness {
    /// A whole copy is asked for that often, whatever its validators say: some servers answer 304 for ever.
    static let fullEvery = 8 * 86_400

    /// The validators to send now.
    ///
    /// - Parameter lastWhole: when a whole document last came; nil if never.
    static func validators(_ stored: Validators, lastWhole: Timestamp?, now: Timestamp) -> Validators {
        guard let lastWhole, now.seconds - lastWhole.seconds < Int64(fullEvery) else { return Validators() }
        return stored
    }

    /// Of an answer's validators, those worth keeping.
    ///
    /// - Parameters:
    ///   - previous: those that came with the copy before it.
    ///   - changed: whether it brought other bytes than that copy's.
    static func worthKeeping(
        _ response: FetchResponse, previous: Validators, changed: Bool, now: Timestamp
    ) -> Validators {
        var result = response.validators
        // A date in the future would be answered with 304 until then. What was kept before has been judged.
        if result.lastModified != previous.lastModified, let date = result.lastModified.flatMap(HTTPDate.parse),
            date > now,
            date > response.date.flatMap(HTTPDate.parse) ?? now
        {
            result.lastModified = nil
        }
        // The same mark on other bytes: it marks nothing.
        if changed, result.etag != nil, result.etag == previous.etag { result.etag = nil }
        if changed, result.lastModified != nil, result.lastModified == previous.lastModified {
            result.lastModified = nil
        }
        return result
    }
}
