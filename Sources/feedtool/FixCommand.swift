import FeedCore

extension Command {
    /// Subscriptions whose feed has moved.
    static let fix = Command(
        name: "fix",
        summary: "Shows which subscriptions should be changed, since their feed has moved, and changes them.",
        synopsis: "[--site DIR] [--apply] [--json] [ADDRESS]...",
        options: [
            SiteOptions.site,
            Option("--apply", "change those that have moved for good, and those named by their address"),
            Option("--json", "print the proposals as JSON, and change nothing"),
        ],
        run: FixCommand.run)
}

/// `feedtool fix`.
private enum FixCommand {
    static func run(_ arguments: Arguments) async throws(Failure) -> ExitStatus {
        let site = try SiteOptions.load(arguments)
        let proposals = try proposals(of: site, named: Set(arguments.operands))
        if arguments.has("--json") {
            Terminal.write(try Terminal.json(proposals))
        } else if arguments.has("--apply") {
            try apply(proposals, to: site, areNamed: !arguments.operands.isEmpty)
        } else {
            for proposal in proposals { say(proposal.message) }
            if proposals.isEmpty { say("nothing to change") }
        }
        return .done
    }

    private static func proposals(of site: Site, named: Set<String>) throws(Failure) -> [Proposal] {
        let all: [Proposal]
        do throws(RefreshError) {
            all = try Proposals.all(of: site)
        } catch {
            throw Failure(error)
        }
        if let unknown = named.subtracting(all.map(\.address)).min() {
            throw Failure(.usage, "fix: nothing is to be changed about '\(unknown)'; 'feedtool fix' lists what is")
        }
        return named.isEmpty ? all : all.filter { named.contains($0.address) }
    }

    /// What a site names in a lost feed's place is a guess, which only its name on the command line makes a wish.
    private static func apply(_ proposals: [Proposal], to site: Site, areNamed: Bool) throws(Failure) {
        let applied = proposals.filter { $0.isApplicable && (areNamed || $0.reason == .moved) }
        let left: [String]
        do throws(RefreshError) {
            left = applied.isEmpty ? [] : try Proposals.apply(applied, to: site)
        } catch {
            throw Failure(error)
        }
        for proposal in applied { say("changed: \(proposal.address) to \(proposal.target ?? "")") }
        for address in left {
            say(
                "left alone: the secrets of \(address) in feeds/secrets.json; if the new server is to have them, move them"
            )
        }
        for proposal in proposals where !applied.contains(proposal) {
            say("left alone: \(proposal.message)")
        }
        if proposals.isEmpty { say("nothing to change") }
    }

    private static func say(_ line: String) { Terminal.write(Printable.lines(line) + "\n") }
}
