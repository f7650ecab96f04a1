import Foundation

/// What the file system says of a file.
struct FileTraits: CustomStringConvertible {
    let size: Int
    let modified: Date

    init?(_ file: URL) {
        // A new URL: one that was asked before may answer from its cache.
        let keys: Set<URLResourceKey> = [.fileSizeKey, .contentModificationDateKey]
        guard let values = try? URL(filePath: file.path).resourceValues(forKeys: keys), let size = values.fileSize,
            let modified = values.contentModificationDate
        else { return nil }
        self.size = size
        self.modified = modified
    }

    /// Differs when the file does.
    var description: String { "\(size) \(modified.timeIntervalSince1970)" }
}
