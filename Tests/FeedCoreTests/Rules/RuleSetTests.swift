import Testing

@testable import FeedCore

struct RuleSetTests {
    @Test(
        arguments: [
            (.field(.title, [.words("storm")]), "title: Storm"), (.field(.title, [.words("stor")]), nil),
            (.field(.title, [.words("x"), .regex("s.orm", caseSensitive: false)]), "title: Storm"),
            (.field(.title, [.regex("storm", caseSensitive: true)]), nil),
            (.field(.text, [.words("harbor wall")]), "text: harbor wall"), (.field(.text, [.words("class")]), nil),
            (.field(.text, [.words("in short")]), "text: In short"),
            (.field(.address, [.words("a.example/weather")]), "address: a.example/weather"),
            (.field(.author, [.words("ann")]), "author: Ann"),
            (.field(.author, [.words("ann@a.example")]), "author: ann@a.example"),
            (.field(.category, [.words("weather")]), "category: Weather"),
            (.field(.category, [.words("label")]), "category: label"),
            (.field(.language, [.words("en")]), "language: en"), (.field(.language, [.words("de")]), nil),
            (.field(.enclosure, [.words("audio")]), "enclosure: audio"),
            (.field(.enclosure, [.words("video/mp4")]), "enclosure: video/mp4"),
            (.field(.feed, [.words("coast news")]), "feed: Coast News"),
            (.field(.feed, [.words("a.example/feed")]), "feed: a.example/feed"),
            (.age(.init(over: 9)), "age: 10 days"), (.age(.init(over: 10)), nil),
            (.age(.init(under: 11)), "age: 10 days"),
            (.age(.init(under: 10)), nil), (.age(.init(over: 1, under: 20)), "age: 10 days"),
            (.words(.init(over: 5)), "words: 6"), (.words(.init(over: 6)), nil), (.words(.init(under: 7)), "words: 6"),
            (.all([]), "every entry"), (.any([]), nil),
            (.all([.field(.title, [.words("storm")]), .words(.init(under: 9))]), "title: Storm, words: 6"),
            (.all([.field(.title, [.words("storm")]), .field(.title, [.words("x")])]), nil),
            (.any([.field(.title, [.words("x")]), .field(.author, [.words("ann")])]), "author: Ann"),
            (.not(.field(.title, [.words("storm")])), nil),
            (.not(.field(.title, [.words("x")])), "nothing that 'not' names"),
            (.not(.any([.field(.title, [.words("x")]), .not(.age(.init(over: 3)))])), "nothing that 'not' names"),
            (.all([.any([.not(.not(.words(.init(over: 1))))])]), "nothing that 'not' names"),
        ] as [(Rule.Condition, String?)])
    func aConditionIsAnsweredWithItsReason(_ condition: Rule.Condition, _ reason: String?) throws {
        let outcome = try run(Rule(name: "r", condition: condition, action: .drop))
        #expect(outcome.isDropped == (reason != nil))
        #expect(outcome.hits.first?.reason == reason)
    }

    @Test(
        arguments: [
            (.drop, [.dropped]), (.keep, []), (.tag(["New", "Weather"]), [.tagged]), (.tag(["Weather"]), []),
            (.category(["Only"]), [.categorized]), (.retitle(.template("{feed}: {title} ({author}) {x}")), [.retitled]),
            (.retitle(.template("{title}")), []), (.retitle(.template(" ")), []),
            (.retitle(.replace(.regex("(\\w+)$", caseSensitive: false), with: "<$1>")), [.retitled]),
            (.retitle(.replace(.words("nothing"), with: "x")), []), (.strip(.init(elements: ["b"])), [.stripped]),
            (.strip(.init(elements: ["table"])), []), (.cap(.init(entries: 1, per: .day)), [.counted]),
            (.story("storm"), [.storied]),
        ] as [(Rule.Action, [RuleOutcome.Effect])])
    func anActionHasAnEffectWhereItChangesSomething(_ action: Rule.Action, _ effects: [RuleOutcome.Effect]) throws {
        let outcome = try run(Rule(name: "r", condition: .all([]), action: action))
        #expect(outcome.hits.map(\.effect) == effects)
        #expect(outcome.isDropped == (action == .drop))
        #expect((outcome.entry == entry) == effects.allSatisfy { [.dropped, .counted, .storied].contains($0) })
    }

    @Test func anEntryIsChangedAsTheActionsSay() throws {
        let outcome = try run(
            Rule(name: "a", condition: .all([]), action: .tag(["New"])),
            Rule(name: "b", condition: .all([]), action: .retitle(.template("{feed}: {title}"))),
            Rule(name: "c", condition: .all([]), action: .strip(.init(elements: ["B"], classes: ["ad"]))),
            Rule(name: "d", condition: .all([]), action: .story("storm")))
        #expect(outcome.entry.categories.map(\.term) == ["Weather", "w", "New"])
        #expect(outcome.entry.title == Text("Coast News: Storm tonight"))
        #expect(outcome.entry.content.map(\.value) == ["<p>The  wall</p>"])
        #expect(outcome.story == "storm" && outcome.hits.map(\.rule) == [0, 1, 2, 3])
    }

