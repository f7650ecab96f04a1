import FeedCore
import Foundation

/// Benchmarks that are kept: `feedbench sanitize DIR`.
let words = Array(CommandLine.arguments.dropFirst())
guard words.count == 2, words[0] == "sanitize" else {
    FileHandle.standardError.write(Data("usage: feedbench sanitize DIR\n".utf8))
    exit(64)
}
let texts = try SanitizeBench.texts(in: URL(fileURLWithPath: words[1], isDirectory: true))
print(SanitizeBench(texts: texts).report(), terminator: "")
