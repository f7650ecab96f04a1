import FeedCore
import Foundation

/// Times what stands between a site's store and its writers: reading all entries, the rules, the search for duplicates
/// and the choice; in a process of its own, so that the peak of memory is that of this work.
enum SelectBench {
    static func report(_ directory: URL) throws -> String {
        let site = try Site.load(directory)
        let entries = try SiteStatus(of: site).entries
        var export = Export()
        export.format = .ndjson
        export.limit = 1
        func run() throws -> Duration {
            try ContinuousClock().measure { _ = try export.run(on: site, program: Generator()) }
        }
        let first = try run()
        let peak = try Bench.peakMemory()
        // The fastest of several: others share the machine.
        let times = [first, try run(), try run()]
        return String(
            format: "%d stored entries merged and selected in %.0f ms, %d MB at most", entries,
            (times.min() ?? .zero) / .milliseconds(1), peak)
    }
}
