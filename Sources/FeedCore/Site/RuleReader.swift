/// Reads `rules` of `site.json`:
///
///     { name: "no-jobs", match: { title: ["hiring", { regex: "we('re| are) looking" }], not: { feed: "Jobs" } },
///       action: "drop" }
///
/// All conditions of a `match` have to hold. A text stands for whole words in any letter case, `{ regex }` for an
/// expression, a list for any of its elements.
enum RuleReader {
    static func rules(_ site: ConfigurationSection) throws(SiteError) -> [Rule] {
        var rules: [Rule] = []
        for section in try site.sections("rules", "rules") ?? [] {
            let rule = try rule(section)
            guard !rules.contains(where: { $0.name == rule.name }) else {
                throw section.error("name", "is the name of another rule; choose one of its own")
            }
            rules.append(rule)
        }
        return rules
    }

    private static func rule(_ section: ConfigurationSection) throws(SiteError) -> Rule {
        guard let name = try section.text("name") else { throw section.missing("name", such: "\"no-jobs\"") }
        guard
            name.unicodeScalars.allSatisfy({
                $0.properties.isAlphabetic || ("0"..."9" ~= $0) || "-_.".contains($0.description)
            })
        else { throw section.error("name", "must be of letters, digits, '-', '_' and '.' alone") }
        guard let match = try section.section("match", "rules.match") else {
            throw section.missing("match", such: "{ title: \"a word\" }, or match: {} for every entry")
        }
        var rule = Rule(name: name, condition: try condition(match), action: try RuleActionReader.action(section))
        rule.onlyWhereNamed = try section.flag("onlyWhereNamed") ?? false
        return rule
    }

    /// - Throws: for words that are too many; each expression was tried when it was read.
    static func compile(_ rules: [Rule]) throws(SiteError) -> RuleSet {
        do throws(RuleSet.Fault) {
            return try RuleSet(compiling: rules)
        } catch {
            throw SiteError(
                .configuration, ConfigurationReader.file,
                "the rule '\(error.rule)' cannot be compiled: \(error.message)")
        }
    }

    private static func condition(_ match: ConfigurationSection) throws(SiteError) -> Rule.Condition {
        var conditions: [Rule.Condition] = []
        for field in Rule.Field.allCases {
            guard let elements = try match.elements(field.rawValue) else { continue }
            var patterns: [Rule.TextPattern] = []
            for element in elements { patterns.append(try pattern(element.value, element.key, of: match)) }
            conditions.append(.field(field, patterns))
        }
        if let limits = try limits("age", in: 0...36_500, of: match) { conditions.append(.age(limits)) }
        if let limits = try limits("words", in: 0...1_000_000, of: match) { conditions.append(.words(limits)) }
        if let all = try match.sections("all", "rules.match") { conditions += try nested(all) }
        if let any = try match.sections("any", "rules.match") { conditions.append(.any(try nested(any))) }
        if let not = try match.section("not", "rules.match") { conditions.append(.not(try condition(not))) }
        return conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    private static func nested(_ sections: [ConfigurationSection]) throws(SiteError) -> [Rule.Condition] {
        var conditions: [Rule.Condition] = []
        for section in sections { conditions.append(try condition(section)) }
        return conditions
    }

    private static func pattern(
        _ value: JSON5Value, _ key: String, of match: ConfigurationSection
    ) throws(SiteError) -> Rule.TextPattern {
        switch value.kind {
        case .string: return .words(try match.text(value, key))
        case .object: return try regex(try match.section(value, key, "rules.match.pattern"))
        default: throw match.mismatch(key, value, "words in quotes or { regex: \"…\" }")
        }
    }

    /// The expression of an object with the keys `regex` and `caseSensitive`.
    static func regex(_ section: ConfigurationSection) throws(SiteError) -> Rule.TextPattern {
        guard let regex = try section.text("regex") else { throw section.missing("regex", such: "\"an expression\"") }
        let caseSensitive = try section.flag("caseSensitive") ?? false
        do throws(Pattern.Fault) {
            _ = try Pattern(regex: regex, caseSensitive: caseSensitive)
        } catch {
            throw section.error(
                "regex", "is no regular expression: \(error.message), behind character \(error.offset)")
        }
        return .regex(regex, caseSensitive: caseSensitive)
    }

    private static func limits(
        _ key: String, in range: ClosedRange<Int>, of match: ConfigurationSection
    ) throws(SiteError) -> Rule.Limits? {
        guard let section = try match.section(key, "rules.match.limits") else { return nil }
        let limits = Rule.Limits(
            over: try section.integer("over", in: range), under: try section.integer("under", in: range))
        switch (limits.over, limits.under) {
        case (nil, nil): throw section.error("is empty; say over: N, under: N or both")
        case (let over?, let under?) where over >= under: throw section.error("must keep over < under")
        default: return limits
        }
    }
}
