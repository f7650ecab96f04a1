import Foundation

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 2, let family = arguments.first, let folder = arguments.last, family == "parse" else {
    FileHandle.standardError.write(Data("usage: feedbench parse DIR\n".utf8))
    exit(2)
}
do {
    print(try ParseBench(folder: folder).report(), terminator: "")
} catch {
    FileHandle.standardError.write(Data("feedbench: \(folder): \(error.localizedDescription)\n".utf8))
    exit(1)
}
