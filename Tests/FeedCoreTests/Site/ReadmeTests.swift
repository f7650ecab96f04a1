import Foundation
import Testing

@testable import FeedCore

/// What a newcomer reads is held to the code.
struct ReadmeTests {
    @Test func everySettingIsInTheReadme() throws {
        let readme = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "README.md")
        let text = try String(contentsOf: readme, encoding: .utf8)
        let spans = text.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter {
            $0.offset % 2 == 1
        }
        let words = Set(spans.flatMap { $0.element.split { !$0.isLetter } })
        for (path, keys) in ConfigurationKeys.sections.sorted(by: { $0.key < $1.key }) {
            #expect(keys.filter { !words.contains($0[...]) } == [], "of \(path)")
        }
    }
}
