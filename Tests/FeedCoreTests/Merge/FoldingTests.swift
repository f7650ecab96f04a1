import Testing

@testable import FeedCore

struct FoldingTests {
    private static func entry(
        _ id: Int64, feed: Int, link: String? = nil, guid: String? = nil, title: String = "", text: String? = nil,
        home: String? = nil, at time: Int64 = 100, isArticle: Bool = false
    ) -> Folding.Candidate {
        var entry = Entry()
        entry.id = guid ?? "urn:\(id)"
        entry.link = link
        entry.title = Text(title)
        if let text { entry.content = [Text(text)] }
        return Folding.Candidate(
            id: id, feed: feed, isArticle: isArticle, sortKey: Timestamp(seconds: time),
            key: EntryKey(guid ?? "urn:\(id)"), facets: MergeFacets(entry, hosts: Set([home].compactMap(\.self))))
    }

    /// Winners with what is folded into them.
    private func folds(_ candidates: [Folding.Candidate]) -> [Int64: [Int64]] {
        Folding(candidates).copies.mapValues { $0.map(\.id).sorted() }
    }

    @Test func copiesOfAPageFoldIntoTheFeedThatIsAtHomeThere() {
        let original = Self.entry(1, feed: 2, link: "https://a.example/x", home: "a.example", at: 200)
        let planet = Self.entry(
            2, feed: 0, link: "http://www.a.example/x/?utm_source=p", home: "planet.example", at: 50)
        let other = Self.entry(3, feed: 1, link: "https://a.example/y", home: "planet.example")
        #expect(folds([planet, other, original]) == [1: [2]])
        #expect(Folding([planet, original]).copies[1] == [Folding.Copy(id: 2, test: .sameAddress)])
    }

    @Test func withoutAHomeTheEarliestSpeaksAndThenTheFirstSubscription() {
        let link = "https://a.example/x"
        let late = Self.entry(1, feed: 0, link: link, home: "p.example", at: 9)
        let early = Self.entry(2, feed: 1, link: link, home: "q.example", at: 5)
        let same = Self.entry(3, feed: 2, link: link, home: "r.example", at: 5)
        #expect(folds([late, same, early]) == [2: [1, 3]])
    }

    @Test func theSitesOwnArticleIsNeverFoldedAway() {
        let link = "https://a.example/x"
        let wire = Self.entry(1, feed: 1, link: link, home: "a.example", at: 1)
        let article = Self.entry(2, feed: 0, link: link, at: 9, isArticle: true)
        #expect(folds([wire, article]) == [2: [1]])
    }

    /// A list of changes gives each of its entries the same page.
    @Test func anAddressThatAFeedRepeatsTellsNothing() {
        let link = "https://a.example/changes"
        let entries = [(1, 0), (2, 0), (3, 1), (4, 1)].map { Self.entry(Int64($0.0), feed: $0.1, link: link) }
        #expect(folds(entries) == [:])
    }

    @Test func nearlyTheSameTextFoldsAcrossFeedsOnly() {
        let text = TextSignatureTests.text(7)
        let one = Self.entry(1, feed: 0, link: "https://a.example/1", text: text, home: "a.example")
        let copy = Self.entry(2, feed: 1, link: "https://b.example/1", text: text + " via the wire", at: 200)
        let again = Self.entry(3, feed: 0, link: "https://a.example/2", text: text + " once more", home: "a.example")
        let other = Self.entry(4, feed: 2, link: "https://c.example/1", text: TextSignatureTests.text(8))
        #expect(Folding([one, copy, other]).copies == [1: [Folding.Copy(id: 2, test: .nearlySameText)]])
        #expect(folds([one, again, other]) == [:])
    }

    @Test func anIdFoldsOnlyTogetherWithTheTitle() {
        let owner = Self.entry(1, feed: 0, link: "https://a.example/x", guid: "tag:a", title: "News", home: "a.example")
        let copy = Self.entry(2, feed: 1, link: "https://p.example/9", guid: "tag:a", title: "news!", home: "p.example")
        let thief = Self.entry(
            3, feed: 2, link: "https://t.example/ad", guid: "tag:a", title: "Buy", home: "t.example", at: 200)
        let folding = Folding([thief, copy, owner])
        #expect(folding.copies == [1: [Folding.Copy(id: 2, test: .sameID)]])
        #expect(folding.foreignIDs == [3])
    }

    @Test func noGroupHasTwoEntriesOfOneFeed() {
        let text = TextSignatureTests.text(9)
        let a1 = Self.entry(1, feed: 0, link: "https://a.example/1", text: text)
        let a2 = Self.entry(2, feed: 0, link: "https://a.example/2", text: text)
        let b = Self.entry(3, feed: 1, link: "https://a.example/2", text: text)
        // The address decides before the text does.
        #expect(folds([a1, a2, b]) == [2: [3]])
    }

    @Test func theOrderOfArrivalMakesNoDifference() {
        var candidates: [Folding.Candidate] = []
        for number in 0..<60 {
            let story = number % 17
            candidates.append(
                Self.entry(
                    Int64(number), feed: number % 7, link: number % 3 == 0 ? "https://s.example/\(story)" : nil,
                    guid: number % 4 == 0 ? "tag:\(story)" : nil, title: "story \(story % 5)",
                    text: TextSignatureTests.text(story), home: number % 2 == 0 ? "s.example" : nil,
                    at: Int64(number % 11)))
        }
        let expected = Folding(candidates)
        #expect(expected.copies.count > 5)
        var random = SeededGenerator(state: 42)
        for _ in 0..<20 {
            let folding = Folding(candidates.shuffled(using: &random))
            #expect(folding.copies == expected.copies && folding.foreignIDs == expected.foreignIDs)
        }
    }

    /// Once folded, nothing is left to fold.
    @Test func whatSpeaksForOthersStandsAlone() {
        let candidates = (0..<40).map { number in
            Self.entry(Int64(number), feed: number % 5, link: "https://s.example/\(number % 9)", at: Int64(number))
        }
        let folded = Set(Folding(candidates).copies.values.flatMap { $0.map(\.id) })
        #expect(!folded.isEmpty)
        #expect(Folding(candidates.filter { !folded.contains($0.id) }).copies.isEmpty)
    }

    @Test func facetsSurviveTheStore() throws {
        let facets = [
            Self.entry(1, feed: 0, link: "https://a.example/x", title: "T", text: TextSignatureTests.text(3)).facets,
            Self.entry(2, feed: 0).facets,
        ]
        for one in facets { #expect(MergeFacets(one.bytes) == one) }
        for count in 0..<facets[0].bytes.count { #expect(MergeFacets(Array(facets[0].bytes.prefix(count))) == nil) }
    }
}

/// The same sequence on every run.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 31
    }
}
