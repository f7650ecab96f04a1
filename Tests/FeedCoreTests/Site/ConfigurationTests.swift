import Testing

@testable import FeedCore

struct ConfigurationTests {
    @Test func titleAndLinkAreEnough() throws {
        let site = try read(#"{ title: "T", link: "https://a.example/blog" }"#)
        #expect(site == Configuration(title: "T", link: "https://a.example/blog"))
        #expect(site.id == "tag:a.example,2026:/blog/")
        #expect(site.publish.directory == "public" && site.publish.formats == [.atom, .rss, .json, .html, .opml])
        #expect(site.fetch.maxBodyBytes == 15_728_640 && site.schedule.maximum == 1_440)
    }

    @Test func everyKeyIsRead() throws {
        let site = try read(
            #"""
            // A comment
            { "title": 'It\'s "T"', link: "http://a.example/", subtitle: "\u00fc\
            ber", id: "urn:x:1", language: "pt-BR", rights: "R", icon: "i.png", logo: "/l.png",
              author: { name: "N", uri: "me", email: "n@a.example", }, /* and */
              publish: { directory: "out", formats: ["atom", "atom"], entries: 0x10, entriesPerFeed: 1, archives: false,
                precompress: false, hub: "https://h.example/", views: [] },
              fetch: { timeout: .5, connectTimeout: 2., maxBodyBytes: 2e3, maxRedirects: 0, maxConcurrent: 1,
                maxConcurrentPerHost: +2, minHostGap: 0, allowPrivateNetworks: true, userAgent: "me",
                proxy: "socks5h://p.example:1080", caFile: "ca.pem" },
              schedule: { interval: 5, maximum: 10 }, merge: { duplicates: "keep", backfill: 0, trackers: "keep",
                players: ["vimeo", "youtube"] },
              rules: [], retention: { days: 0, entriesPerFeed: 1 }, store: "sqlite:/var/db/x" }
            """#)
        #expect(site.title == #"It's "T""# && site.subtitle == "über" && site.id == "urn:x:1")
        #expect(site.icon == "http://a.example/i.png" && site.logo == "http://a.example/l.png")
        #expect(site.author == Person(name: "N", email: "n@a.example", uri: "http://a.example/me"))
        #expect(site.publish.formats == [.atom] && site.publish.entries == 16 && !site.publish.archives)
        #expect(site.fetch.timeout == 0.5 && site.fetch.connectTimeout == 2 && site.fetch.maxBodyBytes == 2_000)
        #expect(site.fetch.maxConcurrentPerHost == 2 && site.fetch.allowPrivateNetworks)
        #expect(
            site.schedule
                == {
                    var s = Configuration.Schedule(); (s.interval, s.minimum, s.maximum) = (5, 5, 10); return s
                }())
        #expect(site.merge.trackers == .keep && site.merge.players == [.vimeo, .youtube])
        #expect(site.merge.duplicates == .keep && site.store == "/var/db/x" && site.retention.days == 0)
    }

    @Test(arguments: [("true", "all"), ("false", "off"), ("\"off\"", "off"), ("null", "current")])
    func whatIsCompressedIsSaidInOneOfThreeWays(_ value: String, _ want: String) throws {
        let site = try read(#"{ title: "T", link: "https://a.example/", publish: { precompress: \#(value) } }"#)
        #expect(site.publish.precompress.rawValue == want)
    }

    /// What is wrong, and what the one line must say.
    @Test(arguments: [
        ("{ titel: 1 }", "1:3: 'titel' is not a key of feedtool; did you mean 'title'?"),
        (
            "{ \(good),\n fetch: { timeOut: 1 } }",
            "2:11: 'fetch.timeOut' is not a key of feedtool; did you mean 'timeout'?"
        ),
        ("{ \(good), entriesPerFeed: 1 }", "'entriesPerFeed' belongs in 'publish'"),
        ("{ \(good), zzzzzzzz: 1 }", "known here: title, subtitle"),
        ("{ link: \"https://a.example/\" }", "'title' is missing; add title: \"A title\""),
        ("{ title: \"T\" }", "'link' is missing"),
        ("{ title: 3, link: \"https://a.example/\" }", "1:10: 'title' is 3; it must be a text in quotes"),
        ("{ title: \" \", link: \"https://a.example/\" }", "a text that is not empty"),
        ("{ title: \"T\", link: \"a.example\" }", "'link' is the text \"a.example\"; it must be an address"),
        ("{ \(good), publish: [] }", "'publish' is a list; it must be an object"),
        ("{ \(good), publish: { entries: 0 } }", "'publish.entries' is 0; it must be a whole number, 1 to 100000"),
        ("{ \(good), publish: { entries: 1.5 } }", "'publish.entries' is 1.5"),
        ("{ \(good), publish: { formats: [\"pdf\"] } }", "must be one of \"atom\", \"rss\""),
        ("{ \(good), publish: { directory: \"./feeds\" } }", "a directory for published files alone"),
        ("{ \(good), publish: { directory: \"a/..\" } }", "a directory for published files alone"),
        ("{ \(good), publish: { views: [{}] } }", "'publish.views[0].name' is missing"),
        ("{ \(good), publish: { views: [{ name: \"x\" }] } }", "chooses nothing"),
        ("{ \(good), publish: { views: [{ name: \"../x\", tag: \"x\" }] } }", "must be a path"),
        ("{ \(good), publish: { views: [{ name: \"archive/x\", tag: \"x\" }] } }", "must be a path"),
        (
            "{ \(good), publish: { views: [{ name: \"x\", tag: \"a\" }, { name: \"x\", tag: \"b\" }] } }",
            "two views with the name"
        ),
        ("{ \(good), publish: { views: [{ name: \"x\", tags: \"x\" }] } }", "did you mean 'tag'?"),
        (
            "{ \(good), publish: { views: [{ name: \"x\", rule: \"job\" }] }, "
                + "rules: [{ name: \"jobs\", match: {}, action: \"keep\" }] }",
            "did you mean 'jobs'?"
        ),
        ("{ \(good), fetch: { allowPrivateNetworks: \"yes\" } }", "it must be true or false"),
        ("{ \(good), fetch: { timeout: -1 } }", "a number of seconds, 0.1 to 3600"),
        ("{ \(good), schedule: { minimum: 50, maximum: 20 } }", "minimum <= interval <= maximum"),
        ("{ \(good), merge: { duplicates: \"fold\" } }", "one of \"collapse\", \"keep\""),
        (
            "{ \(good), merge: { players: [\"youtub\"] } }",
            "'merge.players' is the text \"youtub\"; it must be one of \"dailymotion\", \"spotify\""
        ),
        ("{ \(good), merge: { players: \"youtube\" } }", "a list with some of \"dailymotion\""),
        ("{ \(good), store: \"postgresql://x\" }", "must be \"sqlite:PATH\""),
        ("{ \(good), language: \"english language\" }", "a language tag"),
        ("[]", "1:1: is a list; it must be an object"),
        ("", "1:1: is not JSON: expected a value, found the end"),
        ("{\n title: \"T\n}", "2:9: is not JSON: this text has no closing quote"),
        ("{ title: \"T\" link: 1 }", "1:14: is not JSON: expected ',' or '}'"),
        ("{ title: T }", "'T' is no value; text stands in quotes"),
        ("{ a: 1, a: 2 }", "1:9: is not JSON: 'a' stands twice"),
        ("{ a: 1 } x", "expected the end, found 'x'"),
        ("{ a: \"\\ud800\" }", "half of a surrogate pair"),
        (String(repeating: "[", count: 100_000), "nested deeper than 64 levels"),
    ])
    func mistakesAreNamedWithTheirPlace(_ json: String, _ wanted: String) throws {
        let error = #expect(throws: SiteError.self) { try read(json) }
        let message = try #require(error).message
        #expect(message.hasPrefix("feeds/site.json:") && message.contains(wanted), "\(message)")
        #expect(!message.contains("\n") && error?.kind == .configuration)
    }

    private static let good = "title: \"T\", link: \"https://a.example/\""

    private func read(_ json: String) throws -> Configuration { try ConfigurationReader.read(Array(json.utf8)) }
}
