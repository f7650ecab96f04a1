import Foundation
import Testing

@testable import FeedCore

/// How right folding is on the feeds in `Cases`, pair by pair; `feedbench merge DIR --labels FILE` prints the same for any
/// other feeds.
struct LabeledPairsTests {
    private static let cases = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Cases")
    private static let feeds = ["harbor.xml", "planet.xml", "mirror.xml", "gazette.xml", "links.xml"]

    private struct Name: Hashable, Decodable {
        let feed: String
        let id: String
    }

    private struct Label: Decodable {
        let one: Name
        let other: Name
        let same: Bool
        let why: String
    }

    @Test func hardlyAnyPairIsFoldedWronglyOrMissed() throws {
        let groups = try groups(of: candidates())
        var (right, wrong, missed) = (0, [String](), [String]())
        for line in try String(contentsOf: Self.cases.appending(path: "labels.jsonl"), encoding: .utf8).split(
            separator: "\n")
        {
            let label = try JSONDecoder().decode(Label.self, from: Data(line.utf8))
            let (one, other) = (try #require(groups[label.one]), try #require(groups[label.other]))
            switch (one == other, label.same) {
            case (true, true): right += 1
            case (true, false): wrong.append(label.why)
            case (false, true): missed.append(label.why)
            case (false, false): break
            }
        }
        #expect(Double(right) >= 0.99 * Double(right + wrong.count), "folded: \(wrong)")
        #expect(Double(right) >= 0.95 * Double(right + missed.count), "missed: \(missed)")
    }

    private func candidates() throws -> [(name: Name, candidate: MergeCandidate)] {
        try Self.feeds.enumerated().flatMap { position, feed in
            let bytes = [UInt8](try Data(contentsOf: Self.cases.appending(path: feed)))
            let document = try FeedParser.parse(bytes, context: DocumentContext())
            let hosts = FeedHosts(of: document.feed, at: document.feed.link ?? "")
            return document.entries.enumerated().map { place, entry in
                let time = entry.published ?? Timestamp(seconds: 0)
                return (
                    Name(feed: feed, id: entry.id ?? ""),
                    MergeCandidate(
                        facets: MergeFacets(entry, of: hosts), row: Int64(position * 1_000 + place), feed: position,
                        isArticle: false, sortKey: time, firstSeen: time)
                )
            }
        }
    }

    /// The row of the winner, by the name of each entry.
    private func groups(of candidates: [(name: Name, candidate: MergeCandidate)]) -> [Name: Int64] {
        var groups = Dictionary(uniqueKeysWithValues: candidates.map { ($0.name, $0.candidate.row) })
        let names = Dictionary(uniqueKeysWithValues: candidates.map { ($0.candidate.row, $0.name) })
        for group in Folding(candidates.map(\.candidate)).groups {
            for copy in group.copies { if let name = names[copy.row] { groups[name] = group.winner } }
        }
        return groups
    }
}
