/// A condition, ready to be asked.
indirect enum RuleCondition: Sendable {
    case all([RuleCondition])
    case any([RuleCondition])
    case not(RuleCondition)
    case field(Rule.Field, [Pattern])
    case age(Rule.Limits)
    case words(Rule.Limits)

    init(compiling condition: Rule.Condition) throws(Pattern.Fault) {
        switch condition {
        case .all(let conditions): self = .all(try Self.compile(conditions))
        case .any(let conditions): self = .any(try Self.compile(conditions))
        case .not(let condition): self = .not(try RuleCondition(compiling: condition))
        case .field(let field, let patterns): self = .field(field, try Pattern.compile(patterns))
        case .age(let limits): self = .age(limits)
        case .words(let limits): self = .words(limits)
        }
    }

    enum Answer: Equatable {
        case no
        /// And by what.
        case yes(String)
        /// An expression came to its limits.
        case unknown
    }

    func ask(_ subject: inout RuleSubject) -> Answer {
        switch self {
        case .all(let conditions): return Self.askAll(conditions, &subject)
        case .any(let conditions): return Self.askAny(conditions, &subject)
        case .not(let condition):
            switch condition.ask(&subject) {
            case .no: return .yes("nothing that 'not' names")
            case .yes: return .no
            case .unknown: return .unknown
            }
        case .field(let field, let patterns): return Self.ask(patterns, of: field, &subject)
        case .age(let limits):
            let isWithin = limits.contain(subject.ageInSeconds, unit: Self.secondsPerDay)
            return isWithin ? .yes("age: \(subject.ageInSeconds / Self.secondsPerDay) days") : .no
        case .words(let limits):
            let words = subject.words()
            return limits.contain(Int64(words), unit: 1) ? .yes("words: \(words)") : .no
        }
    }

    /// Days at which the answer changes by time alone.
    var ages: [Int] {
        switch self {
        case .all(let conditions), .any(let conditions): conditions.flatMap(\.ages)
        case .not(let condition): condition.ages
        case .age(let limits): [limits.over, limits.under].compactMap(\.self)
        case .field, .words: []
        }
    }

    static let secondsPerDay: Int64 = 86_400
}

extension RuleCondition {
    /// Cheap questions first: most entries are not meant, and their text need not be made to see it.
    private static func compile(_ conditions: [Rule.Condition]) throws(Pattern.Fault) -> [RuleCondition] {
        var compiled: [RuleCondition] = []
        for condition in conditions { compiled.append(try RuleCondition(compiling: condition)) }
        return compiled.filter { !$0.needsText } + compiled.filter(\.needsText)
    }

    private var needsText: Bool {
        switch self {
        case .all(let conditions), .any(let conditions): conditions.contains(where: \.needsText)
        case .not(let condition): condition.needsText
        case .field(let field, _): field == .text
        case .age: false
        case .words: true
        }
    }

    private static func askAll(_ conditions: [RuleCondition], _ subject: inout RuleSubject) -> Answer {
        var reasons: [String] = []
        var isKnown = true
        for condition in conditions {
            switch condition.ask(&subject) {
            case .no: return .no
            case .yes(let reason): reasons.append(reason)
            case .unknown: isKnown = false
            }
        }
        guard isKnown else { return .unknown }
        return .yes(reasons.isEmpty ? "every entry" : reasons.joined(separator: ", "))
    }

    private static func askAny(_ conditions: [RuleCondition], _ subject: inout RuleSubject) -> Answer {
        var isKnown = true
        for condition in conditions {
            switch condition.ask(&subject) {
            case .no: continue
            case .yes(let reason): return .yes(reason)
            case .unknown: isKnown = false
            }
        }
        return isKnown ? .no : .unknown
    }

    private static func ask(_ patterns: [Pattern], of field: Rule.Field, _ subject: inout RuleSubject) -> Answer {
        let texts = subject.texts(of: field)
        var isKnown = true
        for pattern in patterns {
            switch pattern.search(texts) {
            case .none: continue
            case .found(let text): return .yes("\(field.rawValue): \(Excerpt.of(text))")
            case .gaveUp: isKnown = false
            }
        }
        return isKnown ? .no : .unknown
    }
}

extension Rule.Limits {
    fileprivate func contain(_ value: Int64, unit: Int64) -> Bool {
        (over.map { value > Int64($0) * unit } ?? true) && (under.map { value < Int64($0) * unit } ?? true)
    }
}

extension Pattern {
    /// All words together as one pattern, since a text is then read once.
    static func compile(_ patterns: [Rule.TextPattern]) throws(Fault) -> [Pattern] {
        var words: [String] = []
        var compiled: [Pattern] = []
        for pattern in patterns {
            switch pattern {
            case .words(let phrase): words.append(phrase)
            case .regex(let regex, let caseSensitive):
                compiled.append(try Pattern(regex: regex, caseSensitive: caseSensitive))
            }
        }
        return words.isEmpty ? compiled : [try Pattern(words: words)] + compiled
    }
}
