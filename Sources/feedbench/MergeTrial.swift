import FeedCore
import Foundation

/// Folds the feeds of a folder as if a site followed them all, and says how right that was.
struct MergeTrial {
    private var candidates: [MergeCandidate] = []
    private var rows: [Name: Int64] = [:]

    private struct Name: Hashable, Decodable {
        /// The name of the file.
        let feed: String
        let id: String
    }

    /// A line of the file of labels: two entries, and whether a reader takes them for the same.
    private struct Label: Decodable {
        let one: Name
        let other: Name
        let same: Bool
    }

    /// Files that are no feeds are passed over.
    init(_ folder: URL) throws {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        for (feed, file) in files.sorted(by: { $0.path < $1.path }).enumerated() {
            let bytes = [UInt8](try Data(contentsOf: file))
            guard let document = try? FeedParser.parse(bytes, context: DocumentContext(url: nil)) else { continue }
            let hosts = FeedHosts(of: document.feed, at: "")
            for var entry in document.entries {
                let row = Int64(candidates.count)
                let time = entry.published ?? entry.updated ?? Timestamp(seconds: 0)
                entry.id = entry.id ?? entry.link
                let name = Name(feed: file.lastPathComponent, id: entry.id ?? "")
                rows[name] = rows[name] ?? row
                candidates.append(
                    MergeCandidate(
                        facets: MergeFacets(entry, of: hosts), row: row, feed: feed, isArticle: false, sortKey: time,
                        firstSeen: time))
            }
        }
    }

    /// How many copies each test found; with labels also which of them it missed or made up.
    func report(labels file: URL?) throws -> String {
        let folding = Folding(candidates)
        let copies = folding.groups.flatMap(\.copies)
        var lines = ["merge: \(candidates.count) entries, \(copies.count) copies"]
        for test in FoldingTest.allCases {
            lines.append("merge: \(test.rawValue) \(copies.count { $0.test == test })")
        }
        lines.append("merge: ids of other feeds \(folding.foreignIDs.count)")
        if let file { lines += try compare(folding, with: file) }
        return lines.joined(separator: "\n")
    }

    private func compare(_ folding: Folding, with file: URL) throws -> [String] {
        var groups: [Int64: Int64] = [:]
        for group in folding.groups {
            for row in [group.winner] + group.copies.map(\.row) { groups[row] = group.winner }
        }
        var (right, wrong, missed, unknown) = (0, 0, 0, 0)
        var lines: [String] = []
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            let label = try JSONDecoder().decode(Label.self, from: Data(line.utf8))
            guard let one = rows[label.one], let other = rows[label.other] else {
                unknown += 1
                continue
            }
            let folded = one == other || groups[one].map { $0 == groups[other] } ?? false
            switch (folded, label.same) {
            case (true, true): right += 1
            case (true, false): wrong += 1
            case (false, true): missed += 1
            case (false, false): continue
            }
            if folded != label.same { lines.append("merge: \(folded ? "wrong" : "missed"): \(line)") }
        }
        let precision = Double(right) / Double(max(1, right + wrong))
        let recall = Double(right) / Double(max(1, right + missed))
        lines.append(
            String(
                format: "merge: precision %.4f, recall %.4f (%d right, %d wrong, %d missed; %d labels of no entry)",
                precision, recall, right, wrong, missed, unknown))
        return lines
    }
}
