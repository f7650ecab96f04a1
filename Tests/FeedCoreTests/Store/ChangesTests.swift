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
        return [candidate.key: KnownEntry(digest: candidate.digest, firstSeen: seen, rewrites: 0)]
    }

    @Test func unseenEntriesAreNew() {
        let changes = Changes([Self.candidate("a"), Self.candidate("b")], known: [:], now: Self.now, backfill: nil)
        #expect(changes.written.map(\.entry.id) == ["a", "b"])
        #expect(changes.written.allSatisfy { $0.isNew && $0.firstSeen == Self.now && $0.sortKey == Self.now })
    }

    @Test func whatIsUnchangedIsNotWritten() {
        let old = Self.candidate("a")
        let changes = Changes([old], known: Self.known(old, firstSeen: 5), now: Self.now, backfill: 10)
        #expect(changes.written.isEmpty && changes.missing.isEmpty)
    }

    @Test func anEditKeepsTheFirstSight() throws {
        let known = Self.known(Self.candidate("a", text: "old"), firstSeen: 5)
        let changes = Changes([Self.candidate("a", text: "new")], known: known, now: Self.now, backfill: 10)
        let change = try #require(changes.written.first)
        #expect(!change.isNew && change.firstSeen == Timestamp(seconds: 5) && change.sortKey == Timestamp(seconds: 5))
    }

    @Test func theFirstOfSeveralEntriesWithOneIdCounts() {
        let twice = [Self.candidate("a", text: "first"), Self.candidate("a", text: "second")]
        let changes = Changes(twice, known: [:], now: Self.now, backfill: nil)
        #expect(changes.written.map(\.entry.title?.value) == ["first"])
    }

    @Test func idsThatDifferOnlyInNormalizationAreDifferent() {
        let changes = Changes(
            [Self.candidate("caf\u{E9}"), Self.candidate("cafe\u{301}")], known: [:], now: Self.now, backfill: nil)
        #expect(changes.written.count == 2)
    }

    @Test func aDateInTheFutureCountsAsTheMomentItWasSeen() {
        let changes = Changes(
            [Self.candidate("a", published: 9_000_000)], known: [:], now: Self.now, backfill: nil)
        #expect(changes.written.map(\.sortKey) == [Self.now] && changes.written.map(\.updated) == [Self.now])
    }

    @Test func aNewFeedBringsInItsNewestOnly() {
        let many = (1...5).map { Self.candidate("\($0)", published: Int64($0)) }
        let changes = Changes(many, known: [:], now: Self.now, backfill: 2)
        #expect(changes.written.filter { $0.withheld == nil }.map(\.entry.id) == ["4", "5"])
        #expect(changes.written.filter { $0.withheld == .backfill }.count == 3)
    }

    @Test func undatedEntriesCountAsNewestInDocumentOrder() {
        let many = (1...3).map { Self.candidate("\($0)") }
        let changes = Changes(many, known: [:], now: Self.now, backfill: 1)
        #expect(changes.written.filter { $0.withheld == nil }.map(\.entry.id) == ["1"])
    }

    @Test func whatTheDocumentNoLongerCarriesIsMissing() {
        let gone = Self.candidate("gone")
        let changes = Changes([], known: Self.known(gone, firstSeen: 1), now: Self.now, backfill: nil)
        #expect(changes.missing == [gone.key])
    }
}
