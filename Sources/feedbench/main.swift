import FeedCore
import Foundation

/// Benchmarks that are kept: each prints figures and ratios of one run, and judges nothing.
let words = Array(CommandLine.arguments.dropFirst())
guard words.count == 2, ["parse", "sanitize"].contains(words[0]) else {
    FileHandle.standardError.write(Data("usage: feedbench parse|sanitize DIR\n".utf8))
    exit(64)
}
let folder = URL(fileURLWithPath: words[1], isDirectory: true)
switch words[0] {
case "parse": print(try ParseBench(folder).report())
default: print(SanitizeBench(texts: try SanitizeBench.texts(in: folder)).report(), terminator: "")
}
