import FeedCore
import Foundation

extension Command {
    /// Whether readers will accept a feed.
    static let validate = Command(
        name: "validate",
        summary: "Checks a feed against its specification: Atom, RSS, JSON Feed or OPML.",
        synopsis: "[--strict] [--json] [--private] FILE|URL|-",
        options: [
            Option("--strict", "let warnings fail the check as errors do"),
            Option("--json", "print the findings as JSON"),
            Option("--private", "allow the address itself to be private, though not what it redirects to"),
        ],
        run: ValidateCommand.run)
}

/// `feedtool validate`.
private enum ValidateCommand {
    static func run(_ arguments: Arguments) async throws(Failure) -> ExitStatus {
        guard let name = try arguments.operand(of: "validate") else {
            throw Failure(.usage, "validate: which feed? See 'feedtool validate --help'")
        }
        let isAddress = name.hasPrefix("http://") || name.hasPrefix("https://")
        let report =
            isAddress
            ? try await validate(address: name, allowPrivate: arguments.has("--private"))
            : FeedValidator.validate(try Terminal.read(name), context: DocumentContext())
        Terminal.write(
            arguments.has("--json")
                ? try Terminal.json(Output(file: name, report))
                : Printable.lines(lines(report, of: name).joined(separator: "\n") + "\n"))
        return report.errors > 0 || arguments.has("--strict") && report.warnings > 0 ? .badData : .done
    }

    private static func validate(address: String, allowPrivate: Bool) async throws(Failure) -> FeedValidator.Report {
        var policy = FetchPolicy()
        policy.userAgent = "feedtool/\(Feedtool.version)"
        let request = FetchRequest(id: 0, url: address, allowPrivate: allowPrivate)
        for await result in Fetcher(policy: policy).results(for: [request]) {
            guard case .document(let document) = result.outcome else {
                guard case .failed(let error) = result.outcome else { break }
                throw Failure(FetchCommand.status(error), error.message)
            }
            let response = document.response
            return FeedValidator.validate(
                document.bytes,
                context: DocumentContext(
                    url: response.finalURL, contentType: response.contentType,
                    contentLocation: response.contentLocation, contentLanguage: response.contentLanguage))
        }
        throw Failure(.internalError, "validate: there was no result")
    }

    /// As compilers write it, so that editors find the place.
    private static func lines(_ report: FeedValidator.Report, of file: String) -> [String] {
        let lines = report.findings.map { finding in
            let place = [file, finding.line.map(String.init), finding.column.map(String.init)].compactMap(\.self)
            return "\(place.joined(separator: ":")): \(finding.severity.rawValue): \(finding.message) "
                + "[\(finding.citation.text)]"
        }
        let isCut = report.errors + report.warnings > report.findings.count
        let verdict = report.errors == 0 ? "valid" : "not valid"
        return lines + [
            "\(file): \(verdict), \(Terminal.count(report.errors, "error")), "
                + "\(Terminal.count(report.warnings, "warning"))\(isCut ? ", of which not all are shown" : "")"
        ]
    }

    /// What `--json` prints.
    private struct Output: Encodable {
        let file: String
        let valid: Bool
        /// Of all findings, of which no more than a few hundred are listed.
        let errors: Int
        let warnings: Int
        let findings: [Finding]

        init(file: String, _ report: FeedValidator.Report) {
            self.file = file
            valid = report.errors == 0
            errors = report.errors
            warnings = report.warnings
            findings = report.findings
        }
    }
}
