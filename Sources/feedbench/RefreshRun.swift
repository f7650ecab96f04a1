import FeedCore
import Foundation

/// What one refresh of a site cost, in a process of its own: as a schedule runs it.
struct RefreshRun: Codable {
    let seconds: Double
    /// Of these, for selecting and writing.
    let publishSeconds: Double
    let replacedFiles: Int
    /// Of the whole process, in MiB.
    let peakMemory: Int

    /// Refreshes the site in another process, and waits for it.
    init(of site: URL) throws {
        let output = try Bench.output(of: ["refresh", site.path(percentEncoded: false)])
        self = try JSONDecoder().decode(Self.self, from: output)
    }

    private init(_ report: Report) throws {
        seconds = report.seconds
        publishSeconds = report.publishSeconds
        replacedFiles = report.replacedFiles.count
        peakMemory = try Bench.peakMemory()
    }

    /// Refreshes the site in this process.
    ///
    /// - Returns: what it cost, as JSON.
    static func report(_ directory: URL) async throws -> String {
        var program = Generator()
        program.name = "feedbench"
        var options = Refresh.Options(program: program) { Timestamp(seconds: 1_790_000_000) }
        options.force = true
        let report = try await Refresh(try Site.load(directory), options: options).run()
        return String(decoding: try JSONEncoder().encode(try RefreshRun(report)), as: UTF8.self)
    }
}
