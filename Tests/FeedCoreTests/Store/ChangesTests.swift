import Testing

@testable import FeedCore

struct ChangesTests {
    private static let now = Timestamp(seconds: 1_000_000)

    private static func candidate(_ id: String, text: String = "t", published: Int64? = nil) -> Changes.Candidate {
        var entry = Entry()
        entry.id = id
        entry.title = Text(text)
        entry.published = published.map { Timestamp(seconds: $0) }
        return Changes.Candidate(entry: entry, key: EntryKey(id), digest: Digest(of: Array((id + text).utf8)))
    }

    private static func known(_ candidate: Changes.Candidate, firstSeen: Int64) -> [EntryKey: KnownEntry] {
        let seen = Timestamp(seconds: firstSeen)
        return [
            candidate.key: KnownEntry(
                key: candidate.key, digest: candidate.digest, firstSeen: seen, updated: seen, rewrites: 0)
        ]
    }

    private static func changes(
        _ candidates: [Changes.Candidate], known: [EntryKey: KnownEntry], backfill: Int?
    ) -> Changes {
        Changes(
            candidates, known: known, hosts: FeedHosts(of: Feed(), at: "https://a.example/feed"), now: now,
            fetched: now, backfill: backfill)
    }

    @Test func unseenEntriesAreNew() {
        let changes = Self.changes([Self.candidate("a"), Self.candidate("b")], known: [:], backfill: nil)
        #expect(changes.written.map(\.entry.id) == ["a", "b"])
        #expect(changes.written.allSatisfy { $0.isNew && $0.firstSeen == Self.now })
    }

    @Test func whatIsUnchangedIsNotWritten() {
        let old = Self.candidate("a")
        let changes = Self.changes([old], known: Self.known(old, firstSeen: 5), backfill: 10)
        #expect(changes.written.isEmpty && changes.missing.isEmpty)
    }

    @Test(arguments: [(Withheld.backfill, Withheld.backfill), (.deleted, nil), (nil, nil)])
    func anEditPublishesNothingThatWasOldWhenItCame(_ before: Withheld?, _ after: Withheld?) {
        var known = Self.known(Self.candidate("a", text: "old"), firstSeen: 5)
        known[EntryKey("a")]?.withheld = before
        let changes = Self.changes([Self.candidate("a", text: "new")], known: known, backfill: 10)
        #expect(changes.written.map(\.withheld) == [after])
    }

    @Test func anEditKeepsTheFirstSight() throws {
        let known = Self.known(Self.candidate("a", text: "old"), firstSeen: 5)
        let changes = Self.changes([Self.candidate("a", text: "new")], known: known, backfill: 10)
        let change = try #require(changes.written.first)
        #expect(!change.isNew && change.firstSeen == Timestamp(seconds: 5) && change.sortKey == Timestamp(seconds: 5))
    }

    @Test func theFirstOfSeveralEntriesWithOneIdCounts() {
        let twice = [Self.candidate("a", text: "first"), Self.candidate("a", text: "second")]
        let changes = Self.changes(twice, known: [:], backfill: nil)
        #expect(changes.written.map(\.entry.title?.value) == ["first"])
    }

    @Test func idsThatDifferOnlyInNormalizationAreDifferent() {
        let changes = Self.changes(
            [Self.candidate("caf\u{E9}"), Self.candidate("cafe\u{301}")], known: [:], backfill: nil)
        #expect(changes.written.count == 2)
    }

    @Test func aDateInTheFutureCountsAsTheMomentItWasSeen() {
        let changes = Self.changes([Self.candidate("a", published: 9_000_000)], known: [:], backfill: nil)
        #expect(changes.written.map(\.sortKey) == [Self.now] && changes.written.map(\.updated) == [Self.now])
    }

    @Test func aNewFeedBringsInItsNewestOnly() {
        let many = (1...5).map { Self.candidate("\($0)", published: Int64($0)) }
        let changes = Self.changes(many, known: [:], backfill: 2)
        #expect(changes.written.filter { $0.withheld == nil }.map(\.entry.id) == ["4", "5"])
        #expect(changes.written.filter { $0.withheld == .backfill }.count == 3)
    }

    @Test func undatedPagesAreNotTheNewestOfANewFeed() {
        let mixed = [Self.candidate("about"), Self.candidate("a", published: 1), Self.candidate("b", published: 2)]
        let changes = Self.changes(mixed, known: [:], backfill: 2)
        #expect(changes.written.filter { $0.withheld == nil }.map(\.entry.id) == ["a", "b"])
    }

    @Test func undatedEntriesCountAsNewestInDocumentOrder() {
        let many = (1...3).map { Self.candidate("\($0)") }
        let changes = Self.changes(many, known: [:], backfill: 1)
        #expect(changes.written.filter { $0.withheld == nil }.map(\.entry.id) == ["1"])
    }

    @Test func whatTheDocumentNoLongerCarriesIsMissing() {
        let gone = Self.candidate("gone")
        let changes = Self.changes([], known: Self.known(gone, firstSeen: 1), backfill: nil)
        #expect(changes.missing == [gone.key])
    }
}
