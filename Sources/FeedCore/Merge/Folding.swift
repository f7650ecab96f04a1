/// Which entries of different feeds are the same story, and which of them speaks for all.
///
/// The order in which the candidates are given makes no difference. What is compared is near-linear: entries meet only
/// through an address, an id or a band of their text's signature that they share.
struct Folding: Sendable {
    /// Why two entries are taken for the same; the surest first. The names are those that `why` prints.
    enum Test: String, Sendable, Comparable, Encodable {
        /// Their pages have the same canonical address.
        case sameAddress
        /// They have the same id, and the same title or nearly the same text.
        case sameID
        /// Their texts share nearly all of their shingles.
        case nearlySameText

        static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }

        private var rank: Int {
            switch self {
            case .sameAddress: 0
            case .sameID: 1
            case .nearlySameText: 2
            }
        }
    }

    struct Candidate: Sendable {
        let id: StoredEntry.ID
        /// Of the feed among the subscriptions.
        let feed: Int
        /// The site's own article: it always speaks for itself.
        let isArticle: Bool
        let sortKey: Timestamp
        let key: EntryKey
        let facets: MergeFacets
    }

    /// An entry that is folded away, and why.
    struct Copy: Sendable, Equatable {
        let id: StoredEntry.ID
        let test: Test
    }

    /// By the entry that speaks for them.
    private(set) var copies: [StoredEntry.ID: [Copy]] = [:]
    /// Entries under an id that belongs to another feed's entry and that tell something else: they get one of their own.
    private(set) var foreignIDs: Set<StoredEntry.ID> = []

    init(_ candidates: [Candidate]) {
        let candidates = candidates.sorted(by: Self.precedes)
        var groups = Groups(candidates)
        for pair in Self.pairs(among: candidates, foreign: &foreignIDs) { groups.join(pair) }
        for (winner, members) in groups.all {
            copies[candidates[winner].id] = members.map { Copy(id: candidates[$0.member].id, test: $0.test) }
        }
    }

    /// Who speaks: the site's own article, then who is at home at the page, then the earliest; then the order of the
    /// subscriptions, so that a tie is never left to chance.
    private static func precedes(_ one: Candidate, _ other: Candidate) -> Bool {
        if one.isArticle != other.isArticle { return one.isArticle }
        if one.facets.isAtHome != other.facets.isAtHome { return one.facets.isAtHome }
        if one.sortKey != other.sortKey { return one.sortKey < other.sortKey }
        if one.feed != other.feed { return one.feed < other.feed }
        return one.key.bytes.lexicographicallyPrecedes(other.key.bytes)
    }
}

/// Two candidates, by their places in the order of precedence, that are the same by one test.
private struct FoldingPair {
    let test: Folding.Test
    let similarity: Double
    let first: Int
    let second: Int
}

extension Folding {
    /// The surest first, so that a weak resemblance never takes a place that an address has a right to.
    private static func pairs(among candidates: [Candidate], foreign: inout Set<StoredEntry.ID>) -> [FoldingPair] {
        var pairs = sameAddress(candidates) + sameID(candidates, foreign: &foreign) + nearlySameText(candidates)
        pairs.sort { one, other in
            if one.test != other.test { return one.test < other.test }
            if one.similarity != other.similarity { return one.similarity > other.similarity }
            return (one.first, one.second) < (other.first, other.second)
        }
        return pairs
    }

    /// An address that several entries of one feed share tells their page and not them: a list of changes, a front page.
    private static func sameAddress(_ candidates: [Candidate]) -> [FoldingPair] {
        let keys = candidates.indices.flatMap { index in candidates[index].facets.pages.map { (key: $0, index: index) }
        }
        return runs(keys).flatMap { run in
            Set(run.map { candidates[$0].feed }).count < run.count
                ? [] : run.dropFirst().map { FoldingPair(test: .sameAddress, similarity: 1, first: run[0], second: $0) }
        }
    }

