/// A document that is no feed.
public struct ParseError: Error, Sendable, Equatable {
    /// What it is instead, such as `an HTML page`.
    public let found: String
    /// The feeds that the page links to, absolute where its own address is known.
    public let links: [String]

    public init(found: String, links: [String] = []) {
        self.found = found
        self.links = links
    }

    /// One line for a person.
    public var message: String {
        guard !links.isEmpty else { return "no feed, but \(found)" }
        return "no feed, but \(found); it links to \(links.joined(separator: " and "))"
    }
}
