/// Finds what is the same, the surest test first.
///
/// Two entries of one feed are folded by their address only: a feed may well have two that read alike.
struct Matches {
    /// In order of time: so neighbors in a bucket are neighbors in time, where a copy is near its original.
    let candidates: [MergeCandidate]
    private var groups: Groups
    /// The test that tied an entry to its group.
    private(set) var tests: [FoldingTest?]

    init(_ candidates: [MergeCandidate]) {
        self.candidates = candidates
        groups = Groups(feeds: candidates.map(\.feed))
        tests = Array(repeating: nil, count: candidates.count)
    }

    /// The members of each group, in order of time.
    mutating func allGroups() -> [[Int]] { groups.all() }

    private mutating func fold(_ one: Int, _ other: Int, by test: FoldingTest) {
        groups.join(one, other)
        tests[one] = tests[one] ?? test
        tests[other] = tests[other] ?? test
    }

    /// Articles are never folded away, so two of them cannot be one.
    private func mayFold(_ one: Int, _ other: Int) -> Bool {
        let (one, other) = (candidates[one], candidates[other])
        return !(one.isArticle && other.isArticle) && !one.isDerived(from: other) && !other.isDerived(from: one)
    }

    /// For all tests but that of the address.
    private mutating func mayFoldAcrossFeeds(_ one: Int, _ other: Int) -> Bool {
        mayFold(one, other) && groups.areOfDifferentFeeds(one, other)
    }
}

// The same address.
extension Matches {
    mutating func matchAddresses() {
        var buckets = Buckets<UInt64>(reserving: candidates.count)
        for (member, candidate) in candidates.enumerated() {
            if candidate.facets.address != 0 { buckets.add(member, key: candidate.facets.address) }
            if candidate.facets.alias != 0 { buckets.add(member, key: candidate.facets.alias) }
        }
        buckets.forEachShared { members in
            let proof = proof(for: members)
            // Several pages may go by one address (see `Proof`): each is known by its first entry.
            var pages: [Int] = []
            for member in members {
                if let page = pages.first(where: { isSamePage(member, $0, proof) }) {
                    fold(page, member, by: .sameAddress)
                } else if pages.count < Self.mostPages {
                    pages.append(member)
                }
            }
        }
    }

    /// Of one address. A feed in which every entry links to one page is of no use here, and must not cost much either.
    private static let mostPages = 32

    /// What has to agree beside the address.
    private enum Proof: Int {
        case none, title, titleAndText
    }

    /// A feed that itself gives several entries one address (a page with a news item a paragraph, a project's home page)
    /// shows that the address does not tell them apart.
    private func proof(for members: [Int]) -> Proof {
        var proof = candidates[members[0]].facets.traits.contains(.homePage) ? Proof.title : .none
        var first: [Int: Int] = [:]
        for member in members {
            guard let known = first.updateValue(member, forKey: candidates[member].feed), known != member else {
                continue
            }
            let (one, other) = (candidates[known], candidates[member])
            if one.sharesTitle(with: other) {
                if !one.agreesInText(with: other) { return .titleAndText }
            } else {
                proof = .title
            }
        }
        return proof
    }

    private func isSamePage(_ one: Int, _ other: Int, _ proof: Proof) -> Bool {
        guard mayFold(one, other) else { return false }
        let (one, other) = (candidates[one], candidates[other])
        let agree = one.sharesTitle(with: other)
        if one.feed == other.feed { return agree && one.agreesInText(with: other) }
        return switch proof {
        case .none: agree || !one.contradicts(other)
        case .title: agree
        case .titleAndText: agree && one.agreesInText(with: other)
        }
    }
}

// The same id, the same title at the same time.
extension Matches {
    /// - Returns: entries that bear the id of another feed's, with the entry whose it is. Whether the two turn out the same
    ///   by their text is not known yet.
    mutating func matchIDs() -> [(member: Int, owner: Int)] {
        var foreign: [(member: Int, owner: Int)] = []
        var buckets = Buckets<UInt64>(reserving: candidates.count)
        for (member, candidate) in candidates.enumerated() where candidate.facets.traits.contains(.globalID) {
            buckets.add(member, key: candidate.facets.id)
        }
        buckets.forEachShared { members in
            let owner = members.dropFirst().reduce(members[0]) {
                candidates[$1].owns(idOf: candidates[$0]) ? $1 : $0
            }
            for member in members where candidates[member].feed != candidates[owner].feed {
                if groups.areTogether(owner, member) { continue }
                let (one, other) = (candidates[owner], candidates[member])
                let agree = one.agreesInText(with: other) && (one.sharesTitle(with: other) || other.facets.title == 0)
                if agree, mayFoldAcrossFeeds(owner, member) {
                    fold(owner, member, by: .sameID)
                } else {
                    foreign.append((member, owner))
                }
            }
        }
        return foreign
    }

