import Testing

@testable import FeedCore

struct FoldingTests {
    @Test func oneAddressInTwoFeedsIsOneEntry() {
        let original = Post("a", link: "https://a.example/1", title: "One", time: 100).candidate(1, feed: 1)
        let copy = Post("p", link: "http://www.a.example/1/?utm_source=p", title: "A: One", time: 90).candidate(
            2, feed: 0)
        let folding = Folding([copy, original])
        #expect(folding.groups == [.init(winner: 1, copies: [.init(row: 2, test: .sameAddress)])])
    }

    @Test func withoutAHomeTheEarliestWins() {
        let late = Post("p", link: "https://x.example/1", title: "One", time: 200).candidate(1, feed: 0)
        let early = Post("q", link: "https://x.example/1", title: "One", time: 100).candidate(2, feed: 1)
        #expect(Folding([late, early]).groups.map(\.winner) == [2])
    }

    @Test func atOneTimeTheFirstSubscriptionWins() {
        let one = Post("p", link: "https://x.example/1", title: "One").candidate(7, feed: 0)
        let two = Post("q", link: "https://x.example/1", title: "One").candidate(2, feed: 1)
        #expect(Folding([two, one]).groups.map(\.winner) == [7])
    }

    @Test func aFeedThatOnlyClaimsAHostLosesToTheOneFetchedFromIt() {
        let original = Post("a", link: "https://a.example/1", title: "One", time: 200).candidate(1, feed: 1)
        let claimant = Post("b", link: "https://a.example/1", title: "One", time: 100, claims: "https://a.example/")
            .candidate(2, feed: 0)
        #expect(Folding([claimant, original]).groups.map(\.winner) == [1])
    }

    @Test func aSecondAddressElsewhereGivesNoHome() {
        let victim = Post("a", link: "https://a.example/1", title: "One", time: 200).candidate(1, feed: 1)
        let thief = Post("b", id: "https://a.example/1", link: "https://b.example/1", title: "One", time: 100)
            .candidate(2, feed: 0)
        #expect(Folding([thief, victim]).groups.map(\.winner) == [1])
    }

    @Test func nearlyTheSameTextIsOneEntry() {
        let original = Post("a", link: "https://a.example/1", title: "One", text: Post.text(1)).candidate(1, feed: 0)
        let copy = Post("p", link: "https://p.example/9", title: "One", text: Post.text(1) + " The end.", time: 7)
            .candidate(2, feed: 1)
        #expect(Folding([original, copy]).groups.flatMap(\.copies) == [.init(row: 2, test: .nearlySameText)])
    }

    @Test func twoTextsFromOneMoldAreTwoEntries() {
        let texts = (1...2).map { number in
            let mold = Post.text(3, words: 60) + " Version \(number) has new parts: " + Post.text(number, words: 12)
            return Post("f\(number)", link: "https://f\(number).example/1", title: "Release \(number)", text: mold)
                .candidate(Int64(number), feed: number)
        }
        #expect(Folding(texts).groups.isEmpty)
    }

    @Test func oneFeedsEntriesAreNotFoldedByTheirText() {
        let two = (1...2).map { number in
            Post("a", link: "https://a.example/\(number)", title: "Weekly", text: Post.text(1)).candidate(
                Int64(number), feed: 0)
        }
        #expect(Folding(two).groups.isEmpty)
    }

    @Test func eachOfSeveralFromOneMoldFindsItsOwnCopy() {
        let originals = (1...3).map { number in
            Post(
                "a", link: "https://a.example/\(number)", title: "Weekly", text: Post.text(1) + " Week \(number).",
                time: Int64(number) * 1000
            )
            .candidate(Int64(number), feed: 0)
        }
        let copies = (1...3).map { number in
            Post(
                "p", link: "https://p.example/\(number)", title: "Weekly", text: Post.text(1) + " Week \(number).",
                time: Int64(number) * 1000 + 5
            )
            .candidate(Int64(number + 10), feed: 1)
        }
        let folded = Folding(originals + copies).groups.map { [$0.winner] + $0.copies.map(\.row) }
        #expect(folded == [[1, 11], [2, 12], [3, 13]])
    }

    @Test func aRepeatWithinAFeedIsOneEntry() {
        let two = (1...2).map { number in
            Post("a", id: "\(number)", link: "https://a.example/1", title: "One", text: Post.text(1)).candidate(
                Int64(number), feed: 0)
        }
        #expect(Folding(two).groups.count == 1)
    }

