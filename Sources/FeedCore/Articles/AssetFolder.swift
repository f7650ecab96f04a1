import Foundation

/// `seeds/`, as far as files next to articles are concerned. What is not below it is never published.
struct AssetFolder: Sendable {
    private let root: URL

    init(_ root: URL) { self.root = root }

    enum Finding {
        /// The reference leads elsewhere, or there is no such file.
        case none
        /// And why.
        case refused(String)
        /// With the query and fragment of the reference.
        case file(ArticleAsset, suffix: String)
    }

    /// What `reference` in the article at `path` leads to.
    func find(_ reference: String, from path: String) -> Finding {
        let address = Address(reference.stripped)
        guard address.scheme == nil, address.authority == nil, !address.path.isEmpty, !address.path.hasPrefix("/"),
            let name = address.path.removingPercentEncoding, !name.unicodeScalars.contains("\0")
        else { return .none }
        var parts = path.split(separator: "/").dropLast().map(String.init)
        for part in name.split(separator: "/") where part != "." {
            guard part == ".." else {
                parts.append(String(part))
                continue
            }
            guard parts.popLast() != nil else { return .refused("leads out of seeds/; move the file into it") }
        }
        let place = parts.joined(separator: "/")
        // Articles are published as entries, not as files.
        guard !parts.isEmpty, !parts.contains(where: { $0.hasPrefix(".") }), ArticleKind(place) == nil else {
            return .none
        }
        let file = root.appending(path: place)
        guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else { return .none }
        let real = file.resolvingSymlinksInPath()
        guard real.path(percentEncoded: false).hasPrefix(realRoot) else {
            return .refused("is a link to a place outside of seeds/; copy the file into it")
        }
        guard (try? real.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true else { return .none }
        let suffix = (address.query.map { "?" + $0 } ?? "") + (address.fragment.map { "#" + $0 } ?? "")
        return .file(ArticleAsset(path: "articles/\(place)", source: real), suffix: suffix)
    }

    private var realRoot: String {
        let path = root.resolvingSymlinksInPath().path(percentEncoded: false)
        return path.hasSuffix("/") ? path : path + "/"
    }
}
