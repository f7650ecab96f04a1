import FeedCore
import Foundation

/// Times the search for duplicates over generated entries of growing number: originals of 900 feeds, and planets
/// that repeat some of them, by other addresses, with other titles, or cut and edited.
struct MergeBench {
    let sizes = [50_000, 100_000, 200_000]

    /// One line a size.
    func report() -> String {
        var lines: [String] = []
        var previous: Double?
        for size in sizes {
            var candidates: [MergeCandidate] = []
            let facets = ContinuousClock().measure { candidates = Self.candidates(size) }
            var folding = Folding([])
            // The fastest of several: others share the machine.
            let times = (0..<5).map { _ in ContinuousClock().measure { folding = Folding(candidates) } }
            let seconds = (times.min() ?? .zero) / .seconds(1)
            let stories = ContinuousClock().measure { folding = Folding(candidates, stories: true) } / .seconds(1)
            let copies = folding.groups.reduce(0) { $0 + $1.copies.count }
            let growth = previous.map { String(format: ", %.2f times that of half as many", seconds / $0) } ?? ""
            lines.append(
                String(
                    format: "merge: %d entries, %d copies: %.3f s%@; with stories %.3f s; made in %.1f s",
                    size, copies, seconds, growth, stories, facets / .seconds(1)))
            previous = seconds
        }
        return lines.joined(separator: "\n")
    }

    /// Every fifth entry repeats an earlier one in another feed.
    private static func candidates(_ count: Int) -> [MergeCandidate] {
        var random = Generator(state: 1)
        var originals: [(entry: Entry, feed: Int)] = []
        return (0..<count).map { row in
            let feed: Int
            var entry: Entry
            if row % 5 == 4, let original = originals.randomElement(using: &random) {
                entry = copy(of: original.entry, row, &random)
                feed = 900 + Int.random(in: 0..<100, using: &random)
            } else {
                feed = Int.random(in: 0..<900, using: &random)
                entry = original(row, feed, &random)
                if originals.count < 20_000 { originals.append((entry, feed)) }
            }
            let time = entry.published ?? Timestamp(seconds: 0)
            return MergeCandidate(
                facets: MergeFacets(entry, of: FeedHosts(of: Feed(), at: "https://host\(feed).example/feed")),
                row: Int64(row),
                feed: feed, isArticle: false, sortKey: time, firstSeen: time)
        }
    }

    private static func original(_ row: Int, _ feed: Int, _ random: inout Generator) -> Entry {
        var entry = Entry()
        entry.link = "https://host\(feed).example/\(row)"
        entry.id = "https://host\(feed).example/?p=\(row)"
        entry.idIsPermalink = false
        entry.title = Text(words(5, &random))
        entry.content = [Text(words(Int.random(in: 20...120, using: &random), &random))]
        entry.published = Timestamp(seconds: 1_700_000_000 + Int64.random(in: 0..<30_000_000, using: &random))
        return entry
    }

    private static func copy(of original: Entry, _ row: Int, _ random: inout Generator) -> Entry {
        var entry = original
        switch row / 5 % 3 {
        case 0: entry.link = original.link.map { "\($0)/?utm_source=planet" }
        case 1:
            entry.link = "https://planet.example/\(row)"
            entry.id = entry.link
        default:
            entry.link = "https://planet.example/\(row)"
            entry.title = Text("Planet: \(original.title?.value ?? "")")
            entry.content = original.content.map { Text($0.value + words(3, &random)) }
            entry.id = entry.link
        }
        return entry
    }

    private static func words(_ count: Int, _ random: inout Generator) -> String {
        (0..<count).map { _ in "w\(Int.random(in: 0..<5_000, using: &random))" }.joined(separator: " ")
    }

    /// SplitMix64: the same numbers on every run.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var bits = state
            bits = (bits ^ bits >> 30) &* 0xbf58_476d_1ce4_e5b9
            bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
            return bits ^ bits >> 31
        }
    }
}
