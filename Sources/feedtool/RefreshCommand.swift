import FeedCore
import Foundation

extension Command {
    /// Fetch, merge, publish.
    static let refresh = Command(
        name: "refresh",
        summary: "Fetches the feeds that are due, merges them with the site's articles and publishes the result.",
        synopsis: "[--site DIR] [--force] [--allow-shrink] [--json]",
        options: [
            SiteOptions.site,
            Option("--force", "check all feeds, also those that are not due"),
            Option("--allow-shrink", "publish even if half of the merged feed's entries are gone"),
            Option("--json", "print the report as JSON"),
        ]
    ) { arguments async throws(Failure) in
        try arguments.refuseOperands(of: "refresh")
        let site = try SiteOptions.load(arguments)
        for problem in site.problems { Terminal.complain(problem) }

        let line = ProgressLine()
        var options = Refresh.Options(program: SiteOptions.program) { .now }
        options.force = arguments.has("--force")
        options.allowShrink = arguments.has("--allow-shrink")
        options.progress = { line.show($0) }
        let report: Report
        do throws(RefreshError) {
            report = try await Refresh(site, options: options).run()
        } catch {
            line.clear()
            throw Failure(error)
        }
        line.clear()

        for problem in report.articleProblems { Terminal.complain(problem) }
        for failed in report.failed { Terminal.complain(failed.message) }
        Terminal.write(arguments.has("--json") ? try Terminal.json(report) : report.summary)
        return report.status
    }
}

extension Report {
    fileprivate var status: ExitStatus {
        if networkIsDown { return .networkDown }
        return failed.isEmpty ? .done : .someFailed
    }

    fileprivate var summary: String {
        var checks = ["\(changed) changed", "\(notModified) unchanged"]
        if notDue > 0 { checks.append("\(notDue) not due") }
        if postponed > 0 { checks.append("\(postponed) postponed") }
        if !failed.isEmpty { checks.append("\(failed.count) failed") }
        let files =
            switch replacedFiles.count {
            case 0: "nothing new to publish"
            case 1...5: "wrote \(replacedFiles.joined(separator: ", "))"
            case let count: "wrote \(count) files"
            }
        let entries = "\(newEntries) new and \(updatedEntries) updated entries, \(Terminal.count(articles, "article"))"
        let time = seconds.formatted(.number.precision(.fractionLength(2)))
        return "\(Terminal.count(feeds, "feed")): \(checks.joined(separator: ", ")) · \(entries) · "
            + "\(files) (\(Terminal.count(published, "entry"))) · \(time) s\n"
            + (removed.text.map { "\($0)\n" } ?? "")
    }
}
