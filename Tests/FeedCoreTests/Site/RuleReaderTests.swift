import Testing

@testable import FeedCore

struct RuleReaderTests {
    @Test(
        arguments: [
            ("{}", .all([])), ("{ title: 'a b' }", .field(.title, [.words("a b")])),
            (
                "{ text: ['a', { regex: 'b+' }, { regex: 'c', caseSensitive: true }] }",
                .field(
                    .text, [.words("a"), .regex("b+", caseSensitive: false), .regex("c", caseSensitive: true)])
            ),
            (
                "{ feed: 'f', age: { over: 30 }, words: { over: 1, under: 9 } }",
                .all([.field(.feed, [.words("f")]), .age(.init(over: 30)), .words(.init(over: 1, under: 9))])
            ),
            (
                "{ any: [{ address: 'a' }, { not: { author: 'b' } }], all: [{ category: 'c' }], not: { language: 'd', enclosure: 'e' } }",
                .all([
                    .field(.category, [.words("c")]),
                    .any([.field(.address, [.words("a")]), .not(.field(.author, [.words("b")]))]),
                    .not(.all([.field(.language, [.words("d")]), .field(.enclosure, [.words("e")])])),
                ])
            ),
        ] as [(String, Rule.Condition)])
    func everyConditionIsRead(_ match: String, _ condition: Rule.Condition) throws {
        let rules = try read("{ name: 'r', match: \(match), action: 'drop' }")
        #expect(rules == [Rule(name: "r", condition: condition, action: .drop)])
    }

    @Test(
        arguments: [
            ("'drop'", .drop), ("'keep'", .keep), ("{ tag: 'a' }", .tag(["a"])),
            ("{ tag: ['a', 'b'] }", .tag(["a", "b"])),
            ("{ category: ['a'] }", .category(["a"])),
            ("{ retitle: '{feed}: {title}' }", .retitle(.template("{feed}: {title}"))),
            (
                "{ retitle: { regex: '^Re: ', with: '' } }",
                .retitle(.replace(.regex("^Re: ", caseSensitive: false), with: ""))
            ),
            (
                "{ strip: { elements: ['img', 'IFRAME'], classes: 'ad' } }",
                .strip(.init(elements: ["img", "IFRAME"], classes: ["ad"]))
            ),
            ("{ cap: { entries: 3 } }", .cap(.init(entries: 3, per: .day))),
            ("{ cap: { entries: 3, per: 'window' } }", .cap(.init(entries: 3, per: .window))),
            ("{ story: 's' }", .story("s")),
        ] as [(String, Rule.Action)])
    func everyActionIsRead(_ text: String, _ action: Rule.Action) throws {
        #expect(try read("{ name: 'r', match: {}, action: \(text) }").map(\.action) == [action])
    }

