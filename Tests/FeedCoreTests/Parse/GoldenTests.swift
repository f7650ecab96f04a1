import Foundation
import Testing

@testable import FeedCore

/// Each document of `Cases` and the JSON that it has to become. A missing golden file is written and fails.
@Suite("Whole documents")
struct GoldenTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Cases")

    static let documents: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasSuffix(".golden.json") }.sorted()
    }()

    @Test("become what is recorded", arguments: documents)
    func recorded(_ name: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
        let context = DocumentContext(url: "https://origin.example/feeds/\(name)", contentType: "application/xml")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let answer =
            String(decoding: try encoder.encode(FeedParser.parse(bytes, context: context)), as: UTF8.self) + "\n"
        let golden = Self.folder.appending(path: name + ".golden.json")
        guard let expected = try? String(contentsOf: golden, encoding: .utf8) else {
            try answer.write(to: golden, atomically: true, encoding: .utf8)
            Issue.record("\(golden.lastPathComponent) was missing and has been written: look at it")
            return
        }
        #expect(answer == expected)
    }
}
