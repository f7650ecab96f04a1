import Foundation

/// The forms of articles, by the names of their files.
enum ArticleKind {
    case markdown, html, rewrite

    init?(_ path: String) {
        switch (path as NSString).pathExtension.lowercased() {
        case "md", "markdown": self = .markdown
        case "html", "htm": self = .html
        case "txt": self = .rewrite
        default: return nil
        }
    }
}
