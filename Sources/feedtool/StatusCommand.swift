import FeedCore

extension Command {
    /// What the site knows, and how its feeds are.
    static let status = Command(
        name: "status",
        summary: "Tells what the site knows and how its feeds are.",
        synopsis: "[--site DIR] [--json]",
        options: [SiteOptions.site, Option("--json", "print everything as JSON")]
    ) { arguments throws(Failure) in
        try arguments.refuseOperands(of: "status")
        let site = try SiteOptions.load(arguments)
        let status: SiteStatus
        do throws(RefreshError) {
            status = try SiteStatus(of: site)
        } catch {
            throw Failure(error)
        }
        Terminal.write(arguments.has("--json") ? try Terminal.json(status) : Printable.lines(status.text))
        return .done
    }
}

extension SiteStatus {
    fileprivate var text: String {
        let proposals = subscriptions.compactMap(\.proposal)
        let changes = proposals.map { "  \($0.message)\n" }
        let failures = subscriptions.filter { $0.failures > 0 && $0.retired == nil }.map { feed in
            // What went wrong begins with the address.
            "  \(feed.error ?? feed.address) (\(feed.failures) in a row)\n"
        }
        let known = "\(Terminal.count(entries, "entry")), \(articles) from local articles"
        return "\(Terminal.count(feeds, "feed")), \(failing) failing; \(known)\n"
            + failures.joined() + changes.joined()
            + (proposals.contains(where: \.isApplicable) ? "  'feedtool fix' changes addresses\n" : "")
    }
}
