import Dispatch
import Foundation
import Synchronization

/// Replaces published files so that a reader, a crash or a full disk never meets half of one.
///
/// All new files are written beside the old ones and flushed before the first is renamed, so that whatever fails for
/// want of space or rights fails while everything is still as it was. What is left then is a row of renames, each of
/// them one step (rename(2)).
struct Publisher {
    let directory: URL
    /// Whether `.gz` and `.br` go beside each text, where they are smaller.
    var precompresses = false

    /// Makes `files` stand in the directory, in the order given: what others link to comes first.
    ///
    /// - Parameter obsolete: paths of files of an earlier publication that are to go; they go last.
    /// - Returns: the paths that were replaced. A file that holds the same bytes already is not touched, and its time
    ///   stays.
    func publish(_ files: [PublishedFile], removing obsolete: [String] = []) throws(PublishError) -> [String] {
        var replaced: [String] = []
        do {
            let changes = changes(of: files)
            if !changes.isEmpty {
                try stage(changes)
                try commit(changes)
                replaced = Set(changes.map(\.origin)).sorted()
            }
            for path in obsolete { remove(path) }
        } catch let error as PublishError {
            try? FileManager.default.removeItem(at: staging)
            throw error
        } catch {
            try? FileManager.default.removeItem(at: staging)
            throw failure(directory.path, error)
        }
        return replaced
    }
}

extension Publisher {
    /// One file to rename into place, or to remove where there is no content.
    private struct Change: Sendable {
        let path: String
        /// The file that this is, or is a compressed form of.
        let origin: String
        let content: PublishedFile.Content?
    }

    /// On the same file system as the files, so that a rename is enough.
    private var staging: URL { directory.appending(path: ".feedtool-new", directoryHint: .isDirectory) }

    private func target(_ path: String) -> URL { directory.appending(path: path, directoryHint: .notDirectory) }

    /// What differs from the disk. Comparing and compressing are most of the work, so all cores do it.
    private func changes(of files: [PublishedFile]) -> [Change] {
        let results = Mutex([[Change]](repeating: [], count: files.count))
        DispatchQueue.concurrentPerform(iterations: files.count) { index in
            let changes = changes(of: files[index])
            results.withLock { $0[index] = changes }
        }
        return results.withLock { $0.flatMap(\.self) }
    }

    private func changes(of file: PublishedFile) -> [Change] {
        let isSame = holds(file)
        var changes = isSame ? [] : [Change(path: file.path, origin: file.path, content: file.content)]
        guard case .text(let bytes) = file.content else { return changes }
        for ending in PublishedFile.compressedEndings {
            let path = file.path + ending
            let exists = FileManager.default.fileExists(atPath: target(path).path)
            if precompresses, isSame, exists { continue }
            let compressed =
                !precompresses ? nil : ending == ".gz" ? Compressor.gzip(bytes) : Compressor.brotli(bytes)
            // An old compressed form would hide the new file.
            guard compressed != nil || exists else { continue }
            changes.append(Change(path: path, origin: file.path, content: compressed.map { .text($0) }))
        }
        return changes
    }

    /// Whether the disk has the file already. Size and time tell enough of a copy, and the size of most texts.
    private func holds(_ file: PublishedFile) -> Bool {
        let target = target(file.path)
        guard let old = FileTraits(target) else { return false }
        switch file.content {
        case .text(let bytes):
            return old.size == bytes.count && (try? Data(contentsOf: target))?.elementsEqual(bytes) == true
        case .copy(let source):
            guard let new = FileTraits(source) else { return false }
            return old.size == new.size && old.modified >= new.modified
        }
    }

    /// Writes and flushes every new file under its number.
    private func stage(_ changes: [Change]) throws {
        // What a killed publication left behind.
        try? FileManager.default.removeItem(at: staging)
        try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: true)
        for (number, change) in changes.enumerated() {
            let staged = staging.appending(path: "\(number)")
            do {
                switch change.content {
                case nil: continue
                case .text(let bytes): try Data(bytes).write(to: staged)
                case .copy(let source): try FileManager.default.copyItem(at: source, to: staged)
                }
                try FileHandle(forWritingTo: staged).syncAndClose()
            } catch {
                throw failure(target(change.path).path, error)
            }
        }
    }

    private func commit(_ changes: [Change]) throws {
        var folders: Set<URL> = [directory]
        for (number, change) in changes.enumerated() {
            let target = target(change.path)
            let folder = target.deletingLastPathComponent()
            do {
                guard change.content != nil else {
                    try FileManager.default.removeItem(at: target)
                    continue
                }
                if folders.insert(folder).inserted {
                    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                }
                let staged = staging.appending(path: "\(number)")
                guard unsafe rename(staged.path, target.path) == 0 else { throw POSIXError.last }
            } catch {
                throw failure(target.path, error)
            }
        }
        try FileManager.default.removeItem(at: staging)
        for folder in folders { try FileHandle(forReadingFrom: folder).syncAndClose() }
    }

    /// With its compressed forms, and with folders that are empty then.
    private func remove(_ path: String) {
        for path in [path] + PublishedFile.compressedEndings.map({ path + $0 }) {
            try? FileManager.default.removeItem(at: target(path))
        }
        var folder = path.split(separator: "/").dropLast()
        while !folder.isEmpty, unsafe rmdir(target(folder.joined(separator: "/")).path) == 0 { folder.removeLast() }
    }

    private func failure(_ path: String, _ error: any Error) -> PublishError {
        PublishError(file: path, reason: "cannot be written: \(error.systemReason); the last good one is kept")
    }
}

/// What the file system says of a file.
private struct FileTraits {
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
}

extension FileHandle {
    fileprivate func syncAndClose() throws {
        try synchronize()
        try close()
    }
}

extension POSIXError {
    fileprivate static var last: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
