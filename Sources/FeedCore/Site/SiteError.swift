/// Why a site cannot be used: one line that names the file, the place and what to do.
public struct SiteError: Error, Sendable, Equatable {
    public enum Kind: Sendable {
        /// The site or one of its files is not there or cannot be read (exit status 66).
        case missing
        /// `site.json` is malformed or says something impossible (78).
        case configuration
        /// `subscriptions.opml` is no subscription list (65).
        case subscriptions
    }
    public let kind: Kind
    /// Relative to the site; the site itself where there is none.
    public let file: String
    /// Counted from 1.
    public let line: Int?
    public let column: Int?
    /// What is wrong and what to do.
    public let reason: String

    init(_ kind: Kind, _ file: String, line: Int? = nil, column: Int? = nil, _ reason: String) {
        self.kind = kind
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason
    }

    /// `feeds/site.json:3:5: …`, on one line.
    public var message: String {
        let place = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
        return "\(file)\(place): \(reason)"
    }
}
