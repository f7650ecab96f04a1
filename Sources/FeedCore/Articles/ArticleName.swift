/// What the name of an article's file says: `2026-11-22-first-frost.md` has a date and a title of sorts.
struct ArticleName: Sendable, Equatable {
    let date: Timestamp?
    /// The name without date and extension, in words.
    let title: String

    init(_ path: String) {
        let file = path.split(separator: "/").last ?? ""
        let stem = file.lastIndex(of: ".").map { file[..<$0] } ?? file
        let date = stem.utf8.count >= 10 ? ArticleDate.parse(String(stem.prefix(10))) : nil
        let rest = date == nil ? stem : stem.dropFirst(10).drop { "-_ ".contains($0) }
        let words = rest.split { "-_ ".contains($0) }.joined(separator: " ")
        self.date = date
        title = words.isEmpty ? String(stem) : words.prefix(1).uppercased() + words.dropFirst()
    }
}
