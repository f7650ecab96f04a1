import Testing

@testable import FeedCore

/// Archive documents over the life of a site.
struct ArchivesTests {
    private var entries: [StoredEntry] = []

    private func entry(_ id: Int64, _ date: String, archive: Int? = nil) -> StoredEntry {
        let time = Timestamp(rfc3339: date + "T00:00:00Z") ?? Timestamp(seconds: 0)
        return StoredEntry(
            id: id, feed: 1, version: 0, firstSeen: time, sortKey: time,
            updated: time, withheld: nil, archive: archive)
    }

    /// What a publication remembers of the last one.
    private func archived(_ entries: [StoredEntry], by archives: Archives) -> [StoredEntry] {
        entries.map { old in
            let archive = archives.moved[old.id] ?? old.archive
            return StoredEntry(
                id: old.id, feed: old.feed, version: old.version, firstSeen: old.firstSeen,
                sortKey: old.sortKey, updated: old.updated, withheld: nil, archive: archive)
        }
    }

    private func contents(_ archives: Archives) -> [String: [Int64]] {
        Dictionary(uniqueKeysWithValues: archives.documents.map { ($0.name, $0.entries.map(\.id)) })
    }

    @Test func entriesGoIntoTheirMonths() {
        let all = [
            entry(5, "2026-11-02"), entry(4, "2026-10-20"), entry(3, "2026-10-10"), entry(2, "2026-08-01"),
            entry(1, "0999-01-01"),
        ]
        let archives = Archives(all, window: Array(all.prefix(1)))
        #expect(archives.documents.map(\.name) == ["archive/0999-01", "archive/2026-08", "archive/2026-10"])
        #expect(contents(archives)["archive/2026-10"] == [4, 3])
        #expect(archives.moved.count == 4)
    }

    @Test func whatComesLaterOnlyChangesTheNewestDocument() {
        let first = [entry(3, "2026-10-10"), entry(2, "2026-09-01"), entry(1, "2026-08-01")]
        let before = Archives(first, window: [])
        let known = archived(first, by: before)
        // A late one for August, and a new month.
        let later = [entry(9, "2026-11-05")] + known.prefix(2) + [entry(8, "2026-08-15")] + known.suffix(1)
        let after = Archives(Array(later), window: [])
        #expect(
            contents(after) == [
                "archive/2026-08": [1], "archive/2026-09": [2], "archive/2026-10": [3, 8], "archive/2026-11": [9],
            ])
        #expect(after.moved == [8: 202_610_001, 9: 202_611_001])
    }

    @Test func whatIsBackInTheWindowLeavesItsDocument() {
        let all = archived(
            [entry(2, "2026-10-10"), entry(1, "2026-10-01")],
            by: Archives([entry(2, "2026-10-10"), entry(1, "2026-10-01")], window: []))
        let archives = Archives(all, window: Array(all.prefix(1)))
        #expect(contents(archives) == ["archive/2026-10": [1]])
        #expect(archives.moved == [2: nil])
    }

    @Test func aBusyMonthHasSeveralDocumentsOfWhichTheFullOnesStay() {
        let all = (1...5).reversed().map { entry(Int64($0), "2026-10-0\($0)") }
        let archives = Archives(all, window: [], documentSize: 2)
        #expect(
            contents(archives) == ["archive/2026-10": [2, 1], "archive/2026-10-2": [4, 3], "archive/2026-10-3": [5]])
        let known = archived(all, by: archives)
        let later = [entry(6, "2026-10-06")] + known.prefix(4) + [entry(7, "2026-10-01")] + known.suffix(1)
        let after = contents(Archives(Array(later), window: [], documentSize: 2))
        #expect(after["archive/2026-10"] == [2, 1] && after["archive/2026-10-2"] == [4, 3])
        #expect(after.values.flatMap(\.self).sorted() == [1, 2, 3, 4, 5, 6, 7])
    }
}
