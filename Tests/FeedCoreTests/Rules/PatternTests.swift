import Testing

@testable import FeedCore

struct PatternTests {
    @Test(arguments: [
        ("swift", "Learn Swift today", "Swift"), ("swift", "swiftly", nil), ("swift", "unswift", nil),
        ("open source", "Open \n Source!", "Open \n Source"), ("open source", "opensource", nil),
        ("C++", "All of c++20", "c++"), (".NET", "on .net, too", ".net"), (".NET", "example.net", ".net"),
        ("a.b", "axb", nil), ("50%", "150%", nil), ("\\d", "5", nil), ("#go", "love #Go", "#Go"),
        ("über", "ÜBER alles", "ÜBER"), ("cafe", "cafe\u{301}", nil), ("ΣΟΦΟΣ", "σοφος", "σοφος"),
        ("東京", "東京都", "東京"), ("swift", "東京swift", "swift"), ("ラーメン", "味噌ラーメン屋", "ラーメン"),
        ("example.org/jobs", "https://example.org/jobs/1", "example.org/jobs"), ("🎉", "a🎉b", "🎉"),
    ])
    func wordsAreFoundAsAPersonReadsThem(_ words: String, _ text: String, _ found: String?) throws {
        let pattern = try Pattern(words: ["something else", words])
        #expect(pattern.search(["nothing", text]) == found.map(Pattern.Search.found) ?? .none)
    }

    @Test(arguments: [
        ("hir(e|ing)", "Now HIRING", "HIRING"), ("(?-i)hiring", "Now HIRING", nil), ("^\\w+$", "größe", "größe"),
        ("\\bé", "l'été", "é"), ("\\bt", "été", nil), ("(?<=#)\\d+", "issue #42", "42"), (".$", "日本", "本"),
        ("x*", "aaa", ""),
    ])
    func expressionsAreRead(_ regex: String, _ text: String, _ found: String?) throws {
        #expect(try Pattern(regex: regex).search([text]) == found.map(Pattern.Search.found) ?? .none)
    }

    /// A match may begin anywhere, also where the work is cut into pieces, and in the middle of none of the characters.
    @Test(arguments: [0, 1, 126, 127, 128, 129, 1_000, 40_000])
    func aMatchIsFoundWhereverItBegins(_ offset: Int) throws {
        let pattern = try Pattern(regex: "[x]yz+$")
        for filler in ["a", "é", "日", "🎉"] {
            let count = offset / filler.utf8.count
            #expect(pattern.search([String(repeating: filler, count: count) + "xyzz"]) == .found("xyzz"))
        }
    }

    @Test func expressionsSeeTheBeginningOfALongTextOnly() throws {
        let text = String(repeating: "日", count: 40_000) + "end"
        #expect(try Pattern(regex: "end").search([text]) == .none)
        #expect(try Pattern(words: ["end"]).search([text + " end"]) == .found("end"))
    }

    /// Each would take longer than anyone waits.
    @Test(arguments: [
        ("(a+)+$", 30), ("(a+)+$", 60_000), ("(a|aa)+$", 60_000), ("a*a*a*a*a*[bc]", 60_000), (".*.*.*.*[xy]", 60_000),
        ("(?:a|b|ab)*[cd]", 60_000), ("(x+x+)+y|(a*)*[bc]", 5_000), ("(?:(?:a{1,50}){1,50}){1,50}[bc]", 3_000),
        ("(?R)?a[bc]", 60_000), ("\\w{1,40}[=:]", 60_000), ("(.)\\1*[bc]", 60_000),
    ])
    func noExpressionHoldsUpARefresh(_ regex: String, _ length: Int) throws {
        let pattern = try Pattern(regex: regex)
        let text = String(repeating: "a", count: length) + "!"
        var found = Pattern.Search.none
        let time = ContinuousClock().measure { found = pattern.search([text]) }
        #expect(time < .seconds(2), "\(time)")
        #expect(found == .gaveUp || regex == "\\w{1,40}[=:]")
    }

    @Test(arguments: [("(a", "missing closing parenthesis", 2), ("[z-a]", "range out of order", 3)])
    func whatIsNoExpressionIsRefused(_ regex: String, _ message: String, _ offset: Int) {
        let fault = #expect(throws: Pattern.Fault.self) { try Pattern(regex: regex) }
        #expect(fault?.message.contains(message) == true && fault?.offset == offset, "\(String(describing: fault))")
    }

    @Test(arguments: [
        ("^\\[.*?\\]\\s*", "", "[Sponsored] A title", "A title"), ("(\\w+) (\\w+)", "$2 ${1}", "one two", "two one"),
        ("o", "0", "foo", "f00"), ("(?<year>\\d{4})", "<${year}>", "in 2026", "in <2026>"), ("x", "y", "a", "a"),
        ("a", "$7", "banana", "bnn"),
    ])
    func matchesAreReplaced(_ regex: String, _ replacement: String, _ text: String, _ result: String) throws {
        #expect(try Pattern(regex: regex).replacing(in: text, with: replacement) == result)
        #expect(Pattern.fault(inReplacement: replacement) == nil)
    }

    @Test func aReplacementThatCannotBeReadIsRefused() throws {
        #expect(Pattern.fault(inReplacement: "${open") != nil)
        #expect(try Pattern(regex: "(a+)+$").replacing(in: String(repeating: "a", count: 40) + "!", with: "") == nil)
    }
}
