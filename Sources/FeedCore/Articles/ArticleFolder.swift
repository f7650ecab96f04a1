public import Foundation

/// The local articles of a site, read from `seeds/`.
///
/// Files are taken in the order of their paths' bytes; names that begin with a dot and unknown extensions are passed
/// over. One file that cannot be read never costs the others.
public struct ArticleFolder: Sendable {
    public private(set) var articles: [Article] = []
    /// Of all files, in their order.
    public private(set) var problems: [ArticleProblem] = []
    /// The ids of files that are there but could not be read: what was published of them may stay.
    private(set) var unreadable: [String] = []
    /// What is to be remembered for the next run.
    private(set) var remembered: [KnownArticle] = []

    private let ids: TagURI
    private let link: String
    /// Of files that are there but could not be read.
    private var unreadablePaths: [String] = []

    /// Reads `directory`; one that is not there holds no articles.
    ///
    /// - Parameters:
    ///   - link: the site's, absolute: the base of the articles' relative addresses and the root of their ids.
    ///   - known: what the last run remembered: articles keep their ids by it.
    static func read(_ directory: URL, link: String, known: [KnownArticle], now: Timestamp) -> ArticleFolder {
        var folder = ArticleFolder(link: link)
        for path in folder.files(of: directory) { folder.read(path, in: directory) }
        folder.identify(known, now: now)
        folder.dropRepeatedIDs()
        return folder
    }

    /// Reads `directory` as if for the first time.
    public static func read(_ directory: URL, link: String) -> ArticleFolder {
        read(directory, link: link, known: [], now: Timestamp(seconds: 0))
    }

    private init(link: String) {
        self.link = link
        ids = TagURI(site: link)
    }

    /// The files that go with the articles that are out, each once, in the order of the articles.
    func assets(at now: Timestamp) -> [ArticleAsset] {
        var seen: Set<String> = []
        return articles.filter { $0.isDue(at: now) }.flatMap(\.assets).filter { seen.insert($0.path).inserted }
    }

    private mutating func read(_ path: String, in directory: URL) {
        let file = ArticleFile(path: path, id: ids.article(path), base: link, folder: AssetFolder(directory))
        do throws(ArticleProblem) {
            var draft = ArticleDraft(file)
            let text = try Self.text(of: directory.appending(path: path), draft: &draft)
            switch ArticleKind(path) {
            case .markdown: try MarkdownArticle.read(text, into: &draft)
            case .html: HTMLArticle.read(text, into: &draft)
            case .rewrite, nil: try RewriteArticle.read(text, into: &draft)
            }
            articles.append(draft.finished())
            problems += draft.problems
        } catch {
            problems.append(error)
            unreadablePaths.append(path)
        }
    }

    private mutating func identify(_ known: [KnownArticle], now: Timestamp) {
        let identities = ArticleIdentities(articles, known: known, unreadable: unreadablePaths, now: now)
        remembered = identities.remembered
        for (index, identity) in identities.assigned.enumerated() {
            articles[index].entry.id = identity.id
            if articles[index].entry.updated == nil { articles[index].entry.updated = identity.updatedAt }
        }
        unreadable = unreadablePaths.map { path in
            known.first { $0.isPresent && $0.path == path }?.id ?? ids.article(path)
        }
    }

    /// Two entries of one id would overwrite each other in every reader: the first file keeps it.
    private mutating func dropRepeatedIDs() {
        var owners: [[UInt8]: String] = [:]
        articles.removeAll { article in
            let id = Array((article.entry.id ?? "").utf8)
            guard let owner = owners[id] else {
                owners[id] = article.path
                return false
            }
            problems.append(
                ArticleProblem(
                    file: "seeds/\(article.path)", line: nil,
                    reason: "has the same id as seeds/\(owner); left out until one of them is changed"))
            return true
        }
    }
}

extension ArticleFolder {
    /// Links to directories are not followed: they can lead round in a circle.
    private mutating func files(of directory: URL) -> [String] {
        var found: [String] = []
        var pending = [""]
        while let folder = pending.popLast() {
            let place = directory.appending(path: folder)
            let names: [String]
            do {
                names = try FileManager.default.contentsOfDirectory(atPath: place.path(percentEncoded: false))
            } catch CocoaError.fileReadNoSuchFile {
                continue
            } catch {
                problems.append(
                    ArticleProblem(
                        file: "seeds/\(folder)", line: nil, reason: "cannot be listed; make it a readable directory"))
                continue
            }
            for name in names where !name.hasPrefix(".") {
                let path = folder + name
                let url = place.appending(path: name)
                let isDirectory = try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory
                if isDirectory == true {
                    pending.append(path + "/")
                } else if ArticleKind(name) != nil {
                    found.append(path)
                }
            }
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// With `\n` as its only line break.
    private static func text(of url: URL, draft: inout ArticleDraft) throws(ArticleProblem) -> String {
        let data: Data
        do {
            guard let size = try url.resolvingSymlinksInPath().resourceValues(forKeys: [.fileSizeKey]).fileSize
            else { throw CocoaError(.fileReadUnknown) }
            guard size <= maxBytes else { throw draft.error("is larger than \(maxBytes >> 20) MiB; split it") }
            data = try Data(contentsOf: url)
        } catch let problem as ArticleProblem {
            throw problem
        } catch {
            throw draft.error("cannot be read; make it a readable file")
        }
        if ArticleKind(url.path(percentEncoded: false)) == .html, let text = HTMLArticle.declaredText(Array(data)) {
            return text
        }
        guard let (text, encoding) = TextFile.decode(Array(data)) else {
            throw draft.error("is not text; save it as UTF-8")
        }
        if encoding != "utf-8" { draft.note("is not UTF-8; read as \(encoding), better save it as UTF-8") }
        return text
    }

    private static let maxBytes = 4 << 20
}
