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
        var buckets = Buckets<UInt64>(reserving: candidates.count)
        for (member, candidate) in candidates.enumerated() {
            let facets = candidate.facets
            let own = facets.traits.contains(.homePage) ? [] : [facets.address, facets.alias]
            for key in own + [facets.via] where key != 0 { buckets.add(member, key: key) }
        }
        buckets.forEachShared { members in
            for (one, other) in zip(members, members.dropFirst()) where candidates[one].feed != candidates[other].feed {
                groups.join(winners[one], winners[other])
            }
        }
    }

    private static func tieByText(_ candidates: [MergeCandidate], _ winners: [Int], _ groups: inout Groups) {
        let published = candidates.indices.filter { winners[$0] == $0 && candidates[$0].facets.signature != nil }
        let signatures = published.compactMap { candidates[$0].facets.signature }
        let times = published.map { candidates[$0].sortKey.seconds }
        var buckets = Buckets<UInt16>(reserving: published.count)
        for band in 0..<TextSignature.halfBands {
            buckets.removeAll()
            for (place, signature) in signatures.enumerated() { buckets.add(place, key: signature.halfBand(band)) }
            buckets.forEachShared { places in
                for (index, later) in places.enumerated() {
                    for earlier in places[max(0, index - neighbors)..<index]
                    where times[later] - times[earlier] <= span
                        && signatures[later].similarity(to: signatures[earlier]) >= MergeCandidate.similar
                        && candidates[published[later]].feed != candidates[published[earlier]].feed
                    {
                        groups.join(published[earlier], published[later])
                    }
                }
            }
        }
    }

    private static let neighbors = 4
    /// In seconds: news of one event comes within a week.
    private static let span: Int64 = 7 * 86_400
}
