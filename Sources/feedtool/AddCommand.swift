import FeedCore
import Foundation

extension Command {
    /// Finds a page's feeds and follows them.
    static let add = Command(
        name: "add",
        summary: "Follows a feed, or the feeds of a page.",
        synopsis: "[--site DIR] [--folder NAME] [--all | --index N] [--private] [--dry-run] URL",
        options: [
            SiteOptions.site,
            Option("--folder", "NAME", "put it into this folder, such as Science/Weather"),
            Option("--all", "follow all feeds that the page has"),
            Option("--index", "N", "follow the feed of this number in the list"),
            Option("--private", "the address may lie in a private network"),
            Option("--dry-run", "only say what would be followed"),
        ],
        run: AddCommand.run)
}

/// `feedtool add`.
private enum AddCommand {
    static func run(_ arguments: Arguments) async throws(Failure) -> ExitStatus {
        guard let text = try arguments.operand(of: "add") else {
            throw Failure(.usage, "add: which address? See 'feedtool add --help'")
        }
        let site = try SiteOptions.load(arguments, isNew: true)
        let subscribing = Subscribing(site, program: SiteOptions.program)
        let address = subscribing.address(of: text)
        guard !subscribing.isFollowed(address) else {
            say("already followed: \(address)")
            return .done
        }
        let found: [FoundFeed]
        do throws(DiscoveryError) {
            found = try await subscribing.feeds(of: address, isPrivate: arguments.has("--private"))
        } catch {
            throw Failure(error)
        }
        let chosen = try choose(from: found, arguments, subscribing)
        let new = chosen.filter { !subscribing.isFollowed($0.address) }
        for feed in chosen where subscribing.isFollowed(feed.address) { say("already followed: \(feed.line)") }
        if !new.isEmpty, !arguments.has("--dry-run") {
            do throws(RefreshError) {
                try subscribing.follow(new, folder: arguments.value("--folder"), isPrivate: arguments.has("--private"))
            } catch {
                throw Failure(error)
            }
        }
        for feed in new { say("\(arguments.has("--dry-run") ? "would follow" : "now followed"): \(feed.line)") }
        return .done
    }

    private static func choose(
        from found: [FoundFeed], _ arguments: Arguments, _ subscribing: Subscribing
    ) throws(Failure) -> [FoundFeed] {
        let wish: FeedChoice.Wish =
            arguments.has("--all") ? .all : arguments.value("--index").map { .index($0) } ?? .none
        let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
        let person: ((String) -> String?)? = isTerminal ? { ask($0) } : nil
        let choice = FeedChoice(found, isFollowed: { subscribing.isFollowed($0.address) })
        do throws(FeedChoice.Refusal) {
            return try choice.chosen(wish, ask: person)
        } catch {
            throw Failure(.usage, "add: \(message(error))")
        }
    }

    private static func ask(_ list: String) -> String? {
        Terminal.complain("\(list)\nWhich one? A number, 'all', or nothing for none:")
        return readLine()
    }

    private static func message(_ refusal: FeedChoice.Refusal) -> String {
        switch refusal {
        case .badIndex(let list, let count): "--index needs a number from 1 to \(count):\n\(list)"
        case .ambiguous(let list): "there are several feeds; choose with --index N, or take --all:\n\(list)"
        case .declined: "none chosen, nothing changed"
        }
    }

    private static func say(_ line: String) { Terminal.write(Printable.lines(line) + "\n") }
}

extension Failure {
    fileprivate init(_ error: DiscoveryError) {
        let status: ExitStatus =
            switch error.kind {
            case .noFeed, .malformed: .badData
            case .refused: .refused
            case .network: .networkDown
            case .failed: .noInput
            }
        self.init(status, error.message)
    }
}