    @Test func entriesThatShareTheirFeedsOnlyPageStayApart() {
        let own = (1...3).map { number in
            Post("a", id: "\(number)", link: "https://a.example/changes#\(number)", title: "Version \(number)")
                .candidate(Int64(number), feed: 0)
        }
        let copy = Post("p", link: "https://a.example/changes", title: "Version 2", time: 9).candidate(9, feed: 1)
        #expect(Folding(own + [copy]).groups == [.init(winner: 2, copies: [.init(row: 9, test: .sameAddress)])])
    }

    @Test func aCommentaryOnAPageIsNotThePage() {
        let page = Post("a", link: "https://a.example/1", title: "One", text: Post.text(1)).candidate(1, feed: 0)
        let note = Post("b", link: "https://a.example/1", title: "On One", text: Post.text(2)).candidate(2, feed: 1)
        #expect(Folding([page, note]).groups.isEmpty)
        #expect(Folding([page, note], stories: true).stories == [[1, 2]])
        let short = Post("c", link: "https://a.example/1", title: "Read this", text: "Comments").candidate(3, feed: 2)
        #expect(Folding([page, short]).groups.map(\.winner) == [1])
    }

    @Test func aLocalArticleIsNeverFoldedAway() {
        let article = Post("", link: "https://a.example/1", title: "One", text: Post.text(1), time: 900)
            .candidate(1, feed: 0, isArticle: true)
        let other = Post("", link: "https://a.example/1", title: "One", text: Post.text(1), time: 800)
            .candidate(2, feed: 0, isArticle: true)
        let entry = Post("a", link: "https://a.example/1", title: "One", text: Post.text(1)).candidate(3, feed: 1)
        let folding = Folding([entry, article, other])
        #expect(folding.groups.flatMap(\.copies).map(\.row) == [3])
    }

    @Test func aRewrittenTextIsNotItsSource() {
        let source = Post("a", link: "https://a.example/1", title: "One", text: Post.text(1)).candidate(1, feed: 1)
        let article = Post(
            "", link: "https://here.example/1", title: "One", text: Post.text(1), via: "https://a.example/1"
        )
        .candidate(2, feed: 0, isArticle: true)
        let folding = Folding([source, article], stories: true)
        #expect(folding.groups.isEmpty && folding.stories == [[2, 1]])
    }

    @Test func anIDIsRefusedToAnotherFeedsEntry() {
        let owner = Post(
            "a", id: "tag:a.example,2026:1", link: "https://a.example/1", title: "One", text: Post.text(1), time: 500
        )
        .candidate(1, feed: 1)
        let thief = Post(
            "b", id: "tag:a.example,2026:1", link: "https://b.example/x", title: "Buy", text: Post.text(2), time: 5
        )
        .candidate(2, feed: 0)
        let folding = Folding([thief, owner])
        #expect(folding.groups.isEmpty && folding.foreignIDs == [.init(row: 2, owner: 1)])
    }

    @Test func aCopyMayBearTheIDOfItsOriginal() {
        let owner = Post("a", id: "tag:a.example,2026:1", link: "https://a.example/1", title: "One", text: "Short.")
            .candidate(1, feed: 1)
        let copy = Post(
            "p", id: "tag:a.example,2026:1", link: "https://p.example/x", title: "One", text: "Short.", time: 7
        )
        .candidate(2, feed: 0)
        let folding = Folding([copy, owner])
        #expect(
            folding.groups == [.init(winner: 1, copies: [.init(row: 2, test: .sameID)])] && folding.foreignIDs.isEmpty)
    }

    @Test func plainNumbersAsIDsSayNothing() {
        let two = (0...1).map { number in
            Post("f\(number)", id: "1", link: "https://f\(number).example/", title: "T\(number)", text: "x").candidate(
                Int64(number), feed: number)
        }
        let folding = Folding(two)
        #expect(folding.groups.isEmpty && folding.foreignIDs.isEmpty)
    }

    @Test func titleAndSecondAreEnoughForAnExcerpt() {
        let whole = Post("a", link: "https://a.example/1", title: "How we built it", text: Post.text(1), time: 1234)
            .candidate(1, feed: 0)
        let excerpt = Post(
            "p", link: "https://p.example/9", title: "How we built it", text: "A short start …", time: 1234
        )
        .candidate(2, feed: 1)
        #expect(Folding([whole, excerpt]).groups.flatMap(\.copies).map(\.test) == [.sameTitleAndTime])
    }
}
