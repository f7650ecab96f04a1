/// What is known of an article before its file is read.
struct ArticleFile: Sendable {
    /// Below `seeds/`.
    let path: String
    let id: String
    /// The site's link.
    let base: String
    /// `seeds/`, for what lies next to the article; nil if there is no folder.
    var folder: AssetFolder?
}

/// An article while its file is read.
struct ArticleDraft {
    let file: ArticleFile
    var entry = Entry()
    var isDraft = false
    var ownID: String?
    /// What the author wrote, in an order of our own.
    var substance = ""
    private(set) var assets: [ArticleAsset] = []
    private(set) var problems: [ArticleProblem] = []

    init(_ file: ArticleFile) {
        self.file = file
        entry.id = file.id
    }

    mutating func note(_ reason: String, line: Int? = nil) { problems.append(error(reason, line: line)) }

    func error(_ reason: String, line: Int? = nil) -> ArticleProblem {
        ArticleProblem(file: "seeds/\(file.path)", line: line, reason: reason)
    }

    /// Markup as the file has it, for the sanitizer to judge.
    func markup(_ html: String) -> Text { Text(html, type: .html, base: file.base) }

    /// An address as seen from the site; nil if it is none that a reader could open.
    func address(_ text: String) -> String? {
        let absolute = Address.resolve(text, against: file.base)
        let address = Address(absolute)
        guard ["http", "https"].contains(address.scheme?.lowercased()), address.authority?.isEmpty == false,
            !absolute.contains(where: \.isWhitespace)
        else { return nil }
        return absolute
    }

    /// The address under which a file next to the article is published with it; nil if there is none.
    mutating func publishedAddress(of reference: String, line: Int? = nil) -> String? {
        guard let folder = file.folder else { return nil }
        switch folder.find(reference, from: file.path) {
        case .none: return nil
        case .refused(let reason):
            note("'\(Excerpt.of(reference))' \(reason)", line: line)
            return nil
        case .file(let asset, let suffix):
            if !assets.contains(asset) { assets.append(asset) }
            return asset.address(below: file.base) + suffix
        }
    }

    mutating func setLink(_ text: String, line: Int? = nil) {
        guard let address = address(text) else {
            return note("'\(Excerpt.of(text))' is no web address; write https://…", line: line)
        }
        entry.link = address
        entry.links.append(Link(href: address))
    }

    /// With what the file's name adds: a date, and a title where there is none.
    func finished() -> Article {
        var article = Article(path: file.path, entry: entry, digest: Digest(of: Array(substance.stripped.utf8)))
        article.isDraft = isDraft
        article.ownID = ownID
        article.assets = assets
        let name = ArticleName(file.path)
        if entry.published == nil { article.entry.published = name.date }
        if entry.title == nil { article.entry.title = Text(name.title) }
        return article
    }
}
