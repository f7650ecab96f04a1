/// Published entries of different feeds that are not the same but tell of the same: one was made from the other, both are
/// about one page, or their texts have much in common.
struct Stories {
    /// Of the entries of each story, in order of time.
    let rows: [[Int64]]

    /// - Parameters:
    ///   - candidates: in order of time.
    ///   - winners: for each candidate the one under which it is published.
    init(_ candidates: [MergeCandidate], winners: [Int]) {
        var groups = Groups(feeds: candidates.map(\.feed))
        Self.tieByAddress(candidates, winners, &groups)
        Self.tieByText(candidates, winners, &groups)
        rows = groups.all().map { members in members.map { candidates[$0].row } }
    }

    private static func tieByAddress(_ candidates: [MergeCandidate], _ winners: [Int], _ groups: inout Groups) {
        var buckets = Buckets(reserving: candidates.count)
        for (member, candidate) in candidates.enumerated() where !candidate.facets.traits.contains(.homePage) {
            let facets = candidate.facets
            for key in [facets.address, facets.alias, facets.via] where key != 0 { buckets.add(member, key: key) }
        }
        buckets.forEachShared { members in
            for (one, other) in zip(members, members.dropFirst()) where candidates[one].feed != candidates[other].feed {
                groups.join(winners[one], winners[other])
            }
        }
    }

    private static func tieByText(_ candidates: [MergeCandidate], _ winners: [Int], _ groups: inout Groups) {
        let published = candidates.indices.filter { winners[$0] == $0 && candidates[$0].facets.signature != nil }
        var buckets = Buckets(reserving: published.count)
        for band in 0..<TextSignature.halfBands {
            buckets.removeAll()
            for member in published {
                if let signature = candidates[member].facets.signature {
                    buckets.add(member, key: UInt64(signature.halfBand(band)))
                }
            }
            buckets.forEachShared(bits: UInt16.bitWidth) { members in
                for (index, later) in members.enumerated() {
                    for earlier in members[max(0, index - neighbors)..<index]
                    where isOneStory(candidates[earlier], candidates[later]) {
                        groups.join(earlier, later)
                    }
                }
            }
        }
    }

    private static let neighbors = 4
    /// In seconds: news of one event comes within a week.
    private static let span: Int64 = 7 * 86_400

    private static func isOneStory(_ earlier: MergeCandidate, _ later: MergeCandidate) -> Bool {
        earlier.feed != later.feed && later.sortKey.seconds - earlier.sortKey.seconds <= span
            && (later.similarity(to: earlier) ?? 0) >= MergeCandidate.similar
    }
}
