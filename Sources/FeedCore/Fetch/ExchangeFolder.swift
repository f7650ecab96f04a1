public import Foundation

/// A folder that keeps what the servers said in one refresh, one `Exchange` a file, and gives it again without a network.
///
/// A file is named after the host, the subscription's address (the beginning of its SHA-256) and the number of the
/// request in its chain of redirects. `began` holds the refresh's time, which is what undated entries are published
/// with.
public struct ExchangeFolder: Sendable {
    private let folder: URL
    /// When the recorded refresh began.
    public let began: Timestamp

    /// A folder to record to, made if it is not there.
    public init(recordingTo folder: URL, at now: Timestamp) throws(FetchError) {
        self.folder = folder
        began = now
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data("\(now.rfc3339)\n".utf8).write(to: folder.appending(path: Self.timeFile), options: .atomic)
        } catch {
            throw Self.error(folder, "cannot be written: \(error.systemReason)")
        }
    }

    /// A folder that was recorded to.
    public init(replaying folder: URL) throws(FetchError) {
        self.folder = folder
        do {
            let bytes = try Data(contentsOf: folder.appending(path: Self.timeFile))
            guard let began = Timestamp(rfc3339: String(String(decoding: bytes, as: UTF8.self).stripped)) else {
                throw Self.error(folder, "has no time in its file '\(Self.timeFile)'; is it a recording?")
            }
            self.began = began
        } catch let error as FetchError {
            throw error
        } catch {
            throw Self.error(folder, "cannot be replayed: \(error.systemReason); is it a recording?")
        }
    }

    func keep(_ exchange: Exchange, of chain: FetchChain, _ report: TransferReport) throws(FetchError) {
        do {
            try Data(exchange.file(chain.address.text, report)).write(to: file(of: chain))
        } catch {
            throw Self.error(folder, "cannot be recorded to: \(error.systemReason)")
        }
    }

    /// What came of the chain's next request when it was recorded.
    func report(of chain: FetchChain, bodyLimit: Int) throws(FetchError) -> TransferReport {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: file(of: chain))
        } catch {
            throw chain.failure(.file, "was not recorded; record it anew")
        }
        guard let report = Exchange.report([UInt8](bytes), bodyLimit: bodyLimit) else {
            throw chain.failure(.file, "is damaged in the recording; record it anew")
        }
        return report
    }

    private func file(of chain: FetchChain) -> URL {
        let digest = Digest(of: Array(chain.start.utf8)).hex.prefix(16)
        return folder.appending(
            path: "\(chain.address.host.prefix(64))-\(digest)-\(chain.response.hops.count + 1).http")
    }

    private static func error(_ folder: URL, _ reason: String) -> FetchError {
        FetchError(.file, folder.path(percentEncoded: false), reason)
    }

    private static let timeFile = "began"
}
