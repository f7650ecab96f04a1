import Foundation

/// Lets one refresh at a time work on a site; the kernel lets go of it when the process ends, however it ends.
final class SiteLock: Sendable {
    private let descriptor: Int32

    /// - Throws: `.busy` if another process holds it.
    init(of site: Site) throws(RefreshError) {
        do throws(StoreError) {
            try site.createStateDirectory()
        } catch {
            throw RefreshError(error)
        }
        let path = site.stateDirectory.appending(path: "lock").path(percentEncoded: false)
        descriptor = unsafe open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw RefreshError(.cannotWrite, "\(path) cannot be opened: \(unsafe String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw RefreshError(.busy, "another refresh of this site is running (it holds \(path)); try again later")
        }
    }

    deinit { close(descriptor) }
}
