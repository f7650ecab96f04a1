import Foundation

/// A site's secrets as a file that is changed in place.
enum SecretsFile {
    /// Reads the file anew, changes it and puts it in the old one's place; nobody but its owner may read it in between.
    static func edit(of site: Site, _ change: (inout SecretsEditor) throws(SiteError) -> Void) throws(RefreshError) {
        let file = site.directory.appending(path: SecretsReader.file).resolvingSymlinksInPath()
        do {
            let old = [UInt8](try Data(contentsOf: file))
            var editor = SecretsEditor(old)
            try change(&editor)
            if editor.bytes != old { try replace(file, with: editor.bytes) }
        } catch let error as SiteError {
            throw RefreshError(.cannotWrite, error.message)
        } catch {
            throw RefreshError(.cannotWrite, "\(SecretsReader.file) cannot be changed: \(error.systemReason)")
        }
    }

    private static func replace(_ file: URL, with bytes: [UInt8]) throws {
        let new = file.path(percentEncoded: false) + ".new"
        // What a killed program left behind, perhaps open to others.
        unsafe unlink(new)
        let descriptor = unsafe open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError.last }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Data(bytes))
        try handle.synchronize()
        try handle.close()
        guard unsafe rename(new, file.path(percentEncoded: false)) == 0 else { throw POSIXError.last }
    }
}
