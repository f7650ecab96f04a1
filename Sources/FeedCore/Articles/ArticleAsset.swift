public import Foundation

/// A file next to an article that is published with it.
public struct ArticleAsset: Sendable, Equatable {
    /// Below the directory of the published files, such as `articles/frost/photo.jpg`: where the file stands below
    /// `seeds/`, so that a renamed article takes no picture away from readers that know it.
    public let path: String
    /// The file itself.
    public let source: URL

    /// - Parameter link: the site's.
    func address(below link: String) -> String {
        let root = Address(link).path.hasSuffix("/") ? link : link + "/"
        let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        return Address.resolve(escaped, against: root)
    }
}
