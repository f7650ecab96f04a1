import Testing

@testable import FeedCore

struct ChangesTests {
    private static let now = Timestamp(seconds: 1_000_000)

    private static func candidate(_ id: String, text: String = "t", published: Int64? = nil) -> Changes.Candidate {
        var entry = Entry()
        entry.title = Text(text)
        entry.published = published.map { Timestamp(seconds: $0) }
        return Changes.Candidate(entry, id: id)
    }

    private static func known(_ candidate: Changes.Candidate, firstSeen: Int64) throws -> [EntryKey: KnownEntry] {
        let seen = Timestamp(seconds: firstSeen)
        return [
            candidate.key: KnownEntry(
                key: candidate.key, digest: try SentEntry(candidate.entry).digest, firstSeen: seen,
                updated: seen, rewrites: 0)
        ]
    }

    private static func changes(
        _ candidates: [Changes.Candidate], known: [EntryKey: KnownEntry], backfill: Int?
    ) throws -> Changes {
        try Changes(
            candidates, known: known, hosts: FeedHosts(of: Feed(), at: "https://a.example/feed"), now: now,
            fetched: now, backfill: backfill)
    }

    @Test func unseenEntriesAreNew() throws {
        let changes = try Self.changes([Self.candidate("a"), Self.candidate("b")], known: [:], backfill: nil)
        #expect(changes.written.map(\.entry.id) == ["a", "b"])
        #expect(changes.written.allSatisfy { $0.isNew && $0.firstSeen == Self.now })
    }

    @Test func whatIsUnchangedIsNotWritten() throws {
        let old = Self.candidate("a")
        let changes = try Self.changes([old], known: Self.known(old, firstSeen: 5), backfill: 10)
        #expect(changes.written.isEmpty && changes.missing.isEmpty)
    }

    @Test(arguments: [(Withheld.backfill, Withheld.backfill), (.deleted, nil), (nil, nil)])
    func anEditPublishesNothingThatWasOldWhenItCame(_ before: Withheld?, _ after: Withheld?) throws {
        var known = try Self.known(Self.candidate("a", text: "old"), firstSeen: 5)
        known[EntryKey("a")]?.withheld = before
        let changes = try Self.changes([Self.candidate("a", text: "new")], known: known, backfill: 10)
        #expect(changes.written.map(\.withheld) == [after])
    }

    @Test func anEditKeepsTheFirstSight() throws {
        let known = try Self.known(Self.candidate("a", text: "old"), firstSeen: 5)
        let changes = try Self.changes([Self.candidate("a", text: "new")], known: known, backfill: 10)
        let change = try #require(changes.written.first)
        #expect(!change.isNew && change.firstSeen == Timestamp(seconds: 5) && change.sortKey == Timestamp(seconds: 5))
    }

    @Test func theFirstOfSeveralEntriesWithOneIdCounts() throws {
        let twice = [Self.candidate("a", text: "first"), Self.candidate("a", text: "second")]
        let changes = try Self.changes(twice, known: [:], backfill: nil)
        #expect(changes.written.map(\.entry.title?.value) == ["first"])
    }

    @Test func idsThatDifferOnlyInNormalizationAreDifferent() throws {
        let changes = try Self.changes(
            [Self.candidate("caf\u{E9}"), Self.candidate("cafe\u{301}")], known: [:], backfill: nil)
        #expect(changes.written.count == 2)
    }

    @Test func aDateInTheFutureCountsAsTheMomentItWasSeen() throws {
        let changes = try Self.changes([Self.candidate("a", published: 9_000_000)], known: [:], backfill: nil)
        #expect(changes.written.map(\.sortKey) == [Self.now] && changes.written.map(\.updated) == [Self.now])
    }

    @Test func aNewFeedBringsInItsNewestOnly() throws {
        let many = (1...5).map { Self.candidate("\($0)", published: Int64($0)) }
        let changes = try Self.changes(many, known: [:], backfill: 2)
        #expect(changes.written.filter { $0.withheld == nil }.map(\.entry.id) == ["4", "5"])
        #expect(changes.written.filter { $0.withheld == .backfill }.count == 3)
    }

    @Test func undatedPagesAreNotTheNewestOfANewFeed() throws {
        let mixed = [Self.candidate("about"), Self.candidate("a", published: 1), Self.candidate("b", published: 2)]
        let changes = try Self.changes(mixed, known: [:], backfill: 2)
        #expect(changes.written.filter { $0.withheld == nil }.map(\.entry.id) == ["a", "b"])
    }

    @Test func undatedEntriesCountAsNewestInDocumentOrder() throws {
        let many = (1...3).map { Self.candidate("\($0)") }
        let changes = try Self.changes(many, known: [:], backfill: 1)
        #expect(changes.written.filter { $0.withheld == nil }.map(\.entry.id) == ["1"])
    }

    @Test func whatTheDocumentNoLongerCarriesIsMissing() throws {
        let gone = Self.candidate("gone")
        let changes = try Self.changes([], known: Self.known(gone, firstSeen: 1), backfill: nil)
        #expect(changes.missing == [gone.key])
    }

    /// Its title is all that it is called by; a text that nobody will see is not worth a look.
    @Test func ofAnEntryThatIsWithheldOnlyTheOutlineCounts() throws {
        func candidates(_ title: String, _ text: String) -> [Changes.Candidate] {
            ["new", "old"].enumerated().map { place, id in
                var entry = Entry()
                entry.title = Text(title)
                entry.content = [Text(text)]
                entry.published = Timestamp(seconds: Int64(9 - place))
                return Changes.Candidate(entry, id: id)
            }
        }
        let first = try Self.changes(candidates("title", "text"), known: [:], backfill: 1).written
        #expect(first.map(\.withheld) == [nil, .backfill] && first.map { $0.facets.text == 0 } == [false, true])
        let known = first.map { change in
            KnownEntry(
                key: change.key, digest: change.digest, firstSeen: change.firstSeen, updated: change.updated,
                rewrites: 0, facets: change.facets, withheld: change.withheld)
        }
        func written(_ title: String, _ text: String) throws -> [String?] {
            let known = Dictionary(uniqueKeysWithValues: known.map { ($0.key, $0) })
            return try Self.changes(candidates(title, text), known: known, backfill: 1).written.map(\.entry.id)
        }
        #expect(try written("title", "text") == [])
        #expect(try written("title", "other") == ["new"])
        #expect(try written("other", "text") == ["new", "old"])
    }
}