    /// For copies with neither the address nor the whole text: a planet that links to its own pages, or shows excerpts.
    mutating func matchTitlesAndTimes() {
        var buckets = Buckets<UInt64>(reserving: candidates.count)
        for (member, candidate) in candidates.enumerated() {
            let facets = candidate.facets
            // Full hours are the times of schedules, and midnight stands for a date without a time.
            guard facets.titleWords >= Self.fewestTitleWords, facets.published % 3600 != 0 else { continue }
            buckets.add(member, key: facets.title ^ StableHash.mix(UInt64(bitPattern: facets.published)))
        }
        buckets.forEachShared { members in
            for member in members.dropFirst() {
                let first = members[0]
                let isSame =
                    candidates[first].sharesTitle(with: candidates[member])
                    && candidates[first].facets.published == candidates[member].facets.published
                if isSame, mayFoldAcrossFeeds(first, member) { fold(first, member, by: .sameTitleAndTime) }
            }
        }
    }

    private static let fewestTitleWords = 3
}

// Nearly the same text.
extension Matches {
    private struct Pair: Sendable {
        let similarity: Double
        let isUnderOneTitle: Bool
        let earlier: Int
        let later: Int

        /// Nil unless the texts are the same.
        init?(_ earlier: Int, _ later: Int, _ similarity: Double, in candidates: [MergeCandidate]) {
            let (one, other) = (candidates[earlier], candidates[later])
            isUnderOneTitle = one.sharesTitle(with: other)
            guard similarity >= (isUnderOneTitle ? MergeCandidate.nearlySame : MergeCandidate.sameUnderAnyTitle),
                one.feed != other.feed
            else { return nil }
            (self.similarity, self.earlier, self.later) = (similarity, earlier, later)
        }
    }

    /// The most similar first, so that of two feeds with several entries from one mold each finds its own copy.
    mutating func matchTexts() {
        let pairs = similarPairs().sorted { one, other in
            if one.similarity != other.similarity { return one.similarity > other.similarity }
            if one.isUnderOneTitle != other.isUnderOneTitle { return one.isUnderOneTitle }
            return (one.later - one.earlier, one.earlier) < (other.later - other.earlier, other.earlier)
        }
        for pair in pairs where mayFoldAcrossFeeds(pair.earlier, pair.later) {
            fold(pair.earlier, pair.later, by: .nearlySameText)
        }
    }

    private mutating func similarPairs() -> [Pair] {
        // One for each group is enough.
        var isTaken = Array(repeating: false, count: candidates.count)
        let signed = candidates.indices.filter { member in
            guard candidates[member].facets.signature != nil else { return false }
            let root = groups.root(of: member)
            defer { isTaken[root] = true }
            return !isTaken[root]
        }
        let signatures = signed.compactMap { candidates[$0].facets.signature }
        return Array(0..<TextSignature.bands).concurrentMap { [candidates] band in
            var pairs: [Pair] = []
            var buckets = Buckets<UInt32>(reserving: signed.count)
            for (place, signature) in signatures.enumerated() { buckets.add(place, key: signature.band(band)) }
            buckets.forEachShared { places in
                for (index, later) in places.enumerated() {
                    for earlier in places[max(0, index - Self.neighbors)..<index]
                    where !signatures[earlier].sharesBand(before: band, with: signatures[later]) {
                        let similarity = signatures[earlier].similarity(to: signatures[later])
                        let (earlier, later) = (signed[earlier], signed[later])
                        if let pair = Pair(earlier, later, similarity, in: candidates) { pairs.append(pair) }
                    }
                }
            }
            return pairs
        }.flatMap(\.self)
    }

    /// How many of those before it in its bucket an entry is compared with.
    private static let neighbors = 8
}
