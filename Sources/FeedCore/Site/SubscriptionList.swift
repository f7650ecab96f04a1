/// What `feeds/subscriptions.opml` says: OPML 1.0 and 2.0.
struct SubscriptionList: Sendable, Equatable {
    static let file = "feeds/subscriptions.opml"

    /// The file of a site that follows nothing yet.
    static let empty = Array(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <opml version="2.0">
          <head>
            <title>Subscriptions</title>
          </head>
          <body>
          </body>
        </opml>

        """.utf8)

    /// In document order, each address once.
    let subscriptions: [Subscription]
    /// One line each.
    let problems: [String]
    /// The rules that are named, and on which line first.
    let ruleLines: [String: Int]

    static func read(_ bytes: [UInt8]) throws(SiteError) -> SubscriptionList {
        guard let text = TextFile.decode(bytes)?.text else {
            throw SiteError(.subscriptions, file, "is not text; save the list as an OPML file in UTF-8")
        }
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw SiteError(
                .subscriptions, file, "is empty; an empty list is <opml version=\"2.0\"><body></body></opml>")
        }
        var reader = OutlineReader()
        var scanner = MarkupScanner(text)
        while let tag = scanner.next() {
            if tag.isEnd { try reader.end(tag.name, line: tag.line) } else { try reader.start(tag) }
        }
        return try reader.finish()
    }

    /// - Throws: for the name of a rule that is not there, or that is for all subscriptions.
    func check(against rules: [Rule]) throws(SiteError) {
        for (name, line) in ruleLines.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
            let quoted = "rules=\"\(Excerpt.of(name))\""
            if let rule = rules.first(where: { $0.name == name }) {
                guard !rule.onlyWhereNamed else { continue }
                throw SiteError(
                    .subscriptions, Self.file, line: line,
                    "\(quoted): this rule is for all subscriptions; give it onlyWhereNamed: true, or do not name it")
            }
            let advice = ConfigurationKeys.nearest(name, among: rules.filter(\.onlyWhereNamed).map(\.name))
            throw SiteError(
                .subscriptions, Self.file, line: line,
                "\(quoted): there is no such rule in \(ConfigurationReader.file); "
                    + (advice.map { "did you mean '\($0)'?" } ?? "add it, or remove the name"))
        }
    }
}
