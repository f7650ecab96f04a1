/// The site's own articles that are there and not out yet.
struct PendingArticles {
    private let articles: [Article]
    /// By id.
    private let known: [String: KnownArticle]
    private let now: Timestamp

    init(of site: Site, from store: any Store, now: Timestamp) throws(StoreError) {
        let known = try store.knownArticles()
        let folder = ArticleFolder.read(site.seedsDirectory, link: site.configuration.link, known: known, now: now)
        articles = folder.articles.filter { !$0.isDue(at: now) }
        self.known = Dictionary(known.map { ($0.id, $0) }) { first, _ in first }
        self.now = now
    }

    /// Of those in which each of `words` stands, in title, text, path, link or id, letter case aside.
    func accounts(with words: [String]) -> [Why.Account] {
        articles.filter { article in
            let entry = article.entry
            let texts = [entry.title?.plain, article.path, entry.link, entry.id] + entry.content.map(\.plain)
            let text = texts.compactMap(\.self).joined(separator: "\n").lowercased()
            return words.allSatisfy { text.contains($0.lowercased()) }
        }.map(account)
    }

    private func account(_ article: Article) -> Why.Account {
        let entry = article.entry
        let id = entry.id ?? article.path
        let firstSeen = known[id]?.firstSeen ?? now
        return Why.Account(
            id: id, publishedID: id, title: entry.title?.line, link: entry.link, feed: nil, feedTitle: nil,
            firstSeen: firstSeen, sentPublished: entry.published, sentUpdated: entry.updated,
            sortKey: entry.published ?? firstSeen, updated: entry.updated ?? entry.published ?? firstSeen, gone: nil,
            reasons: [article.isDraft ? .draft : .scheduled], foldedInto: nil, copies: [], idOwner: nil, story: [],
            rules: [], files: [], refusedDeletions: [])
    }
}
