import Foundation
import Testing

@testable import FeedCore

struct SQLiteStoreTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.path("test.sqlite"))
    }

    private func record(
        _ id: String, at time: Int64, withheld: Withheld? = nil, facets: [UInt8] = [], body: [UInt8]? = nil
    ) throws -> EntryRecord {
        var entry = Entry()
        entry.id = id
        let moment = Timestamp(seconds: time)
        return EntryRecord(
            key: EntryKey(id), digest: Digest(of: Array(id.utf8)), firstSeen: moment, sortKey: moment, updated: moment,
            body: try body ?? JSONRecord.encode(entry), facets: facets, withheld: withheld)
    }

    private func update(_ feed: FeedRecord, _ entries: [EntryRecord], removed: [EntryKey] = []) -> FeedUpdate {
        var metadata = Feed()
        metadata.title = Text("title of \(feed.address)")
        let document = FeedUpdate.Document(
            metadata: metadata, validators: Validators(etag: "\"e\"", lastModified: "yesterday"),
            bodyDigest: Digest(of: [1]), entries: entries, removed: removed)
        return FeedUpdate(
            feed: feed.id, checkedAt: Timestamp(seconds: 77), nextCheck: Timestamp(seconds: 99),
            outcome: .changed(document))
    }

    private func ids(_ river: [RiverEntry]) -> [String?] { river.map(\.entry.id) }

    private func river(limit: Int = 10, perFeed: Int = 10) throws -> [RiverEntry] {
        let feeds = try store.feeds()
        let inventory = try store.inventory()
        let entries = River.inOrder(inventory.entries, keepsRetired: false)
        let river = River(
            entries, candidates: River.candidates(entries, inventory.facets, feeds), feeds: feeds, folds: true)
        return try river.read(river.window(limit: limit, perFeed: perFeed), from: store)
    }

    @Test func remembersWhatWasCommittedAcrossOpenings() throws {
        let feed = try #require(try store.follow(["https://a.example/"]).last)
        try store.commit([update(feed, [try record("1", at: 5)])])
        let again = try #require(try SQLiteStore(path: folder.path("test.sqlite")).feeds().last)
        #expect(again.address == "https://a.example/")
        #expect(try store.counts().byFeed == [feed.id: 1])
        #expect(again.validators == Validators(etag: "\"e\"", lastModified: "yesterday"))
        #expect(again.metadata.title?.value == "title of https://a.example/")
        #expect(again.checkedAt == Timestamp(seconds: 77) && again.succeededAt == Timestamp(seconds: 77))
        #expect(again.nextCheck == Timestamp(seconds: 99) && again.bodyDigest == Digest(of: [1]))
        #expect(again.wholeAt == Timestamp(seconds: 77))
        #expect(try store.knownEntries(of: feed.id).keys.map(\.bytes) == [Array("1".utf8)])
    }

    @Test func theRiverIsNewestFirstAndCapped() throws {
        let feeds = try store.follow(["a", "b"])
        try store.commit([
            update(feeds[1], try (1...4).map { try record("a\($0)", at: Int64($0)) }),
            update(feeds[2], [try record("b", at: 3), try record("hidden", at: 9, withheld: .backfill)]),
        ])
        #expect(ids(try river()) == ["a4", "a3", "b", "a2", "a1"])
        #expect(ids(try river(limit: 3, perFeed: 10)) == ["a4", "a3", "b"])
        #expect(ids(try river(limit: 10, perFeed: 1)) == ["a4", "b"])
    }

    @Test func aRewriteKeepsThePlaceInTheRiver() throws {
        let feed = try #require(try store.follow(["a"]).last)
        try store.commit([update(feed, [try record("x", at: 1), try record("y", at: 2)])])
        try store.commit([update(feed, [try record("x", at: 50)])])
        let river = try self.river()
        #expect(ids(river) == ["y", "x"])
        #expect(river.last?.updated == Timestamp(seconds: 50))
    }

    @Test func feedsNoLongerFollowedKeepTheirEntriesUnpublished() throws {
        let feed = try #require(try store.follow(["a"]).last)
        try store.commit([update(feed, [try record("x", at: 1)])])
        _ = try store.follow([])
        #expect(try river().isEmpty)
        #expect(try store.counts() == StoreCounts(entries: 0, articles: 0, byFeed: [:]))
        _ = try store.follow(["a"])
        #expect(ids(try river()) == ["x"])
    }

    @Test func articlesAreCountedAndHaveNoFeed() throws {
        let articles = try #require(try store.follow([]).first)
        try store.commit([update(articles, [try record("x", at: 1), try record("y", at: 2)])])
        #expect(try store.counts() == StoreCounts(entries: 2, articles: 2, byFeed: [articles.id: 2]))
        try store.commit([update(articles, [], removed: [EntryKey("x")])])
        let river = try self.river()
        #expect(ids(river) == ["y"] && river.first?.feed == nil)
    }

    @Test(arguments: [(length: 100, isMoved: false), (length: 4 << 20, isMoved: true)])
    func aLongLogIsBroughtHomeBeforeTheStoreIsClosed(_ log: (length: Int, isMoved: Bool)) throws {
        func size() throws -> Int { try #require(FileTraits(folder.url.appending(path: "test.sqlite"))).size }
        let feed = try #require(try store.follow(["a"]).last)
        let before = try size()
        let body = [UInt8](repeating: 0x20, count: log.length)
        try store.commit([update(feed, [try record("1", at: 1, body: body)])])
        #expect(try size() == before)
        store.settle()
        #expect(try (size() > before) == log.isMoved)
    }

    /// Several connections read many of them, and put together what they have read.
    @Test(arguments: [[2, 0, 3], [2_000, 10, 0, 3_500], [6_000], [0, 5_400, 1]])
    func theInventoryHasAllEntriesFeedByFeed(sizes: [Int]) throws {
        let feeds = Array(try store.follow(sizes.indices.map { "feed \($0)" }).dropFirst())
        func number(_ feed: Int, _ entry: Int) -> UInt64 { UInt64(feed * 10_000 + entry) }
        try store.commit(
            zip(feeds, sizes).enumerated().map { index, feed in
                update(
                    feed.0,
                    try (0..<feed.1).map { entry in
                        var facets = MergeFacets()
                        facets.id = number(index, entry)
                        return try record("\(index)-\(entry)", at: Int64(entry), facets: facets.bytes)
                    })
            })
        let inventory = try store.inventory()
        #expect(
            inventory.entries.joined().map(\.feed) == zip(feeds, sizes).flatMap { Array(repeating: $0.id, count: $1) })
        let facets = inventory.entries.joined().map { inventory.facets[$0.place] }
        #expect(
            facets.map(\.id)
                == sizes.enumerated().flatMap { feed, size in (0..<size).reversed().map { number(feed, $0) } })
    }

    @Test func whatWasPublishedIsRemembered() throws {
        let feed = try #require(try store.follow(["a"]).last)
        try store.commit([update(feed, [try record("x", at: 1)])])
        let entry = try #require(try store.inventory().entries.joined().first)
        let record = PublicationRecord(
            inputs: Digest(of: [1]), entries: 7, files: ["a.xml": Digest(of: [2]), "b.xml": Digest(of: [3])])
        #expect(try store.publication() == PublicationRecord())
        try store.commit(record, archived: [entry.id: 202_610_001])
        #expect(try store.publication() == record)
        #expect(try store.inventory().entries.joined().first?.archive == 202_610_001)
        try store.commit(PublicationRecord(), archived: [entry.id: nil])
        #expect(try store.publication() == PublicationRecord())
        #expect(try store.inventory().entries.joined().first?.archive == nil)
    }

    /// A publication looks at nothing else to know whether there is anything to do.
    @Test func theGenerationFollowsWhatIsPublished() throws {
        let feed = try #require(try store.follow(["a"]).last)
        func check(_ outcome: FeedUpdate.Outcome) throws -> Bool {
            let before = try store.generation()
            try store.commit([
                FeedUpdate(feed: feed.id, checkedAt: Timestamp(seconds: 1), nextCheck: nil, outcome: outcome)
            ])
            return try store.generation() != before
        }
        #expect(try !check(.unchanged(Validators(etag: "1"), whole: true)))
        #expect(try check(.failed("why")))
        #expect(try !check(.failed("why")))
        #expect(try !check(.postponed))
        #expect(try check(.unchanged(Validators(), whole: false)))
        let before = try store.generation()
        _ = try store.follow(["a"])
        #expect(try store.generation() == before)
        _ = try store.follow(["a", "b"])
        #expect(try store.generation() != before)
    }

    @Test func failuresAddUpUntilASuccess() throws {
        let feed = try #require(try store.follow(["a"]).last)
        let time = Timestamp(seconds: 1)
        for _ in 1...2 {
            try store.commit([FeedUpdate(feed: feed.id, checkedAt: time, nextCheck: nil, outcome: .failed("why"))])
        }
        #expect(try store.feeds().last?.failures == 2)
        #expect(try store.feeds().last?.error == "why")
        try store.commit([
            FeedUpdate(
                feed: feed.id, checkedAt: time, nextCheck: nil, outcome: .unchanged(Validators(etag: "n"), whole: false)
            )
        ])
        #expect(try store.feeds().last?.failures == 0)
        #expect(try store.feeds().last?.error == nil)
        #expect(try store.feeds().last?.validators.etag == "n")
        #expect(try store.feeds().last?.wholeAt == nil)
    }

    @Test func whatAFeedSaysOfItsRhythmIsKept() throws {
        let feed = try #require(try store.follow(["a"]).last)
        var hints = FeedHints()
        (hints.wait, hints.skippedHours, hints.skippedDays) = (7_200, 1 << 23 | 1, 1 << 6)
        hints.grid = FeedHints.Grid(base: -60, step: 3_600)
        hints.rhythm = PostRhythm(newest: Timestamp(seconds: 70), gap: 9)
        for hints in [hints, FeedHints()] {
            let document = FeedUpdate.Document(
                metadata: Feed(), hints: hints, validators: Validators(), bodyDigest: Digest(of: [1]), entries: [])
            try store.commit([
                FeedUpdate(
                    feed: feed.id, checkedAt: Timestamp(seconds: 77), nextCheck: nil, outcome: .changed(document))
            ])
            #expect(try store.feeds().last?.hints == hints)
        }
    }

    /// An older store has what they say in their metadata only.
    @Test func feedsThatSayWhenToAskAreReadAnewAfterTheUpgrade() throws {
        let path = folder.path("older.sqlite")
        let older = try Connection(path: path)
        try older.migrate(Array(Schema.migrations.prefix(10)))
        var (said, skipping, paced) = (Feed(), Feed(), Feed())
        said.ttl = 60
        skipping.skipHours = [3]
        paced.syndication.updatePeriod = "daily"
        for (address, feed) in [("a", said), ("b", skipping), ("c", paced), ("d", Feed())] {
            try older.run(
                "INSERT INTO feed (address, position, metadata, whole_at, body_digest) VALUES (?1, 1, ?2, 5, ?3)",
                .text(address), .blob(try JSONRecord.encode(feed)), .blob(Digest(of: []).bytes))
        }
        let feeds = try SQLiteStore(path: path).feeds().sorted { $0.address < $1.address }
        #expect(feeds.map { $0.wholeAt == nil && $0.bodyDigest == nil } == [true, true, true, false])
        #expect(feeds.first?.metadata == said)
    }

    @Test func theTextsOfAnOlderStoreAreThere() throws {
        let path = folder.path("older.sqlite")
        let older = try Connection(path: path)
        try older.migrate(Array(Schema.migrations.prefix(11)))
        try older.run("INSERT INTO feed (id, address, position) VALUES (1, 'a', 1)")
        for (id, title) in [(5, "five"), (7, "seven")] {
            var entry = Entry()
            entry.title = Text(title)
            try older.run(
                """
                INSERT INTO entry (id, feed, key, digest, first_seen, sort_key, updated, body)
                VALUES (?1, 1, ?2, x'00', 0, 0, 0, ?3)
                """, .integer(Int64(id)), .blob(Array(title.utf8)), .blob(try JSONRecord.encode(entry)))
        }
        let store = try SQLiteStore(path: path)
        #expect(try store.texts(of: [7, 5]).map(\.title?.value) == ["seven", "five"])
        #expect(try store.entries(with: ["seven"], limit: 9).map(\.id) == [7])
    }

    @Test func aBatchIsWrittenWhollyOrNotAtAll() throws {
        let feed = try #require(try store.follow(["a"]).last)
        let unknown = FeedUpdate(
            feed: 4_711, checkedAt: Timestamp(seconds: 1), nextCheck: nil,
            outcome: .changed(
                FeedUpdate.Document(
                    metadata: Feed(), validators: Validators(), bodyDigest: Digest(of: []),
                    entries: [try record("orphan", at: 1)])))
        #expect(throws: StoreError.self) { try store.commit([update(feed, [try record("x", at: 1)]), unknown]) }
        #expect(try store.counts().entries == 0)
        #expect(try store.feeds().last?.validators == Validators())
    }

    @Test(arguments: ["not a database, but long enough to be taken for the header of one", ""])
    func aCorruptFileIsAnErrorAndAnEmptyOneIsNew(_ bytes: String) throws {
        try folder.write(bytes, to: "odd.sqlite")
        if bytes.isEmpty {
            #expect(try SQLiteStore(path: folder.path("odd.sqlite")).counts().entries == 0)
        } else {
            let error = #expect(throws: StoreError.self) { _ = try SQLiteStore(path: folder.path("odd.sqlite")) }
            #expect(error?.file?.hasSuffix("odd.sqlite") == true && error?.advice?.contains("backup") == true)
        }
    }

    @Test func aDatabaseOfANewerProgramIsRefused() throws {
        let connection = try Connection(path: folder.path("newer.sqlite"))
        try connection.execute("PRAGMA user_version = 1000")
        #expect(throws: StoreError.self) { _ = try SQLiteStore(path: folder.path("newer.sqlite")) }
    }
}
