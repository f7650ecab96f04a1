import CSync
import Foundation

/// Replaces published files so that a reader, a crash or a full disk never meets half of one.
///
/// All new files are written beside the old ones and flushed before the first is renamed, so that whatever fails for
/// want of space or rights fails while everything is still as it was. What is left then is a row of renames, each of
/// them one step (rename(2)).
struct Publisher {
    private let directory: URL
    private var staged: [StagedFile] = []

    init(directory: URL) { self.directory = directory }

    /// A file to rename into place, or to remove where there is nothing staged.
    private struct StagedFile: Sendable {
        let path: String
        /// The file that this is, or is a compressed form of.
        let origin: String
        /// Whether there is no such file yet.
        let isNew: Bool
        let source: URL?
    }

    /// Writes what differs from the published files beside them; memory is free again afterwards.
    ///
    /// - Parameter compressed: whether `.gz` and `.br` go beside each text, where they are smaller.
    mutating func add(_ files: [PublishedFile], compressed: Bool = false) throws(PublishError) {
        prepare()
        try take(
            files.indices.map(\.self).concurrentMap { [self] index in
                Result { () throws(PublishError) in
                    try stage(files[index], as: "\(staged.count)-\(index)", compressed: compressed)
                }
            })
    }

    /// Makes the files of each source and writes what differs, in their order; all cores do both, and each has the
    /// files of one source in memory.
    mutating func add<Source: Sendable>(
        filesOf sources: [Source], compressed: Bool, make: @Sendable (Source) throws -> [PublishedFile]
    ) throws {
        prepare()
        try take(
            sources.indices.map(\.self).concurrentMap { [self] index in
                Result {
                    try make(sources[index]).enumerated().flatMap { number, file in
                        try stage(file, as: "\(staged.count)-\(index)-\(number)", compressed: compressed)
                    }
                }
            })
    }

    /// The paths in the order in which they are renamed: those of new files first. Nothing links to them yet, and all
    /// that is there when the first old one is replaced, so whatever that links to is there as well, however files link
    /// to each other. Otherwise they come as they were added.
    var order: [String] { ordered.map(\.path) }

    /// The files that will differ, compressed forms not counted.
    var origins: [String] { Set(staged.map(\.origin)).sorted() }

    /// Renames everything into place.
    ///
    /// - Parameter obsolete: paths of files of an earlier publication that are to go; they go last.
    /// - Returns: the paths that were replaced. A file that held the same bytes already is not touched, and its time
    ///   stays.
    func finish(removing obsolete: [String] = []) throws(PublishError) -> [String] {
        defer { discard() }
        guard !staged.isEmpty || !obsolete.isEmpty else { return [] }
        try flush()
        let folders = try makeFolders()
        // Between the first and the last step some files are new and others are old: nothing else is done meanwhile.
        for step in ordered.map({ Step(source: $0.source?.path, target: target($0.path).path) }) {
            do {
                try step.take()
            } catch {
                throw failure(step.target, error)
            }
        }
        for path in obsolete { remove(path) }
        do {
            for folder in folders { try FileHandle(forReadingFrom: folder).syncAndClose() }
        } catch {
            throw failure(directory.path, error)
        }
        return origins
    }

    /// Forgets what was added.
    func discard() { try? FileManager.default.removeItem(at: staging) }
}

extension Publisher {
    private var ordered: [StagedFile] { staged.filter(\.isNew) + staged.filter { !$0.isNew } }

    private struct Change: Sendable {
        let path: String
        let origin: String
        let content: PublishedFile.Content?
    }

    /// On the same file system as the files, so that a rename is enough.
    private var staging: URL { directory.appending(path: ".feedtool-new", directoryHint: .isDirectory) }

    /// Removes what a killed publication left behind.
    private func prepare() { if staged.isEmpty { discard() } }

    private mutating func take<Failure>(_ results: [Result<[StagedFile], Failure>]) throws(Failure) {
        do {
            for result in results { staged += try result.get() }
        } catch {
            discard()
            throw error
        }
    }

    private func target(_ path: String) -> URL { directory.appending(path: path, directoryHint: .notDirectory) }

    /// What differs from the disk.
    private func changes(_ file: PublishedFile, compressed isCompressed: Bool) -> [Change] {
        let isSame = holds(file)
        var changes = isSame ? [] : [Change(path: file.path, origin: file.path, content: file.content)]
        guard case .text(let bytes) = file.content else { return changes }
        for ending in PublishedFile.compressedEndings {
            let path = file.path + ending
            let exists = FileManager.default.fileExists(atPath: target(path).path)
            if isCompressed, isSame, exists { continue }
            let compressed =
                !isCompressed ? nil : ending == ".gz" ? Compressor.gzip(bytes) : Compressor.brotli(bytes)
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

    /// Writes what differs from the disk.
    private func stage(
        _ file: PublishedFile, as name: String, compressed: Bool
    ) throws(PublishError) -> [StagedFile] {
        try changes(file, compressed: compressed).enumerated().map { number, change throws(PublishError) in
            do {
                let source = try stage(change, as: "\(name)-\(number)")
                let isNew = !FileManager.default.fileExists(atPath: target(change.origin).path)
                return StagedFile(path: change.path, origin: change.origin, isNew: isNew, source: source)
            } catch {
                throw failure(target(change.path).path, error)
            }
        }
    }

    /// Writes a new file.
    private func stage(_ change: Change, as name: String) throws -> URL? {
        guard let content = change.content else { return nil }
        try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: true)
        let file = staging.appending(path: name)
        switch content {
        case .text(let bytes): try write(bytes, to: file)
        case .copy(let source): try FileManager.default.copyItem(at: source, to: file)
        }
        // As open or closed to others as the old one.
        var old = stat()
        if unsafe stat(target(change.path).path, &old) == 0 {
            guard unsafe chmod(file.path, old.st_mode & 0o7777) == 0 else { throw POSIXError.last }
        }
        return file
    }

    /// Without a flush, which `Data.write` makes for each file: all of them are flushed together.
    private func write(_ bytes: [UInt8], to file: URL) throws {
        let descriptor = unsafe open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw POSIXError.last }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: bytes)
        // The disk works while the next file is made; where it cannot be told to, the flush waits the longer.
        sync_file_range(descriptor, 0, 0, UInt32(SYNC_FILE_RANGE_WRITE))
        try handle.close()
    }

    /// A few files are flushed one by one, many with their whole file system at once, which costs little more than one.
    private func flush() throws(PublishError) {
        let sources = staged.compactMap(\.source)
        do {
            if sources.count <= Self.fewFiles {
                for source in sources { try FileHandle(forWritingTo: source).syncAndClose() }
            } else {
                let folder = try FileHandle(forReadingFrom: staging)
                guard syncfs(folder.fileDescriptor) == 0 else { throw POSIXError.last }
                try folder.close()
            }
        } catch {
            throw failure(directory.path, error)
        }
    }

    private static let fewFiles = 16

    /// Those in which something changes.
    private func makeFolders() throws(PublishError) -> Set<URL> {
        let folders = Set(staged.map { target($0.path).deletingLastPathComponent() })
        do {
            for folder in folders {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            }
        } catch {
            throw failure(directory.path, error)
        }
        return folders
    }

    /// A file takes its place, or goes where there is none to take it.
    private struct Step {
        let source: String?
        let target: String

        func take() throws {
            let result = if let source { unsafe rename(source, target) } else { unsafe unlink(target) }
            guard result == 0 else { throw POSIXError.last }
        }
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

extension FileHandle {
    fileprivate func syncAndClose() throws {
        try synchronize()
        try close()
    }
}
