import Foundation

/// A file of the published directory, as it shall be.
struct PublishedFile: Sendable, Equatable {
    /// Relative to the directory, such as `tag/swift/atom.xml`.
    let path: String
    let content: Content

    enum Content: Sendable, Equatable {
        /// Written by this program: compressed forms may stand beside it.
        case text([UInt8])
        /// A picture or a recording of the site's own, taken as it is.
        case copy(of: URL)
    }

    /// The endings that web servers look for when they send a file compressed (nginx's `gzip_static`, `brotli_static`).
    static let compressedEndings = [".gz", ".br"]
}

/// A published file that could not be replaced; the last good one stays.
public struct PublishError: Error, Sendable, Equatable {
    public let file: String
    public let reason: String
}
