/// The site's rules, compiled once and then asked about any number of entries, from any thread.
struct RuleSet: Sendable {
    /// Of all that the rules say: with the entry's digest and `ageBand` it identifies an outcome.
    let digest: Digest
    private let rules: [CompiledRule]
    /// In days.
    private let ages: [Int]

    /// A rule that cannot be compiled.
    struct Fault: Error {
        let rule: String
        let message: String
    }

    init(compiling rules: [Rule]) throws(Fault) {
        var compiled: [CompiledRule] = []
        for rule in rules {
            do throws(Pattern.Fault) {
                compiled.append(try CompiledRule(compiling: rule))
            } catch {
                throw Fault(rule: rule.name, message: error.message)
            }
        }
        self.rules = compiled
        ages = compiled.flatMap(\.condition.ages)
        // The description of nested values quotes their texts, so that no two sets of rules have the same.
        digest = Digest(of: Array(String(describing: rules).utf8))
    }

    var isEmpty: Bool { rules.isEmpty }

    /// What becomes of an entry, as far as it can be told without the others.
    /// - Parameter sortKey: its place in the river, from which its age counts.
    func apply(_ entry: Entry, of feed: RuleFeed, sortKey: Timestamp, now: Timestamp) -> RuleOutcome {
        var subject = RuleSubject(entry, of: feed, ageInSeconds: now.seconds - sortKey.seconds)
        var outcome = RuleOutcome(entry: entry)
        for (index, compiled) in rules.enumerated() {
            let rule = compiled.rule
            guard !rule.onlyWhereNamed || feed.rules.contains(rule.name) else { continue }
            guard let (effect, reason) = compiled.run(on: &subject, &outcome) else { continue }
            outcome.hits.append(RuleOutcome.Hit(rule: index, name: rule.name, effect: effect, reason: reason))
            if effect == .dropped || effect == .notKept {
                outcome.isDropped = true
                break
            }
        }
        outcome.entry = subject.entry
        return outcome
    }

    /// How many of the rules' age limits an entry has come to: as long as that stays the same, so does the outcome.
    func ageBand(of sortKey: Timestamp, now: Timestamp) -> Int {
        let age = now.seconds - sortKey.seconds
        return ages.reduce(0) { band, days in
            let limit = Int64(days) * RuleCondition.secondsPerDay
            return band + (age >= limit ? 1 : 0) + (age > limit ? 1 : 0)
        }
    }

    func name(ofRule index: Int) -> String { rules[index].rule.name }

    /// The cap of a rule, if that is what it does.
    func cap(ofRule index: Int) -> Rule.Cap? {
        if case .cap(let cap) = rules[index].rule.action { cap } else { nil }
    }
}
