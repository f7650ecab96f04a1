import Testing

@testable import FeedCore

struct FeedChoiceTests {
    private static let found = ["a", "b", "c"].map { name in
        FoundFeed(
            address: "https://x.example/\(name)", title: name == "c" ? nil : name.uppercased(), page: nil,
            format: .rss20,
            entries: name == "a" ? 1 : 2)
    }

    private static let list = """
          1  A (\(ParsedFeed.Format.rss20.rawValue), 1 entry) https://x.example/a
          2  B (\(ParsedFeed.Format.rss20.rawValue), 2 entries) https://x.example/b (followed)
          3  untitled (\(ParsedFeed.Format.rss20.rawValue), 2 entries) https://x.example/c
        """

    private func choose(
        _ wish: FeedChoice.Wish, of found: [FoundFeed] = found, follows: Bool = true, ask: ((String) -> String?)? = nil
    ) throws(FeedChoice.Refusal) -> [String] {
        try FeedChoice(found) { follows && $0.title == "B" }.chosen(wish, ask: ask).map { String($0.address.suffix(1)) }
    }

    @Test func theCommandLineGoesFirst() throws {
        #expect(try choose(.all) { _ in "1" } == ["a", "b", "c"])
        #expect(try choose(.index("3")) { _ in "1" } == ["c"])
    }

    @Test(arguments: ["0", "4", "-1", "one", "", "99999999999999999999"])
    func anIndexIsANumberOfTheList(_ index: String) {
        #expect(throws: FeedChoice.Refusal.badIndex(list: Self.list, count: 3)) { try choose(.index(index)) }
    }

    @Test(arguments: [("2", ["b"]), (" 3 ", ["c"]), ("all", ["a", "b", "c"])])
    func aPersonIsAskedWithTheList(_ answer: String, _ want: [String]) throws {
        var shown: [String] = []
        let chosen = try choose(.none) { list in
            shown.append(list)
            return answer
        }
        #expect(chosen == want && shown == [Self.list])
    }

    @Test(arguments: ["", "0", "4", "none", nil])
    func anyOtherAnswerChoosesNothing(_ answer: String?) {
        #expect(throws: FeedChoice.Refusal.declined) { try choose(.none) { _ in answer } }
    }

    @Test func oneFeedNeedsNoQuestion() throws {
        let only = Array(Self.found.prefix(1))
        #expect(try choose(.none, of: only) { _ in nil } == ["a"])
    }

    @Test func whereNobodyCanBeAskedWhatIsFollowedDoes() throws {
        #expect(try choose(.none) == ["b"])
        let list = Self.list.replacing(" (followed)", with: "")
        #expect(throws: FeedChoice.Refusal.ambiguous(list: list)) { try choose(.none, follows: false) }
    }
}
