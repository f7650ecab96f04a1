/// Which pages there are beside the one that is written. Paths are relative to the published directory, fit for an
/// address, and end in a slash, such as `tag/swift/`.
struct Navigation: Sendable {
    /// By the category's term.
    var tags: [String: String] = [:]
    /// By the feed's address.
    var feeds: [String: String] = [:]

    func tag(_ term: String, from page: String) -> PageAddress? { Self.link(tags[term], from: page) }

    func feed(_ address: String, from page: String) -> PageAddress? { Self.link(feeds[address], from: page) }

    /// The file is named, so that the pages also work where no web server picks it.
    private static func link(_ folder: String?, from page: String) -> PageAddress? {
        folder.map { PageAddress(path: $0 + PublishFormat.html.fileName, from: page) }
    }
}
