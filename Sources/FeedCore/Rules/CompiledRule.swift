/// A rule, ready to be run.
struct CompiledRule: Sendable {
    let rule: Rule
    let condition: RuleCondition
    private let editor: RuleEditor?

    init(compiling rule: Rule) throws(Pattern.Fault) {
        self.rule = rule
        condition = try RuleCondition(compiling: rule.condition)
        editor = try RuleEditor(compiling: rule.action)
    }

    /// What the rule did and why; nil if nothing.
    func run(
        on subject: inout RuleSubject, _ outcome: inout RuleOutcome
    ) -> (effect: RuleOutcome.Effect, reason: String)? {
        let reason: String
        switch condition.ask(&subject) {
        case .unknown: return (.gaveUp, "a regular expression takes too long on this entry")
        case .no: return rule.action == .keep ? (.notKept, "does not match") : nil
        case .yes(let found): reason = found
        }
        switch rule.action {
        case .keep: return nil
        case .drop: return (.dropped, reason)
        case .cap: return (.counted, reason)
        case .story(let name):
            outcome.story = name
            return (.storied, reason)
        case .tag, .category, .retitle, .strip:
            guard let editor else { return nil }
            switch editor.edit(subject) {
            case .unchanged: return nil
            case .gaveUp: return (.gaveUp, "a regular expression takes too long on this title")
            case .changed(let entry):
                subject.change(to: entry)
                return (editor.effect, reason)
            }
        }
    }
}
