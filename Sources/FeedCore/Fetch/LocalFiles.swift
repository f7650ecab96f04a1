public import Foundation

/// Feeds that lie in the site's own directory, followed by an address relative to the file that lists them.
public struct LocalFiles: Sendable {
    /// The site's directory, and the one that addresses are relative to, both without symbolic links.
    private let root: String
    private let base: String

    /// `base` lies in `root`.
    public init(root: URL, base: URL) {
        self.root = Self.realPath(root.path(percentEncoded: false))
        self.base = Self.realPath(base.path(percentEncoded: false))
    }

    /// What a server would say of the file: its bytes, or that they are those of the caller's validators.
    func result(for request: FetchRequest, limit: Int) -> FetchResult {
        do throws(FetchError) {
            return FetchResult(id: request.id, outcome: try outcome(request, limit))
        } catch {
            return FetchResult(id: request.id, outcome: .failed(error))
        }
    }

    private func outcome(_ request: FetchRequest, _ limit: Int) throws(FetchError) -> FetchResult.Outcome {
        let url = request.url
        let handle = try open(url)
        defer { close(handle) }
        var status = stat()
        guard unsafe fstat(handle, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw FetchError(.file, url, "is no regular file; correct the subscription")
        }
        guard status.st_size <= limit else {
            throw FetchError(
                .tooLarge, url, "is larger than \(limit) bytes; if that is meant, raise fetch.maxBodyBytes")
        }
        var response = FetchResponse(finalURL: url)
        let time = status.st_mtim
        response.validators.etag = "\"\(status.st_size)-\(time.tv_sec).\(time.tv_nsec)\""
        guard request.validators.etag != response.validators.etag else {
            response.status = 304
            return .notModified(response)
        }
        let bytes = try read(handle, limit, url)
        response.status = 200
        (response.wireBytes, response.decodedBytes) = (bytes.count, bytes.count)
        return .document(.init(bytes: bytes, response: response))
    }

    /// Opens what the address leads to, if that lies in the site: `..` and symbolic links count for where they end.
    private func open(_ url: String) throws(FetchError) -> Int32 {
        let path = String(url.prefix { $0 != "?" && $0 != "#" })
        guard let relative = path.removingPercentEncoding, !relative.isEmpty, !relative.utf8.contains(0),
            !relative.hasPrefix("/"), Address(relative).scheme == nil
        else { throw FetchError(.malformed, url, "is no relative path of a file; correct the subscription") }
        let place = Self.realPath("\(base)/\(relative)")
        guard place.hasPrefix("/") else {
            throw FetchError(.file, url, "is not there; correct the subscription or add the file")
        }
        guard place.hasPrefix(root == "/" ? root : "\(root)/") else {
            throw FetchError(
                .refused, url, "refused, since it lies outside the site's directory; copy the file into it")
        }
        // No waiting for a pipe's other end, and no link put there since.
        let handle = unsafe Foundation.open(place, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        guard handle >= 0 else { throw FetchError(.file, url, "cannot be read: \(Self.systemError)") }
        return handle
    }

    private func read(_ handle: Int32, _ limit: Int, _ url: String) throws(FetchError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe Foundation.read(handle, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FetchError(.file, url, "cannot be read: \(Self.systemError)") }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= limit else { throw FetchError(.tooLarge, url, "grows while it is read; try again") }
        }
    }

    /// With all links followed; empty if there is no such file.
    private static func realPath(_ path: String) -> String {
        guard let result = unsafe realpath(path, nil) else { return "" }
        defer { unsafe free(result) }
        return unsafe String(cString: result)
    }

    private static var systemError: String { unsafe String(cString: strerror(errno)) }
}
