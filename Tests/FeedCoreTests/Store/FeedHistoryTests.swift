import Testing

@testable import FeedCore

/// What a feed does over its life, and what its readers see of it.
struct FeedHistoryTests {
    private static let start = Timestamp(seconds: 1_790_000_000)
    private static let hosts = FeedHosts(of: Feed(), at: "https://blog.example/feed")

    /// A store of one feed's entries, as far as `Changes` needs one.
    private struct History {
        var known: [EntryKey: KnownEntry] = [:]
        var sortKeys: [EntryKey: Timestamp] = [:]
        var now = FeedHistoryTests.start

        /// A document comes, an hour after the one before.
        mutating func receive(_ entries: [Entry], deletions: [String: Timestamp] = [:]) throws -> Changes {
            now = now.adding(3_600)
            let candidates = zip(entries, EntryID.derive(for: entries)).map { Changes.Candidate($0, id: $1) }
            let changes = try Changes(
                candidates, known: known, hosts: FeedHistoryTests.hosts, now: now, fetched: now, backfill: 10,
                deletions: Dictionary(uniqueKeysWithValues: deletions.map { (EntryKey($0.key), $0.value) }))
            for change in changes.written {
                if change.isNew { sortKeys[change.key] = change.sortKey }
                known[change.key] = KnownEntry(
                    key: change.key, digest: change.digest, firstSeen: change.firstSeen, updated: change.updated,
                    rewrites: change.rewrites, facets: change.facets, withheld: change.withheld)
            }
            for (alias, key) in changes.aliases { known[alias] = known[key] }
            for key in changes.deleted { known[key]?.withheld = .deleted }
            return changes
        }
    }

    private static func posts(
        _ numbers: Range<Int>, id: (Int) -> String = { "https://blog.example/?p=\($0)" },
        link: (Int) -> String = { "https://blog.example/\($0)" }, published: (Int) -> Timestamp? = { day($0) }
    ) -> [Entry] {
        numbers.reversed().map { number in
            var entry = Entry()
            entry.id = id(number)
            entry.link = link(number)
            entry.title = Text("Post \(number)")
            entry.content = [Text("<p>\(Post.text(number))</p>", type: .html)]
            entry.published = published(number)
            return entry
        }
    }

    private static func day(_ number: Int) -> Timestamp { start.adding((number - 100) * 86_400 + number) }

