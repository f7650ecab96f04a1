import Foundation

/// Where the feeds of a page may be. Fetches nothing: what it names has to be looked at.
enum Discovery {
    /// By the rules of a known platform, from the address alone; the page need not be fetched.
    static func candidates(at address: String) -> [Candidate] {
        // What a platform's feed is called may fit the rule of a page as well.
        guard !FeedLinks.looksLikeFeed(address) else { return [] }
        return PlatformRule.feeds(of: address, by: PlatformRule.known).map { Candidate(address: $0, origin: .platform) }
    }

    /// What a page says: the best first, each address once, feeds of comments last.
    ///
    /// - Parameters:
    ///   - address: where the page was retrieved in the end.
    ///   - header: the `Link` header that came with it.
    static func candidates(in page: [UInt8], at address: String, header: String? = nil) -> [Candidate] {
        let announced = header.map { LinkHeader.feeds(in: $0, at: address) } ?? []
        let links = FeedLinks.find(in: page, base: address)
        let hidden = PageRule.known.lazy.compactMap { $0.feed(in: page, at: address) }.prefix(1)
        let found =
            hidden.map { Candidate(address: $0, origin: .platform) } + announced
            + links.filter(\.isDeclared).map { Candidate(address: $0.address, title: $0.title, origin: .declared) }
            + links.filter { !$0.isDeclared }.map { Candidate(address: $0.address, title: $0.title, origin: .anchor) }
        let known = distinct(found)
        return known.filter { !isOfComments($0) } + known.filter(isOfComments)
    }

    /// Where a page sends browsers by `<meta http-equiv="refresh" content="0; url=…">`; nil if it keeps them.
    static func refreshTarget(in page: [UInt8], at address: String) -> String? {
        var scanner = MarkupScanner(String(decoding: page.prefix(ParseLimits.discovery), as: UTF8.self))
        while let tag = scanner.next() {
            guard tag.name != "body" else { return nil }
            guard tag.name == "meta", tag["http-equiv"]?.lowercased() == "refresh", let content = tag["content"],
                let start = content.range(of: "url=", options: .caseInsensitive)
            else { continue }
            let target = content[start.upperBound...].trimmingCharacters(in: Self.aroundTarget)
            return target.isEmpty ? nil : Address.resolve(target, against: address)
        }
        return nil
    }

    /// Where a server has its feeds that says nothing of them: the software's habits first, then common names, in the
    /// page's own folder and at the top.
    static func guesses(at address: String) -> [Candidate] {
        let habits = PlatformRule.feeds(of: address, by: PlatformRule.habits)
        var page = Address(address)
        (page.query, page.fragment) = (nil, nil)
        // What has an extension is a page in a folder; what has none may be one.
        let isFolder = page.path.split(separator: "/").last?.contains(".") != true
        let folder = isFolder && !page.path.hasSuffix("/") ? page.text + "/" : page.text
        let common = wellKnown.flatMap { name in
            [folder, "/"].prefix(page.path.count > 1 && isCommonest(name) ? 2 : 1).map { place in
                Address.resolve(place == "/" ? "/\(name)" : name, against: folder)
            }
        }
        return distinct((habits + common).map { Candidate(address: $0, origin: .guess) })
    }
}

extension Discovery {
    private static let aroundTarget = CharacterSet.whitespacesAndNewlines.union(["'", "\""])

    /// Ordered by how common they are: the search ends with the first that is a feed.
    private static let wellKnown = [
        "feed", "rss.xml", "feed.xml", "atom.xml", "index.xml", "rss", "feed.json", "feeds/posts/default", "?feed=rss2",
    ]

    /// The names that are also tried at the top of the site.
    private static func isCommonest(_ name: String) -> Bool { wellKnown.prefix(4).contains(name) }

    private static func distinct(_ candidates: [Candidate]) -> [Candidate] {
        var known: Set<String> = []
        return candidates.filter { known.insert(Subscription(position: 0, url: $0.address).key).inserted }
    }

    /// Blogs declare one for each post, next to the feed of the posts.
    private static func isOfComments(_ candidate: Candidate) -> Bool {
        candidate.address.contains("/comments") || candidate.title?.lowercased().contains("comments") == true
    }
}
