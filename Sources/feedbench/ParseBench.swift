import Dispatch
import FeedCore
import Foundation
import FoundationXML
import Synchronization

/// Times parsing alone, on one core and on all, beside a do-nothing FoundationXML delegate over the same bytes.
struct ParseBench {
    private let documents: [[UInt8]]
    private let rounds = 7

    init(_ folder: URL) throws {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        documents = try files.sorted { $0.path < $1.path }.map { [UInt8](try Data(contentsOf: $0)) }
    }

    func report() -> String {
        let megabytes = Double(documents.reduce(0) { $0 + $1.count }) / 1e6
        let entries = documents.reduce(0) { $0 + Self.parse($1) }
        let cores = ProcessInfo.processInfo.activeProcessorCount
        func line(_ name: String, _ seconds: Double) -> String {
            let rate = String(
                format: "%8.1f MB/s %9.0f entries/s %8.1f ms", megabytes / seconds, Double(entries) / seconds,
                seconds * 1e3)
            return name.padding(toLength: 34, withPad: " ", startingAt: 0) + rate
        }
        let bare = median { for document in Self.bare(documents) { Self.read(document) } }
        let one = median { for document in documents { _ = Self.parse(document) } }
        let all = median { Self.onAllCores(documents) { _ = Self.parse($0) } }
        return """
            \(documents.count) documents, \(String(format: "%.1f", megabytes)) MB, \(entries) entries, median of \(rounds) rounds
            \(line("do-nothing XMLParser delegate, 1 core", bare))
            \(line("FeedParser, 1 core", one))  \(String(format: "%.2f", one / bare)) x the delegate's time
            \(line("FeedParser, \(cores) cores", all))
            """
    }

    /// How many entries there are; a document that is no feed has none.
    private static func parse(_ document: [UInt8]) -> Int {
        (try? FeedParser.parse(document, context: DocumentContext()))?.entries.count ?? 0
    }

    private func median(_ work: () -> Void) -> Double {
        work()
        let clock = ContinuousClock()
        let times = (0..<rounds).map { _ in clock.measure(work) / .seconds(1) }
        return times.sorted()[rounds / 2]
    }

    private static func onAllCores(_ documents: [[UInt8]], _ work: @Sendable ([UInt8]) -> Void) {
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: ProcessInfo.processInfo.activeProcessorCount) { _ in
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < documents.count else { return }
                work(documents[index])
            }
        }
    }

    /// What a bare XMLParser survives: nothing that begins with a brace, and without the processing instructions that
    /// crash it.
    private static func bare(_ documents: [[UInt8]]) -> [Data] {
        documents.filter { $0.first { $0 > 0x20 } != UInt8(ascii: "{") }.map { Data($0) }
    }

    private static func read(_ document: Data) {
        let parser = XMLParser(data: document)
        let delegate = DoNothing()
        parser.delegate = delegate
        _ = parser.parse()
    }

    private final class DoNothing: NSObject, XMLParserDelegate {}
}
