import Testing

@testable import FeedCore

/// What holds for any set of entries.
struct FoldingOrderTests {
    /// A river with every kind of copy, thief and neighbor.
    private static let river: [MergeCandidate] = (0..<300).map { number in
        let story = number / 3
        let feed = (number * 5 + story) % 11
        let text = Post.text(story % 40, words: story % 3 == 0 ? 12 : 60)
        let post =
            switch number % 6 {
            case 0: Post("f\(feed)", link: "https://f\(feed).example/\(story)", title: "Title \(story)", text: text)
            case 1: Post("f\(feed)", link: "http://www.f0.example/\(story)/?utm_source=x", title: "Title \(story)")
            case 2:
                Post("f\(feed)", link: "https://f\(feed).example/copy\(number)", title: "Title \(story)", text: text)
            case 3: Post("f\(feed)", id: "tag:f1.example,2026:\(story % 5)", link: nil, title: "T", text: text)
            case 4: Post("f\(feed)", link: "https://f\(feed).example/#\(number)", title: "T\(number % 4)", text: text)
            default:
                Post(
                    "f\(feed)", id: "\(number)", link: "https://page.example/", title: "T\(number % 4)",
                    via: "https://f0.example/\(story - 1)")
            }
        var timed = post
        timed.time = Int64(story * 1_000 + number % 2)
        return timed.candidate(Int64(number), feed: feed, isArticle: feed == 0)
    }

    @Test(arguments: 1...10)
    func anyOrderOfArrivalGivesTheSame(_ seed: UInt64) {
        var random = SplitMix(state: seed)
        let expected = Folding(Self.river, stories: true)
        let shuffled = Folding(Self.river.shuffled(using: &random), stories: true)
        #expect(!expected.groups.isEmpty && !expected.foreignIDs.isEmpty && !expected.stories.isEmpty)
        #expect(shuffled.groups == expected.groups)
        #expect(shuffled.foreignIDs == expected.foreignIDs)
        #expect(shuffled.stories == expected.stories)
    }

    @Test func whatIsLeftFoldsNoFurther() {
        let copies = Set(Folding(Self.river).groups.flatMap(\.copies).map(\.row))
        let again = Folding(Self.river.filter { !copies.contains($0.row) })
        #expect(again.groups.isEmpty)
    }

    @Test func everyEntryIsInOneGroupAtMost() {
        let rows = Folding(Self.river).groups.flatMap { [$0.winner] + $0.copies.map(\.row) }
        #expect(Set(rows).count == rows.count)
    }

    @Test func anArticleIsNeverACopy() {
        let articles = Set(Self.river.filter(\.isArticle).map(\.row))
        #expect(articles.isDisjoint(with: Folding(Self.river).groups.flatMap(\.copies).map(\.row)))
    }

    @Test func facetsSurviveTheirBytes() {
        for candidate in Self.river {
            let bytes = candidate.facets.bytes
            #expect(bytes.count == MergeFacets.size && Self.facets(bytes) == candidate.facets)
            #expect(Self.facets(bytes.dropLast()) == nil)
            #expect(Self.facets([0] + bytes.dropFirst()) == nil)
        }
    }

    private static func facets(_ bytes: [UInt8]) -> MergeFacets? { unsafe MergeFacets(bytes: bytes.span.bytes) }

    /// Stored facets of an older run are compared with new ones: the hashes are a contract.
    @Test func theHashesAreFixed() {
        #expect(StableHash.of("feed".utf8) == 5_197_301_280_164_722_960)
        #expect(TextWords.hashes(of: Text("Don’t stop, 日本")).count == 4)
    }
}
