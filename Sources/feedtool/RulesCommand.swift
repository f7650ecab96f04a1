import FeedCore

extension Command {
    /// What the site's rules would do.
    static let rules = Command(
        name: "rules",
        summary: "Shows what each rule would do to the stored entries; changes nothing.",
        synopsis: "test [--site DIR] [--json]",
        options: [SiteOptions.site, Option("--json", "print everything as JSON")]
    ) { arguments throws(Failure) in
        guard arguments.operands == ["test"] else {
            throw Failure(.usage, "rules: say 'feedtool rules test'; see 'feedtool rules --help'")
        }
        let site = try SiteOptions.load(arguments)
        let trial: RulesTrial
        do throws(RefreshError) {
            trial = try RulesTrial(of: site, now: .now)
        } catch {
            throw Failure(error)
        }
        Terminal.write(arguments.has("--json") ? try Terminal.json(trial) : Printable.lines(trial.text))
        return .done
    }
}

extension RulesTrial {
    fileprivate var text: String {
        guard !rules.isEmpty else {
            return "feeds/site.json has no rules; an example: "
                + "rules: [{ name: \"no-jobs\", match: { title: \"hiring\" }, action: \"drop\" }]\n"
        }
        return rules.map(\.text).joined() + "\(Terminal.count(entries, "entry")), \(leftOut) left out\n"
    }
}

extension RulesTrial.Trial {
    fileprivate var text: String {
        guard !effects.isEmpty else { return "\(name)  nothing\n" }
        return effects.map { "\(name)  \($0.text)" }.joined()
    }
}

extension RulesTrial.Effect {
    fileprivate var text: String {
        let lines = examples.map { "    \($0.title ?? $0.link ?? "(untitled)") [\($0.feed)]: \($0.reason)\n" }
        let rest = count > examples.count ? "    and \(count - examples.count) more\n" : ""
        return "\(Terminal.count(count, "entry")) \(name)\n" + lines.joined() + rest
    }
}
