/// Which article is which, from one run to the next: knows no clock and no disk.
///
/// A file keeps its id when it is renamed or edited, since with another id it would come out as new in every
/// subscriber's reader. The tests, the surest first:
///
/// 1. the id that the author wrote into the file;
/// 2. the same name and the same text;
/// 3. the same name and nearly the same text, unless that very text is known under another name (then two files may
///    have swapped their names);
/// 4. the same text, also of an article whose file was gone for a while;
/// 5. nearly the same text as one whose own file is gone or speaks of something else now;
/// 6. the same name.
///
/// What is left is new, and gets an id from its name.
struct ArticleIdentities {
    /// Of the articles, in their order.
    var assigned: [KnownArticle] { matches.compactMap(\.self) }
    /// To be remembered: those assigned, and those whose file is gone.
    private(set) var remembered: [KnownArticle]

    private let articles: [Article]
    /// Those that have a file first.
    private let known: [KnownArticle]
    private var matches: [KnownArticle?]
    private var isTaken: [Bool]
    private let byPath: [[UInt8]: [Int]]
    private let byText: [Digest: [Int]]
    private let now: Timestamp

    /// - Parameters:
    ///   - articles: as read, each with the id that its present name or its author gives it.
    ///   - unreadable: paths of files that are there but cannot be read: what is known of them stays as it is.
    init(_ articles: [Article], known: [KnownArticle], unreadable: [String] = [], now: Timestamp) {
        self.articles = articles
        self.now = now
        matches = Array(repeating: nil, count: articles.count)
        let unreadable = Set(unreadable)
        let known = known.filter(\.isPresent) + known.filter { !$0.isPresent }
        self.known = known
        isTaken = known.map { $0.isPresent && unreadable.contains($0.path) }
        remembered = known.indices.filter { [isTaken] in isTaken[$0] }.map { known[$0] }
        byPath = Dictionary(grouping: known.indices) { Array(known[$0].path.utf8) }
        byText = Dictionary(grouping: known.indices) { known[$0].digest }

        matchOwnIDs()
        matchNames { $0.digest == $1.digest }
        matchNames { [byText, threshold = Self.threshold] article, old in
            old.isPresent && byText[article.digest] == nil
                && article.sketch.similarity(to: old.sketch) >= threshold
        }
        matchTexts()
        matchSimilarTexts()
        matchNames { _, _ in true }
        addNew()
        remembered += assigned
        for index in known.indices where !isTaken[index] {
            var gone = known[index]
            gone.isPresent = false
            remembered.append(gone)
        }
    }

    /// Of two texts that are the same article after an edit.
    private static let threshold = 0.5
}

extension ArticleIdentities {
    private var open: [Int] { articles.indices.filter { matches[$0] == nil && articles[$0].ownID == nil } }

    private mutating func matchOwnIDs() {
        let byID = Dictionary(grouping: known.indices) { [known] in Array(known[$0].id.utf8) }
        for index in articles.indices {
            guard let id = articles[index].ownID else { continue }
            if let old = byID[Array(id.utf8)]?.first(where: { !isTaken[$0] }) {
                assign(old, to: index)
            } else {
                matches[index] = fresh(articles[index], id: id)
            }
        }
    }

    private mutating func matchNames(where isSame: (Article, KnownArticle) -> Bool) {
        for index in open {
            let candidates = byPath[Array(articles[index].path.utf8)] ?? []
            let old = candidates.first { !isTaken[$0] && isSame(articles[index], known[$0]) }
            if let old { assign(old, to: index) }
        }
    }

    private mutating func matchTexts() {
        for index in open {
            if let old = byText[articles[index].digest]?.first(where: { !isTaken[$0] }) { assign(old, to: index) }
        }
    }

    /// The most similar pair first. Pairwise, since few files come and go between two runs.
    private mutating func matchSimilarTexts() {
        let gone = known.indices.filter { !isTaken[$0] && known[$0].isPresent }
        guard !gone.isEmpty else { return }
        var pairs: [(similarity: Double, article: Int, old: Int)] = []
        for index in open {
            let sketch = articles[index].sketch
            for old in gone {
                let similarity = sketch.similarity(to: known[old].sketch)
                if similarity >= Self.threshold { pairs.append((similarity, index, old)) }
            }
        }
        pairs.sort { ($1.similarity, $0.article, $0.old) < ($0.similarity, $1.article, $1.old) }
        for pair in pairs where matches[pair.article] == nil && !isTaken[pair.old] {
            assign(pair.old, to: pair.article)
        }
    }

    private mutating func assign(_ old: Int, to index: Int) {
        isTaken[old] = true
        let article = articles[index]
        var record = known[old]
        if record.digest != article.digest {
            if record.publishedAt != nil { record.updatedAt = now }
            (record.digest, record.sketch) = (article.digest, article.sketch)
        }
        record.path = article.path
        record.isPresent = true
        if record.publishedAt == nil, article.isDue(at: now) { record.publishedAt = now }
        matches[index] = record
    }

    /// A name that was another article's before may not bring its id along.
    private mutating func addNew() {
        var ids = Set(known.map { Array($0.id.utf8) })
        for index in open {
            let name = articles[index].entry.id ?? ""
            var id = name
            var number = 2
            while !ids.insert(Array(id.utf8)).inserted {
                id = "\(name);\(number)"
                number += 1
            }
            matches[index] = fresh(articles[index], id: id)
        }
    }

    private func fresh(_ article: Article, id: String) -> KnownArticle {
        KnownArticle(
            id: id, path: article.path, digest: article.digest, sketch: article.sketch, firstSeen: now,
            publishedAt: article.isDue(at: now) ? now : nil)
    }
}
