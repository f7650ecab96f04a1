/// A format in which the river is published, under the name that `site.json` calls it by.
public enum PublishFormat: String, Sendable, CaseIterable {
    case atom, rss, json, html, opml

    /// Of the published file, within its folder.
    var fileName: String {
        switch self {
        case .atom: "atom.xml"
        case .rss: "rss.xml"
        case .json: "feed.json"
        case .html: "index.html"
        case .opml: "feeds.opml"
        }
    }

    var mediaType: String {
        switch self {
        case .atom: "application/atom+xml"
        case .rss: "application/rss+xml"
        case .json: "application/feed+json"
        case .html: "text/html"
        case .opml: "text/x-opml"
        }
    }
}
