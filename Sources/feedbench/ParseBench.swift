import FeedCore
import Foundation
import FoundationXML

/// Times parsing alone, on one core and on all, beside FoundationXML with a delegate that does nothing.
struct ParseBench {
    let documents: [[UInt8]]
    let rounds: Int

    init(documents: [[UInt8]], rounds: Int = 5) {
        self.documents = documents
        self.rounds = rounds
    }

    /// The files of a folder and of those within it, in the order of their paths.
    init(folder: String) throws {
        let root = URL(fileURLWithPath: folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
        let files = paths.map(root.appendingPathComponent).filter { !$0.hasDirectoryPath }
        try self.init(documents: files.map { try [UInt8](Data(contentsOf: $0)) })
    }

    /// Speeds, one line each.
    func report() -> String {
        let bytes = documents.reduce(0) { $0 + $1.count }
        let entries = documents.reduce(0) { $0 + Self.parse($1) }
        // The raw parser crashes on what the prescan keeps away, so both read what the prescan wrote.
        let safe = documents.map { Data(PrescanCheck.output(for: $0)) }
        let cores = ProcessInfo.processInfo.activeProcessorCount
        var idle: [Duration] = []
        var prescans: [Duration] = []
        var single: [Duration] = []
        var parallel: [Duration] = []
        // In turns, so that a busy machine slows all alike.
        for _ in 0..<rounds {
            idle.append(time(safe) { Self.parseIdly($0) })
            prescans.append(time(documents) { _ = PrescanCheck.output(for: $0) })
            single.append(time(documents) { _ = Self.parse($0) })
            parallel.append(timeOnAllCores())
        }
        let delegate = speed(bytes, idle)
        let parser = speed(bytes, single)
        return """
            parse: \(documents.count) documents, \(bytes) bytes, \(entries) entries, median of \(rounds) rounds
            parse: FoundationXML, idle delegate, prescanned bytes  \(Self.rounded(delegate)) MB/s
            parse: decoding and prescan alone                      \(Self.rounded(speed(bytes, prescans))) MB/s
            parse: 1 core   \(Self.rounded(parser)) MB/s, \(Int(Double(entries) / Self.seconds(single))) entries/s, \
            \(Self.rounded(delegate / parser)) times the idle delegate's time
            parse: \(cores) cores  \(Self.rounded(speed(bytes, parallel))) MB/s, \
            \(Int(Double(entries) / Self.seconds(parallel))) entries/s

            """
    }

    private func time<Document>(_ documents: [Document], _ body: (Document) -> Void) -> Duration {
        ContinuousClock().measure { documents.forEach(body) }
    }

    private func timeOnAllCores() -> Duration {
        ContinuousClock().measure {
            DispatchQueue.concurrentPerform(iterations: documents.count) { _ = Self.parse(documents[$0]) }
        }
    }

    /// - Returns: how many entries there are.
    private static func parse(_ document: [UInt8]) -> Int {
        (try? FeedParser.parse(document, context: DocumentContext()))?.entries.count ?? 0
    }

    private static func parseIdly(_ document: Data) {
        let delegate = IdleDelegate()
        let parser = XMLParser(data: document)
        parser.delegate = delegate
        _ = parser.parse()
    }

    private static func seconds(_ rounds: [Duration]) -> Double { rounds.sorted()[rounds.count / 2] / .seconds(1) }

    private func speed(_ bytes: Int, _ rounds: [Duration]) -> Double { Double(bytes) / 1e6 / Self.seconds(rounds) }

    private static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }

    /// Takes every event that ours takes, and does nothing.
    private final class IdleDelegate: NSObject, XMLParserDelegate {
        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {}
        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {}
        func parser(_ parser: XMLParser, foundCharacters string: String) {}
        func parser(_ parser: XMLParser, foundCDATA data: Data) {}
    }
}