    @Test func eachRuleWorksOnWhatThoseBeforeItLeft() throws {
        let outcome = try run(
            Rule(name: "a", condition: .all([]), action: .tag(["New"])),
            Rule(name: "b", condition: .field(.category, [.words("new")]), action: .retitle(.template("Fresh"))),
            Rule(name: "c", condition: .field(.title, [.words("storm")]), action: .drop),
            Rule(name: "d", condition: .field(.title, [.words("storm")]), action: .keep),
            Rule(name: "e", condition: .all([]), action: .tag(["Late"])))
        #expect(outcome.hits.map(\.name) == ["a", "b", "d"])
        #expect(outcome.hits.last?.effect == .notKept && outcome.isDropped)
    }

    @Test func aRuleForSomeFeedsLeavesTheOthersAlone() throws {
        var rule = Rule(name: "mine", condition: .all([]), action: .drop)
        rule.onlyWhereNamed = true
        #expect(try !run(rule).isDropped)
        rule.name = "named"
        #expect(try run(rule).isDropped)
    }

    @Test(arguments: [Rule.Action.drop, .keep, .tag(["x"])])
    func anExpressionThatGivesUpChangesNothing(_ action: Rule.Action) throws {
        let slow = Rule.Condition.field(.title, [.regex("(a+)+$", caseSensitive: false)])
        var entry = entry
        entry.title = Text(String(repeating: "a", count: 40) + "!")
        for condition in [slow, .not(slow), .all([.all([]), slow]), .any([slow, .any([])])] {
            let rules = try RuleSet(compiling: [Rule(name: "r", condition: condition, action: action)])
            let outcome = rules.apply(entry, of: feed, sortKey: sortKey, now: now)
            #expect(!outcome.isDropped && outcome.entry == entry && outcome.hits.map(\.effect) == [.gaveUp])
        }
        // What is certain without it stays certain.
        let certain = try RuleSet(compiling: [Rule(name: "r", condition: .any([slow, .all([])]), action: .drop)])
        #expect(certain.apply(entry, of: feed, sortKey: sortKey, now: now).isDropped)
    }

    @Test func aCapLetsTheNewestOfEachFeedAndDayThrough() throws {
        let rules = try RuleSet(compiling: [
            Rule(name: "daily", condition: .all([]), action: .cap(.init(entries: 1, per: .day))),
            Rule(name: "all", condition: .all([]), action: .cap(.init(entries: 2, per: .window))),
        ])
        var quotas = RuleQuotas(rules)
        let other = RuleFeed(address: "https://b.example/")
        let days: [(Double, RuleFeed)] = [
            (3, feed), (3, feed), (3, other), (2, feed), (1, feed), (-1.5, other), (-1.2, other),
        ]
        let refused = days.map { day, feed in
            let time = Timestamp(seconds: Int64(day * 86_400))
            let outcome = rules.apply(entry, of: feed, sortKey: time, now: now)
            return quotas.refusal(of: outcome.verdict, feed: feed, sortKey: time)?.name
        }
        #expect(refused == [nil, "daily", nil, nil, "all", nil, "daily"])
    }

    @Test func theDigestTellsRulesApart() throws {
        let rules = [
            Rule(name: "a", condition: .field(.title, [.words("x\", y")]), action: .drop),
            Rule(name: "a", condition: .field(.title, [.words("x"), .words("y")]), action: .drop),
            Rule(name: "a", condition: .field(.title, [.words("x")]), action: .keep),
        ]
        let digests = try rules.map { try RuleSet(compiling: [$0]).digest }
        #expect(Set(digests).count == 3)
        #expect(try RuleSet(compiling: [rules[0]]).digest == digests[0])
    }

    @Test func theAgeBandChangesWhenAnAnswerMay() throws {
        let rules = try RuleSet(compiling: [
            Rule(name: "a", condition: .not(.age(.init(over: 2, under: 5))), action: .drop)
        ])
        let day: Int64 = 86_400
        let bands = [0, 2 * day - 1, 2 * day, 2 * day + 1, 5 * day - 1, 5 * day, 5 * day + 1].map { age in
            let then = Timestamp(seconds: now.seconds - age)
            let isDropped = rules.apply(entry, of: feed, sortKey: then, now: now).isDropped
            return "\(rules.ageBand(of: then, now: now)) \(isDropped)"
        }
        #expect(bands == ["0 true", "0 true", "1 true", "2 false", "2 false", "3 true", "4 true"])
    }

    private let now = Timestamp(seconds: 1_790_000_000)
    private let sortKey = Timestamp(seconds: 1_790_000_000 - 10 * 86_400)

    private let feed = RuleFeed(
        address: "https://a.example/feed", title: "Coast News", language: "en-GB", rules: ["named"])

    private var entry: Entry {
        var entry = Entry()
        entry.link = "https://a.example/weather/1"
        entry.title = Text("<b>Storm</b> tonight", type: .html)
        entry.summary = Text("In short: wind")
        entry.content = [
            Text(
                #"<p>The <b>harbor</b> wall</p><div class="big ad"><p>Buy <i class="ad">a</i> boat</p></div>"#,
                type: .html)
        ]
        entry.authors = [Person(name: "Ann Lee", email: "ann@a.example")]
        entry.categories = [Category(term: "Weather"), Category(term: "w", label: "A label")]
        entry.links = [
            Link(rel: "enclosure", href: "x", type: "audio/mpeg"), Link(rel: "enclosure", href: "y", type: "video/mp4"),
        ]
        return entry
    }

    private func run(_ rules: Rule...) throws -> RuleOutcome {
        try RuleSet(compiling: rules).apply(entry, of: feed, sortKey: sortKey, now: now)
    }
}