    @Test(arguments: [
        (id: "http://blog.example/?p=", link: "http://blog.example/"),
        (id: "tag:blog.example,2026:", link: "https://blog.example/"),
        (id: "new-", link: "https://new.example/archive/"),
    ])
    func aFeedThatChangesEveryIDBringsNothingNew(_ moved: (id: String, link: String)) throws {
        var history = History()
        #expect(try history.receive(Self.posts(0..<8)).new == 8)
        let before = history.sortKeys
        let after = try history.receive(Self.posts(0..<8, id: { moved.id + "\($0)" }, link: { moved.link + "\($0)" }))
        #expect(after.new == 0 && after.missing.isEmpty && after.aliases.count == 8)
        #expect(after.written.allSatisfy { $0.firstSeen == Self.start.adding(3_600) && before[$0.key] == $0.sortKey })
        // One more comes under the new form, and the old ones are known by their new ids.
        let next = try history.receive(Self.posts(1..<9, id: { moved.id + "\($0)" }, link: { moved.link + "\($0)" }))
        #expect(next.new == 1 && next.written.filter(\.isNew).map(\.entry.title?.value) == ["Post 8"])
        #expect(
            try history.receive(Self.posts(1..<9, id: { moved.id + "\($0)" }, link: { moved.link + "\($0)" })).written
                .isEmpty)
    }

    /// Most of them were withheld when they came, and of those little is known.
    @Test(arguments: [true, false])
    func aLongFeedThatMovesBringsNothingNew(_ isDated: Bool) throws {
        var history = History()
        let published: (Int) -> Timestamp? = { isDated ? Self.day($0) : nil }
        _ = try history.receive(Self.posts(0..<30, published: published))
        let moved = Self.posts(
            0..<30, id: { "new-\($0)" }, link: { "https://new.example/\($0)" }, published: published)
        #expect(try history.receive(moved).new == 0)
    }

    @Test func anEntryKeepsTheIDItWasPublishedUnder() throws {
        var history = History()
        let before = try history.receive(Self.posts(0..<3))
        let changes = try history.receive(Self.posts(0..<3, id: { "new-\($0)" }))
        #expect(changes.written.map(\.facets.id) == before.written.map(\.facets.id))
        #expect(changes.written.map(\.entry.id) == [2, 1, 0].map { "https://blog.example/?p=\($0)" })
    }

    @Test func oneEntryUnderANewIDIsRecognized() throws {
        var history = History()
        _ = try history.receive(Self.posts(0..<5))
        let changes = try history.receive(
            Self.posts(0..<5, id: { $0 == 3 ? "other" : "https://blog.example/?p=\($0)" }))
        #expect(changes.new == 0)
    }

    @Test func aBusyFeedWithTheTitlesOfYesterdayIsNew() throws {
        var history = History()
        func day(_ number: Int) -> [Entry] {
            (0..<6).map { hour in
                var entry = Entry()
                entry.id = "\(number)-\(hour)"
                entry.link = "https://blog.example/\(number)/\(hour)"
                entry.title = Text(hour == 0 ? "Morning news" : "\(number) and \(hour)")
                entry.content = [Text("On day \(number) this happened, at \(hour).")]
                entry.published = Self.day(number).adding(hour * 3_600)
                return entry
            }
        }
        _ = try history.receive(day(1))
        #expect(try history.receive(day(2)).new == 6)
    }

    @Test func datesThatAreAllBumpedMoveNothing() throws {
        var history = History()
        func posts(_ bump: Int) -> [Entry] {
            Self.posts(0..<5).map { entry in
                var entry = entry
                entry.updated = Self.day(50 + bump)
                return entry
            }
        }
        _ = try history.receive(posts(0))
        let before = history.known
        let changes = try history.receive(posts(1))
        #expect(changes.new == 0 && changes.written.count == 5)
        #expect(changes.written.allSatisfy { $0.updated == before[$0.key]?.updated })
    }

    @Test func aNewTextIsAnUpdate() throws {
        var history = History()
        _ = try history.receive(Self.posts(0..<2))
        var posts = Self.posts(0..<2)
        posts[0].content = [Text("All new.")]
        posts[0].updated = Self.day(99)
        #expect(try history.receive(posts).written.map(\.updated) == [Self.day(99)])
    }

    @Test func anEntryThatFlickersIsLeftAloneAtLast() throws {
        var history = History()
        func posts(_ count: Int, _ text: String) -> [Entry] {
            var posts = Self.posts(0..<1)
            posts[0].slash.comments = count
            posts[0].content = [Text(text)]
            return posts
        }
        _ = try history.receive(posts(0, "old"))
        let written = try (1...40).map { try history.receive(posts($0, "old")).written.count }.reduce(0, +)
        #expect(written == 24)
        #expect(try history.receive(posts(41, "new")).written.count == 1)
        #expect(try history.receive(posts(42, "new")).written.count == 1)
    }

    @Test func aFeedDatedByTheRequestIsUndated() throws {
        var history = History()
        let now = Self.start.adding(3_600)
        let changes = try history.receive(Self.posts(0..<5, published: { now.adding(-$0) }))
        let sorted = changes.written.sorted { $0.sortKey > $1.sortKey }
        #expect(sorted.map(\.entry.title?.value) == (0..<5).reversed().map { "Post \($0)" })
        #expect(Set(sorted.map(\.sortKey)).count == 5)
    }

    @Test func aFeedWithOneDateForAllIsUndated() throws {
        var history = History()
        let changes = try history.receive(Self.posts(0..<5, published: { _ in Self.day(3) }))
        #expect(changes.written.allSatisfy { $0.sortKey > Self.start })
    }

    @Test func aFloodBringsInTheNewestOnly() throws {
        var history = History()
        let changes = try history.receive(Self.posts(0..<60))
        #expect(changes.written.count == 60)
        #expect(changes.written.filter { $0.withheld == nil }.map(\.entry.title?.value).first == "Post 59")
        #expect(changes.written.count { $0.withheld == .backfill } == 50)
    }

    @Test func aDateInTheFutureIsClampedOnceAndForAll() throws {
        var history = History()
        let first = try history.receive(Self.posts(0..<1, published: { _ in Self.start.adding(9_000_000) }))
        #expect(first.written.map(\.sortKey) == [Self.start.adding(3_600)])
    }

    @Test func whatIsDeletedIsGoneAndComesBackAsItWas() throws {
        var history = History()
        _ = try history.receive(Self.posts(0..<3))
        #expect(try history.receive(Self.posts(1..<3)).gone == [EntryKey("https://blog.example/?p=0")])
        #expect(try history.receive(Self.posts(0..<3)).written.isEmpty)
    }

    @Test func whatItsFeedDeletesIsDeleted() throws {
        var history = History()
        _ = try history.receive(Self.posts(0..<3))
        let id = "https://blog.example/?p=0"
        let changes = try history.receive(Self.posts(1..<3), deletions: [id: Self.day(1), "urn:other": Self.day(1)])
        #expect(changes.deleted == [EntryKey(id)] && changes.gone.isEmpty)
        #expect(changes.refusedDeletions == [EntryKey("urn:other")])
        let again = try history.receive(Self.posts(1..<3), deletions: [id: Self.day(1)])
        #expect(again.deleted.isEmpty && again.gone.isEmpty && again.written.isEmpty)
    }

    @Test func whatIsCarriedBesideItsDeletionIsAsOldAsItSays() throws {
        var history = History()
        _ = try history.receive(Self.posts(0..<3))
        let id = "https://blog.example/?p=0"
        let before = try history.receive(Self.posts(0..<3), deletions: [id: Self.day(0).adding(-1)])
        #expect(before.deleted.isEmpty && before.written.isEmpty)
        let after = try history.receive(Self.posts(0..<3), deletions: [id: Self.day(0)])
        #expect(after.deleted == [EntryKey(id)] && after.written.isEmpty)
    }

    @Test func aDeletedEntryThatIsPutBackLivesWhereItWas() throws {
        var history = History()
        let first = try history.receive(Self.posts(0..<3))
        _ = try history.receive(Self.posts(1..<3), deletions: ["https://blog.example/?p=0": Self.day(1)])
        let changes = try history.receive(Self.posts(0..<3))
        #expect(changes.written.map(\.key) == [EntryKey("https://blog.example/?p=0")] && changes.new == 0)
        #expect(changes.written.map(\.sortKey) == first.written.suffix(1).map(\.sortKey))
    }

    @Test func whatTakesTheTextOfADeletedEntryIsNew() throws {
        var history = History()
        _ = try history.receive(Self.posts(0..<3))
        let posts = Self.posts(0..<3, id: { $0 == 0 ? "again" : "https://blog.example/?p=\($0)" })
        let changes = try history.receive(posts, deletions: ["https://blog.example/?p=0": Self.day(1)])
        #expect(changes.written.filter(\.isNew).map(\.key) == [EntryKey("again")] && changes.aliases.isEmpty)
    }

    @Test func anEntryThatIsDeletedAtFirstSightIsNotTaken() throws {
        var history = History()
        #expect(try history.receive(Self.posts(0..<3), deletions: ["https://blog.example/?p=0": Self.day(1)]).new == 2)
    }

    @Test func idsThatCollideGiveWayToLinks() throws {
        var history = History()
        let changes = try history.receive(Self.posts(0..<6, id: { _ in "blog" }))
        #expect(changes.new == 6)
        #expect(try history.receive(Self.posts(0..<6, id: { _ in "blog" })).written.isEmpty)
    }

    @Test func versionsOfOneEntryAreOneEntry() throws {
        var history = History()
        #expect(try history.receive(Self.posts(0..<30) + Self.posts(4..<5)).new == 30)
    }
}