    private static func sameID(_ candidates: [Candidate], foreign: inout Set<StoredEntry.ID>) -> [FoldingPair] {
        var pairs: [FoldingPair] = []
        for run in runs(candidates.indices.map { (key: candidates[$0].facets.id, index: $0) }) {
            let owner = candidates[run[0]]
            for index in run.dropFirst() where candidates[index].feed != owner.feed {
                let other = candidates[index].facets
                let isSameTitle = other.title != 0 && other.title == owner.facets.title
                let isSamePage = !Set(other.pages).isDisjoint(with: owner.facets.pages)
                if isSameTitle || isSamePage || similarity(owner.facets, other) >= alike {
                    pairs.append(FoldingPair(test: .sameID, similarity: 1, first: run[0], second: index))
                } else {
                    foreign.insert(candidates[index].id)
                }
            }
        }
        return pairs
    }

    private static func nearlySameText(_ candidates: [Candidate]) -> [FoldingPair] {
        var pairs: [FoldingPair] = []
        var known: Set<[Int]> = []
        let bands = candidates.map { $0.facets.text?.bands }
        for band in 0..<(TextSignature.places / 4) {
            let keys = candidates.indices.compactMap { index in bands[index].map { (key: $0[band], index: index) } }
            for run in runs(keys) {
                for (place, second) in run.enumerated().dropFirst() {
                    // Those nearest in order are enough: they are alike to each other.
                    for first in run[max(0, place - neighbors)..<place]
                    where candidates[first].feed != candidates[second].feed {
                        let similarity = similarity(candidates[first].facets, candidates[second].facets)
                        guard similarity >= alike, known.insert([first, second]).inserted else { continue }
                        pairs.append(
                            FoldingPair(
                                test: .nearlySameText, similarity: similarity, first: first, second: second))
                    }
                }
            }
        }
        return pairs
    }

    private static func similarity(_ one: MergeFacets, _ other: MergeFacets) -> Double {
        guard let one = one.text, let other = other.text else { return 0 }
        return one.similarity(to: other)
    }

    /// The indices that share a key, at least two, in order of precedence.
    private static func runs(_ keys: [(key: UInt64, index: Int)]) -> [[Int]] {
        let keys = keys.sorted { ($0.key, $0.index) < ($1.key, $1.index) }
        var runs: [[Int]] = []
        var start = 0
        while start < keys.count {
            var end = start + 1
            while end < keys.count, keys[end].key == keys[start].key { end += 1 }
            if end - start > 1 { runs.append(keys[start..<end].map(\.index)) }
            start = end
        }
        return runs
    }

    /// Four fifths of the shingles: a copy with another footer is, another report of the same day is not.
    private static let alike = 0.8
    private static let neighbors = 4
}

/// Disjoint sets of candidates, none with two entries of one feed.
private struct Groups {
    private var parents: [Int]
    private var feeds: [Set<Int>]
    private var tests: [Folding.Test?]

    init(_ candidates: [Folding.Candidate]) {
        parents = Array(candidates.indices)
        feeds = candidates.map { [$0.feed] }
        tests = candidates.map { _ in nil }
    }

    /// Joins the groups of both, unless a feed would tell the same twice: then it tells two things.
    mutating func join(_ pair: FoldingPair) {
        let (one, other) = (root(of: pair.first), root(of: pair.second))
        guard one != other, feeds[one].isDisjoint(with: feeds[other]) else { return }
        // Who precedes stays on top.
        let (winner, loser) = (min(one, other), max(one, other))
        parents[loser] = winner
        feeds[winner].formUnion(feeds[loser])
        if tests[pair.first] == nil { tests[pair.first] = pair.test }
        if tests[pair.second] == nil { tests[pair.second] = pair.test }
    }

    private mutating func root(of index: Int) -> Int {
        var root = index
        while parents[root] != root { root = parents[root] }
        var index = index
        while parents[index] != root { (index, parents[index]) = (parents[index], root) }
        return root
    }

    /// Winners with the others of their group, in order of precedence.
    var all: [Int: [(member: Int, test: Folding.Test)]] {
        var groups = self
        var all: [Int: [(member: Int, test: Folding.Test)]] = [:]
        for index in parents.indices {
            let root = groups.root(of: index)
            if root != index { all[root, default: []].append((index, tests[index] ?? .sameAddress)) }
        }
        return all
    }
}
