import Foundation

extension Error {
    /// Why the system refused, in its own few words ("No such file or directory"): Foundation's are a sentence that
    /// says less and does not fit into another.
    public var systemReason: String {
        let error = self as NSError
        if error.domain == NSPOSIXErrorDomain { return unsafe String(cString: strerror(Int32(error.code))) }
        if let cause = error.userInfo[NSUnderlyingErrorKey] as? any Error { return cause.systemReason }
        return error.localizedDescription
    }
}

extension POSIXError {
    /// Of the system call that just failed.
    static var last: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
