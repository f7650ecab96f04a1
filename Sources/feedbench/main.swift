import FeedCore
import Foundation

/// Benchmarks that are kept: each prints figures and ratios of one run, and judges nothing.
let words = Array(CommandLine.arguments.dropFirst())
func folder() -> URL? { words.count == 2 ? URL(fileURLWithPath: words[1], isDirectory: true) : nil }

switch (words.first, folder()) {
case ("parse", let folder?): print(try ParseBench(folder).report())
case ("sanitize", let folder?):
    print(SanitizeBench(texts: try SanitizeBench.texts(in: folder)).report(), terminator: "")
case ("merge", _) where words.count == 1: print(MergeBench().report())
case ("merge", let folder?): print(try MergeTrial(folder).report(labels: nil))
case ("merge", _) where words.count == 4 && words[2] == "--labels":
    let folder = URL(fileURLWithPath: words[1], isDirectory: true)
    print(try MergeTrial(folder).report(labels: URL(fileURLWithPath: words[3])))
case ("select", let folder?): print(try SelectBench.report(folder))
case ("refresh", let folder?): print(try await RefreshRun.report(folder))
case ("publish", _) where words.count == 1: try PublishBench.run(entries: 100_000)
default:
    let usage =
        "usage: feedbench parse DIR | sanitize DIR | merge [DIR [--labels FILE]] | select SITE | refresh SITE | publish\n"
    FileHandle.standardError.write(Data(usage.utf8))
    exit(64)
}
