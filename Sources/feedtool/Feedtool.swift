import FeedCore
import Foundation

/// The program: picks the command, runs it, and turns its result into an exit status.
@main
struct Feedtool {
    static let version = "0.1.0"

    /// In the order of the help text.
    static let commands: [Command] = [
        .refresh, .add, .fix, .status, .why, .rules, .export, .article, .parse, .validate, .sanitize, .fetch,
    ]

    static func main() async {
        // A reader that closes the pipe early is no reason to die without a message.
        signal(SIGPIPE, SIG_IGN)
        exit(await run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }

    private static func run(_ words: [String]) async -> ExitStatus {
        do throws(Failure) {
            switch words.first {
            case nil:
                throw Failure(.usage, "no command given\n\n\(help)")
            case "--help", "-h", "help":
                Terminal.write(help)
                return .done
            case "--version":
                Terminal.write("feedtool \(version)\n")
                return .done
            case let name?:
                guard let command = commands.first(where: { $0.name == name }) else {
                    throw Failure(.usage, "there is no command '\(name)'; 'feedtool --help' lists them")
                }
                return try await run(command, Array(words.dropFirst()))
            }
        } catch {
            Terminal.complain("feedtool: \(error.message)")
            return error.status
        }
    }

    private static func run(_ command: Command, _ words: [String]) async throws(Failure) -> ExitStatus {
        if words.contains("--help") || words.contains("-h") {
            Terminal.write(command.help)
            return .done
        }
        return try await command.run(try Arguments(words, of: command))
    }

    private static var help: String {
        let width = commands.map(\.name.count).max() ?? 0
        let lines = commands.map { "  \($0.name.padding(toLength: width, withPad: " ", startingAt: 0))  \($0.summary)" }
        return """
            feedtool merges the feeds a site follows with its own articles and publishes one feed.

            usage: feedtool COMMAND [OPTION]...

            \(lines.joined(separator: "\n"))

            'feedtool COMMAND --help' tells more; 'feedtool --version' prints the version.

            """
    }
}
