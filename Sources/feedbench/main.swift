import FeedCore
import Foundation

/// Benchmarks that are kept: each prints figures and ratios of one run, and judges nothing.
let words = Array(CommandLine.arguments.dropFirst())
switch (words.first, words.count) {
case ("parse", 2): print(try ParseBench(URL(fileURLWithPath: words[1], isDirectory: true)).report())
case ("sanitize", 2):
    let texts = try SanitizeBench.texts(in: URL(fileURLWithPath: words[1], isDirectory: true))
    print(SanitizeBench(texts: texts).report(), terminator: "")
case ("merge", 1): print(MergeBench().report())
default:
    FileHandle.standardError.write(Data("usage: feedbench parse|sanitize DIR | merge\n".utf8))
    exit(64)
}
