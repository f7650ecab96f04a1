@testable import FeedCore

/// An entry as tests of the merge describe it.
struct Post {
    var host: String
    var id: String?
    var link: String?
    var title: String
    var text: String
    var time: Int64
    var via: String?
    var claims: String?

    /// - Parameters:
    ///   - feed: the name of its feed's host, below `example`; empty for the site itself.
    ///   - claims: what the feed names as its page.
    init(
        _ feed: String, id: String? = nil, link: String?, title: String, text: String = "", time: Int64 = 1,
        via: String? = nil, claims: String? = nil
    ) {
        host = feed
        self.id = id
        self.link = link
        self.title = title
        self.text = text
        self.time = time
        self.via = via
        self.claims = claims
    }

    var entry: Entry {
        var entry = Entry()
        entry.id = id ?? link
        entry.idIsPermalink = id == nil ? nil : id?.hasPrefix("http") == true
        entry.link = link
        entry.title = Text(title)
        entry.content = text.isEmpty ? [] : [Text(text)]
        entry.published = Timestamp(seconds: time)
        if let via { entry.links = [Link(rel: "via", href: via)] }
        return entry
    }

    var facets: MergeFacets {
        var feed = Feed()
        feed.link = claims
        return MergeFacets(entry, of: FeedHosts(of: feed, at: host.isEmpty ? "seeds/" : "https://\(host).example/feed"))
    }

    func candidate(_ row: Int64, feed: Int, isArticle: Bool = false) -> MergeCandidate {
        let time = Timestamp(seconds: time)
        return MergeCandidate(
            facets: facets, row: row, feed: feed, isArticle: isArticle, sortKey: time,
            firstSeen: Timestamp(seconds: 2_000))
    }

    /// A text of its own for each number.
    static func text(_ number: Int, words: Int = 80) -> String {
        (0..<words).map { "word\($0 &* 7919 % 97)of\(number)" }.joined(separator: " ")
    }
}
