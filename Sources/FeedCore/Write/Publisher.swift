import Foundation

/// Replaces published files so that a reader, a crash or a full disk never meets half of one.
struct Publisher {
    let directory: URL

    /// Writes `bytes` beside the old file, flushes them to the disk and renames them into place.
    ///
    /// - Returns: false if the file held the same bytes already; then it is not touched, and its time stays.
    func replace(_ name: String, with bytes: [UInt8]) throws(PublishError) -> Bool {
        let target = directory.appendingPathComponent(name)
        let data = Data(bytes)
        if let old = try? Data(contentsOf: target), old == data { return false }
        let beside = directory.appendingPathComponent(".\(name).new")
        do {
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            try data.write(to: beside)
            // As open or closed to others as the old one.
            let old = try? FileManager.default.attributesOfItem(atPath: target.path)
            if let mode = old?[.posixPermissions] {
                try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: beside.path)
            }
            try FileHandle(forWritingTo: beside).syncAndClose()
            // rename(2) replaces the target in one step.
            guard unsafe rename(beside.path, target.path) == 0 else { throw POSIXError.last }
            try FileHandle(forReadingFrom: directory).syncAndClose()
            return true
        } catch {
            try? FileManager.default.removeItem(at: beside)
            throw PublishError(
                file: target.path,
                reason: "cannot be written: \(error.systemReason); the last good one is kept")
        }
    }
}

/// A published file that could not be replaced; the last good one stays.
public struct PublishError: Error, Sendable, Equatable {
    public let file: String
    public let reason: String
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
