/// Which entries of different feeds are the same, and which of them is published: decided from facets alone.
///
/// The same set of candidates gives the same result in whatever order it comes. Time is near-linear: entries are brought
/// together by keys, and where very many share one, each is compared with its neighbors in time only.
public struct Folding: Sendable {
    /// Entries that are the same, in the order of their winners' rows.
    public private(set) var groups: [Group] = []
    /// Entries that bear the id of another feed's entry and are not the same.
    public private(set) var foreignIDs: [ForeignID] = []
    /// Rows of published entries that tell of the same event in different words; only if asked for.
    public private(set) var stories: [[Int64]] = []

    /// What is published as one entry.
    public struct Group: Equatable, Sendable {
        public let winner: Int64
        /// In order of time.
        public let copies: [Copy]

        public struct Copy: Equatable, Sendable {
            public let row: Int64
            public let test: FoldingTest
        }
    }

    /// An entry that may not be published under its id, which is another's.
    public struct ForeignID: Equatable, Sendable {
        public let row: Int64
        public let owner: Int64
    }

    public init(_ candidates: [MergeCandidate], stories: Bool = false) {
        let candidates = Self.inOrder(candidates)
        var matches = Matches(candidates)
        matches.matchAddresses()
        let foreign = matches.matchIDs()
        matches.matchTitlesAndTimes()
        matches.matchTexts()
        var winners = Array(candidates.indices)
        for members in matches.allGroups() {
            let winner = Self.winner(of: members, in: candidates)
            let folded = members.filter { $0 != winner && !candidates[$0].isArticle }
            for member in folded { winners[member] = winner }
            let copies = folded.map {
                Group.Copy(row: candidates[$0].row, test: matches.tests[$0] ?? .nearlySameText)
            }
            groups.append(Group(winner: candidates[winner].row, copies: copies))
        }
        groups.sort { $0.winner < $1.winner }
        foreignIDs = foreign.filter { winners[$0.member] != winners[$0.owner] }
            .map { ForeignID(row: candidates[$0.member].row, owner: candidates[$0.owner].row) }
            .sorted { $0.row < $1.row }
        if stories { self.stories = Stories(candidates, winners: winners).rows }
    }

    /// By their times, which are looked at many times and so stand together while they are sorted.
    private static func inOrder(_ candidates: [MergeCandidate]) -> [MergeCandidate] {
        if zip(candidates, candidates.dropFirst()).allSatisfy({ $0.isEarlier(than: $1) }) { return candidates }
        let order = candidates.indices.map { (time: candidates[$0].sortKey, place: $0) }.sorted { one, other in
            one.time == other.time
                ? candidates[one.place].isEarlier(than: candidates[other.place]) : one.time < other.time
        }
        return order.map { candidates[$0.place] }
    }

    private static func winner(of members: [Int], in candidates: [MergeCandidate]) -> Int {
        members.dropFirst().reduce(members[0]) { candidates[$1].wins(over: candidates[$0]) ? $1 : $0 }
    }
}

/// By what an entry was found to be the same as another; the names are those that `why` prints.
public enum FoldingTest: String, Sendable, CaseIterable {
    /// Their pages have the same canonical address.
    case sameAddress
    /// They have the same id, and title and text agree.
    case sameID
    /// They have the same title of several words and were published in the same second.
    case sameTitleAndTime
    /// Nearly all of their words are the same.
    case nearlySameText
}
