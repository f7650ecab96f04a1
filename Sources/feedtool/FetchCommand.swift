import FeedCore
import Foundation

extension Command {
    /// One address, fetched exactly as a refresh would.
    static let fetch = Command(
        name: "fetch",
        summary: "Fetches one address as a refresh would and says what happened.",
        synopsis: "[OPTION]... URL",
        options: [
            Option("--private", "allow the address itself to be private, though not what it redirects to"),
            Option("--resolve", "HOST:PORT:ADDRESS[,ADDRESS]", "take this answer in place of DNS; may be repeated"),
            Option("--connect-timeout", "SECONDS", "give up when no connection stands after this time"),
            Option("--header", "'NAME: VALUE'", "send this header to the address's own origin; may be repeated"),
            Option("-o", "FILE", "write the document to FILE ('-' for standard output)"),
        ],
        run: FetchCommand.run)
}

/// `feedtool fetch`.
enum FetchCommand {
    static func run(_ arguments: Arguments) async throws(Failure) -> ExitStatus {
        guard let url = try arguments.operand(of: "fetch") else {
            throw Failure(.usage, "fetch: which address? See 'feedtool fetch --help'")
        }
        let request = FetchRequest(
            id: 0, url: url, allowPrivate: arguments.has("--private"), headers: try headers(arguments))
        for await result in Fetcher(policy: try policy(arguments)).results(for: [request]) {
            return try report(result, to: arguments.value("-o"))
        }
        throw Failure(.internalError, "fetch: there was no result")
    }

    private static func policy(_ arguments: Arguments) throws(Failure) -> FetchPolicy {
        var policy = FetchPolicy()
        policy.userAgent = "feedtool/\(Feedtool.version)"
        policy.resolve = arguments.values("--resolve")
        if let text = arguments.value("--connect-timeout") {
            guard let seconds = Double(text), seconds > 0, seconds <= 3600 else {
                throw Failure(.usage, "fetch: --connect-timeout needs a number of seconds, not '\(text)'")
            }
            policy.connectTimeout = seconds
        }
        return policy
    }

    private static func headers(_ arguments: Arguments) throws(Failure) -> [HeaderField] {
        var headers: [HeaderField] = []
        for line in arguments.values("--header") {
            guard let colon = line.firstIndex(of: ":") else {
                throw Failure(.usage, "fetch: --header needs 'Name: value', not '\(line)'")
            }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            headers.append(.init(name: String(line[..<colon]), value: value))
        }
        return headers
    }

    private static func report(_ result: FetchResult, to file: String?) throws(Failure) -> ExitStatus {
        let now = Timestamp.now
        switch result.outcome {
        case .document(let document):
            let say = file == "-" ? Terminal.complain : { Terminal.write($0 + "\n") }
            say(FetchSummary.lines(document.response, now: now).joined(separator: "\n"))
            if let file { try Terminal.write(Data(document.bytes), to: file) }
            return .done
        case .notModified(let response):
            Terminal.write(FetchSummary.lines(response, now: now).joined(separator: "\n") + "\n")
            return .done
        case .failed(let error):
            let lines = FetchSummary.lines(error.response, failed: true, now: now)
            if !lines.isEmpty { Terminal.complain(lines.joined(separator: "\n")) }
            throw Failure(status(error), error.message)
        }
    }

    static func status(_ error: FetchError) -> ExitStatus {
        switch error.kind {
        case .refused: .refused
        case .malformed: .badData
        case _ where error.isNetwork: .networkDown
        default: .someFailed
        }
    }
}
