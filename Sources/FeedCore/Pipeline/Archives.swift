/// Which archive document (RFC 5005, section 4) each entry stands in that has left the window.
///
/// An entry goes into the month of its place in the river, or into the newest document there is if that month is closed
/// already: no document but the newest changes because of what comes later. Every entry stands either in the window or
/// in one archive document.
struct Archives: Sendable {
    /// Oldest first.
    private(set) var documents: [Document] = []
    /// Entries whose document is another than before; nil for those that are back in the window.
    private(set) var moved: [StoredEntry.ID: Int?] = [:]

    struct Document: Sendable, Equatable {
        let number: Int
        /// Newest first.
        let entries: [StoredEntry]

        /// Its path without the extension: `archive/2026-10`, and `archive/2026-10-2` for what does not fit there.
        var name: String { Archives.name(number) }
    }

    /// - Parameters:
    ///   - entries: everything that is published, newest first.
    ///   - window: those of them that stand in the current document.
    ///   - documentSize: how many entries a document takes before the month gets another one.
    init(_ entries: [StoredEntry], window: [StoredEntry], documentSize: Int = 1_000) {
        let inWindow = Set(window.map(\.id))
        let outside = entries.filter { !inWindow.contains($0.id) }
        for case let entry in window where entry.archive != nil { moved[entry.id] = .some(nil) }

        var counts: [Int: Int] = [:]
        for case let number? in outside.lazy.map(\.archive) { counts[number, default: 0] += 1 }
        var newest = counts.keys.max() ?? 0
        // Oldest first: the document that is open then is the one that an entry belongs into.
        for entry in outside.reversed() where entry.archive == nil {
            newest = max(Self.firstNumber(of: entry.sortKey), newest)
            if counts[newest, default: 0] >= documentSize { newest += 1 }
            counts[newest, default: 0] += 1
            moved[entry.id] = newest
        }
        var contents: [Int: [StoredEntry]] = [:]
        for entry in outside {
            contents[entry.archive ?? moved[entry.id].flatMap(\.self) ?? newest, default: []].append(entry)
        }
        documents = contents.sorted { $0.key < $1.key }.map(Document.init)
    }

    /// Months and the parts of each in one ascending number: October 2026 begins with 202,610,001.
    private static func firstNumber(of time: Timestamp) -> Int {
        let fields = time.fields
        return (fields.year * 100 + fields.month) * partsPerMonth + 1
    }

    private static let partsPerMonth = 1_000

    private static func name(_ number: Int) -> String {
        let (month, part) = number.quotientAndRemainder(dividingBy: partsPerMonth)
        let digits = String(month + 1_000_000).dropFirst()
        let name = "archive/\(digits.prefix(4))-\(digits.suffix(2))"
        return part == 1 ? name : "\(name)-\(part)"
    }
}
