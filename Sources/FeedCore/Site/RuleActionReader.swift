/// Reads what a rule does: `"drop"`, `"keep"`, or an object with one key.
enum RuleActionReader {
    static func action(_ rule: ConfigurationSection) throws(SiteError) -> Rule.Action {
        guard let value = rule.value("action") else { throw rule.missing("action", such: "\"drop\"") }
        switch value.kind {
        case .string("drop"): return .drop
        case .string("keep"): return .keep
        case .object(let members) where members.count == 1:
            return try action(members[0], rule.section(value, "action", "rules.action"))
        case .object(let members) where members.isEmpty: throw rule.mismatch("action", value, wanted)
        case .object: throw rule.error("action", "must be one thing; make a rule of each")
        default: throw rule.mismatch("action", value, wanted)
        }
    }

    private static let wanted =
        "\"drop\", \"keep\", or an object such as { tag: \"a word\" } with one of "
        + ConfigurationKeys.known(at: "rules.action").joined(separator: ", ")

    private static func action(
        _ member: JSON5Value.Member, _ section: ConfigurationSection
    ) throws(SiteError) -> Rule.Action {
        switch member.name {
        case "tag": if let terms = try section.texts("tag") { return .tag(terms) }
        case "category": if let terms = try section.texts("category") { return .category(terms) }
        case "retitle": return .retitle(try retitle(member.value, section))
        case "strip":
            if let strip = try section.section("strip", "rules.action.strip") { return .strip(try read(strip)) }
        case "cap": if let cap = try section.section("cap", "rules.action.cap") { return .cap(try read(cap)) }
        default: if let name = try section.text("story") { return .story(name) }
        }
        throw section.error(member.name, "says nothing")
    }

    private static func retitle(
        _ value: JSON5Value, _ action: ConfigurationSection
    ) throws(SiteError) -> Rule.Retitle {
        guard case .object = value.kind else {
            return .template(try action.text(value, "retitle"))
        }
        let section = try action.section(value, "retitle", "rules.action.retitle")
        let pattern = try RuleReader.regex(section)
        guard case .string(let replacement) = section.value("with")?.kind else {
            throw section.missing("with", such: "\"what takes its place\"; \"\" removes it")
        }
        if let fault = Pattern.fault(inReplacement: replacement) {
            throw section.error(
                "with", "cannot be read: \(fault); $1 and ${name} stand for groups, $$ for a dollar sign")
        }
        return .replace(pattern, with: replacement)
    }

    private static func read(_ strip: ConfigurationSection) throws(SiteError) -> Rule.Strip {
        let elements = try strip.texts("elements") ?? []
        let classes = try strip.texts("classes") ?? []
        for name in elements where HTMLElement(named: name) == nil {
            let known = HTMLElement.allCases.map { "\($0)" }
            let advice = ConfigurationKeys.nearest(name, among: known).map { "did you mean '\($0)'?" }
            throw strip.error(
                "elements",
                "has '\(Excerpt.of(name))', which is no element that is published; \(advice ?? "remove it")")
        }
        if let name = classes.first(where: { $0.contains { $0.isWhitespace || $0 == "." } }) {
            throw strip.error(
                "classes", "has '\(Excerpt.of(name))'; it must be a list of single names without a dot")
        }
        guard !elements.isEmpty || !classes.isEmpty else {
            throw strip.error("is empty; say elements: [\"…\"], classes: [\"…\"] or both")
        }
        return Rule.Strip(elements: elements, classes: classes)
    }

    private static func read(_ cap: ConfigurationSection) throws(SiteError) -> Rule.Cap {
        guard let entries = try cap.integer("entries", in: 0...100_000) else {
            throw cap.missing("entries", such: "3")
        }
        return Rule.Cap(entries: entries, per: try cap.choice("per") ?? .day)
    }
}
