import FeedCore
import Foundation

extension Command {
    /// A new local article, or what is wrong with those there are.
    static let article = Command(
        name: "article",
        summary: "Begins a new local article, or checks those there are.",
        synopsis: "new TITLE [--site DIR] | check [FILE]... [--site DIR]",
        options: [SiteOptions.site]
    ) { arguments throws(Failure) in
        let site = try SiteOptions.load(arguments)
        let rest = Array(arguments.operands.dropFirst())
        switch arguments.operands.first {
        case "new": return try newArticle(rest, in: site)
        case "check": return try checkArticles(rest, of: site)
        default: throw Failure(.usage, "article: say 'new TITLE' or 'check'; see 'feedtool article --help'")
        }
    }

    private static func newArticle(_ words: [String], in site: Site) throws(Failure) -> ExitStatus {
        let title = words.joined(separator: " ")
        guard title.contains(where: { !$0.isWhitespace }) else {
            throw Failure(.usage, "article new: needs a title, such as 'feedtool article new \"First frost\"'")
        }
        let skeleton = ArticleSkeleton(title: title, now: .now)
        let file = site.seedsDirectory.appending(path: skeleton.fileName)
        do {
            try FileManager.default.createDirectory(at: site.seedsDirectory, withIntermediateDirectories: true)
            try Data(skeleton.text.utf8).write(to: file, options: .withoutOverwriting)
        } catch {
            throw Failure(.cannotWrite, "seeds/\(skeleton.fileName) cannot be written: \(error.systemReason)")
        }
        Terminal.write(file.path(percentEncoded: false) + "\n")
        return .done
    }

    /// All articles are read either way, since some problems lie between two files.
    private static func checkArticles(_ files: [String], of site: Site) throws(Failure) -> ExitStatus {
        let folder = ArticleFolder.read(site.seedsDirectory, link: site.configuration.link)
        var problems = folder.problems
        if !files.isEmpty {
            let wanted = Set(try files.map { file throws(Failure) in try pathBelowSeeds(file, of: site) })
            problems.removeAll { !wanted.contains($0.file) }
        }
        if problems.isEmpty {
            let checked =
                files.isEmpty ? Terminal.count(folder.articles.count, "article") : files.joined(separator: ", ")
            Terminal.write(Printable.lines("\(checked): no problem") + "\n")
        }
        for problem in problems { Terminal.write(Printable.lines(problem.message) + "\n") }
        return problems.isEmpty ? .done : .badData
    }

    /// As problems name it: `seeds/…`.
    private static func pathBelowSeeds(_ file: String, of site: Site) throws(Failure) -> String {
        let url = URL(fileURLWithPath: file)
        guard FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) else {
            throw Failure(.noInput, "\(file) is not there")
        }
        let path = url.resolvingSymlinksInPath().path(percentEncoded: false)
        let root = site.seedsDirectory.resolvingSymlinksInPath().path(percentEncoded: false)
        let prefix = root.hasSuffix("/") ? root : root + "/"
        guard path.hasPrefix(prefix) else {
            throw Failure(.noInput, "\(file) is no article of this site; articles are in seeds/")
        }
        return "seeds/" + path.dropFirst(prefix.count)
    }
}
