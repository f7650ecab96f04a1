import FeedCore
import Foundation

extension Command {
    /// Fetch, merge, publish.
    static let refresh = Command(
        name: "refresh",
        summary: "Fetches the feeds that are due, merges them with the site's articles and publishes the result.",
        synopsis: "[OPTION]...",
        options: [
            SiteOptions.site,
            Option("--force", "check all feeds, also those that are not due"),
            Option("--allow-shrink", "publish even if half of the merged feed's entries are gone"),
            Option("--json", "print the report as JSON"),
            Option("--log-format", "FORMAT", "'json': one line on standard error for each check (default: text)"),
            Option("--record", "DIR", "keep in DIR what the servers answer, for a replay"),
            Option("--replay", "DIR", "take the answers from DIR in place of the network"),
        ]
    ) { arguments async throws(Failure) in
        try arguments.refuseOperands(of: "refresh")
        let site = try SiteOptions.load(arguments)
        for problem in site.problems { Terminal.complain(problem) }

        let isLogged = try logsJSON(arguments)
        let line = ProgressLine(isShown: !isLogged)
        var options = Refresh.Options(program: SiteOptions.program) { .now }
        options.force = arguments.has("--force")
        options.allowShrink = arguments.has("--allow-shrink")
        options.source = try source(arguments)
        if isLogged { options.log = { log($0) } }
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
        if let problem = report.hubProblem { Terminal.complain(problem) }
        if isLogged {
            log(Totals(report))
        } else {
            for failed in report.failed { Terminal.complain(failed.message) }
        }
        Terminal.write(arguments.has("--json") ? try Terminal.json(report) : report.summary)
        return report.status
    }
}

private func logsJSON(_ arguments: Arguments) throws(Failure) -> Bool {
    switch arguments.value("--log-format") {
    case nil, "text": false
    case "json": true
    case let name?: throw Failure(.usage, "refresh: --log-format is 'text' or 'json', not '\(name)'")
    }
}

/// One line of the structured log.
private func log(_ value: some Encodable) {
    guard let line = try? Terminal.compactJSON(value) else { return }
    Terminal.complain(String(decoding: line, as: UTF8.self))
}

/// The last line of the structured log.
private struct Totals: Encodable {
    let outcome = "totals"
    let fetched: Int
    let notModified: Int
    let postponed: Int
    let failed: Int
    let bytes: Int
    let milliseconds: Int

    init(_ report: Report) {
        fetched = report.changed + report.same
        notModified = report.notModified - report.same
        postponed = report.postponed
        failed = report.failed.count
        bytes = report.wireBytes
        milliseconds = Int(report.seconds * 1000)
    }
}

/// Where `--record` and `--replay` let the answers come from.
private func source(_ arguments: Arguments) throws(Failure) -> ExchangeSource {
    let (record, replay) = (arguments.value("--record"), arguments.value("--replay"))
    guard record == nil || replay == nil else {
        throw Failure(.usage, "refresh: --record and --replay exclude each other")
    }
    do throws(FetchError) {
        if let record { return .recording(try ExchangeFolder(recordingTo: URL(filePath: record), at: .now)) }
        if let replay { return .replay(try ExchangeFolder(replaying: URL(filePath: replay))) }
        return .network
    } catch {
        throw Failure(record == nil ? .noInput : .cannotWrite, error.message)
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
        return "\(Terminal.count(feeds, "feed")): \(checks.joined(separator: ", ")) · \(entries) · "
            + "\(files) (\(Terminal.count(published, "entry"))) · \(Amount.bytes(wireBytes)) in \(Amount.seconds(seconds)) s\n"
            + (removed.text.map { "\($0)\n" } ?? "")
    }
}