    /// What is wrong, and what the one line must say.
    @Test(arguments: [
        ("3", "'rules[0]' is 3; it must be an object"),
        ("{ action: 'drop' }", "'rules[0].name' is missing; add name: \"no-jobs\""),
        ("{ name: 'a b', match: {}, action: 'drop' }", "'rules[0].name' must be of letters"),
        (
            "{ name: 'r', match: {}, action: 'drop' }, { name: 'r', match: {}, action: 'keep' }",
            "'rules[1].name' is the name of another rule"
        ),
        ("{ name: 'r', action: 'drop' }", "match: {} for every entry"),
        ("{ name: 'r', match: {} }", "'rules[0].action' is missing"),
        (
            "{ name: 'r', match: {}, acton: 'drop' }",
            "'rules[0].acton' is not a key of feedtool; did you mean 'action'?"
        ),
        ("{ name: 'r', title: 'x', match: {}, action: 'drop' }", "'title' belongs in 'match'"),
        (
            "{ name: 'r', match: { titel: 'x' }, action: 'drop' }",
            "'rules[0].match.titel' is not a key of feedtool; did you mean 'title'?"
        ),
        ("{ name: 'r', match: { drop: 'x' }, action: 'drop' }", "known here: title, text"),
        ("{ name: 'r', match: { title: [] }, action: 'drop' }", "'rules[0].match.title' is an empty list"),
        (
            "{ name: 'r', match: { title: ['a', 3] }, action: 'drop' }",
            "'rules[0].match.title[1]' is 3; it must be words in quotes or { regex"
        ),
        (
            "{ name: 'r', match: { any: [{ text: [{ regex: 'é(' }] }] }, action: 'drop' }",
            "1:97: 'rules[0].match.any[0].text[0].regex' is no regular expression: missing closing parenthesis, behind character 2"
        ),
        ("{ name: 'r', match: { not: [] }, action: 'drop' }", "'rules[0].match.not' is a list; it must be an object"),
        ("{ name: 'r', match: { any: {} }, action: 'drop' }", "'rules[0].match.any' is an object; it must be a list"),
        ("{ name: 'r', match: { age: {} }, action: 'drop' }", "'rules[0].match.age' is empty; say over: N"),
        ("{ name: 'r', match: { age: 3 }, action: 'drop' }", "'rules[0].match.age' is 3; it must be an object"),
        ("{ name: 'r', match: { words: { over: 5, under: 5 } }, action: 'drop' }", "must keep over < under"),
        ("{ name: 'r', match: {}, action: 'delete' }", "is the text \"delete\"; it must be \"drop\", \"keep\""),
        ("{ name: 'r', match: {}, action: { tag: 'a', story: 's' } }", "must be one thing; make a rule of each"),
        ("{ name: 'r', match: {}, action: {} }", "such as { tag: \"a word\" }"),
        ("{ name: 'r', match: {}, action: { tags: 'a' } }", "did you mean 'tag'?"),
        ("{ name: 'r', match: {}, action: { tag: null } }", "'rules[0].action.tag' says nothing"),
        ("{ name: 'r', match: {}, action: { retitle: { regex: 'a' } } }", "'rules[0].action.retitle.with' is missing"),
        (
            "{ name: 'r', match: {}, action: { retitle: { regex: 'a', with: '${' } } }",
            "'rules[0].action.retitle.with' cannot be read"
        ),
        ("{ name: 'r', match: {}, action: { strip: {} } }", "say elements: "),
        ("{ name: 'r', match: {}, action: { strip: { elements: 'figur' } } }", "did you mean 'figure'?"),
        ("{ name: 'r', match: {}, action: { strip: { classes: '.ad' } } }", "single names without a dot"),
        ("{ name: 'r', match: {}, action: { cap: { per: 'day' } } }", "'rules[0].action.cap.entries' is missing"),
        (
            "{ name: 'r', match: {}, action: { cap: { entries: 3, per: 'week' } } }",
            "must be one of \"day\", \"window\""
        ),
        ("{ name: 'r', onlyWhereNamed: 'yes', match: {}, action: 'drop' }", "must be true or false"),
    ])
    func mistakesAreNamedWithTheirPlace(_ rules: String, _ wanted: String) throws {
        let error = #expect(throws: SiteError.self) { try read(rules) }
        let message = try #require(error).message
        #expect(message.hasPrefix("feeds/site.json:1:") && message.contains(wanted), "\(message)")
        #expect(error?.kind == .configuration)
    }

    @Test func aSubscriptionNamesRulesOfItsOwn() throws {
        let list = try subscriptions(#"<outline xmlUrl="a" rules="one, two"/><outline xmlUrl="a" rules="two three"/>"#)
        #expect(list.subscriptions.map(\.rules) == [["one", "two", "three"]])
        let rules = try read(
            ["one", "two", "three"].map { "{ name: '\($0)', match: {}, action: 'drop', onlyWhereNamed: true }" }
                .joined(separator: ", "))
        try list.check(against: rules)
    }

    @Test(arguments: [
        ("ones", "rules=\"ones\": there is no such rule in feeds/site.json; did you mean 'one'?"),
        ("other", "add it, or remove the name"),
        ("all", "this rule is for all subscriptions; give it onlyWhereNamed: true"),
    ])
    func aSubscriptionNamesOnlyRulesThatAreThere(_ name: String, _ wanted: String) throws {
        let rules = try read(
            "{ name: 'one', match: {}, action: 'drop', onlyWhereNamed: true }, { name: 'all', match: {}, action: 'drop' }"
        )
        let list = try subscriptions("\n<outline xmlUrl=\"a\" rules=\"one \(name)\"/>")
        let error = #expect(throws: SiteError.self) { try list.check(against: rules) }
        let message = try #require(error).message
        #expect(message.hasPrefix("feeds/subscriptions.opml:2: ") && message.contains(wanted), "\(message)")
    }

    private func read(_ rules: String) throws -> [Rule] {
        let json = "{ title: \"T\", link: \"https://a.example/\", rules: [\(rules)] }"
        return try ConfigurationReader.read(Array(json.utf8)).rules
    }

    private func subscriptions(_ outlines: String) throws -> SubscriptionList {
        try SubscriptionList.read(Array("<opml version=\"2.0\"><body>\(outlines)</body></opml>".utf8))
    }
}
