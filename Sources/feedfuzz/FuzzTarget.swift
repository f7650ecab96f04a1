import FeedCore
import Foundation

/// libFuzzer's entry (.ci/fuzz links it): any bytes, parsed as a feed. A trap in here is a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTarget(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let document = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    if let violation = PrescanCheck.violation(of: document) {
        // Optimized, the trap alone would not say why.
        FileHandle.standardError.write(Data("\(violation)\n".utf8))
        preconditionFailure(violation)
    }
    do throws(ParseError) {
        _ = try FeedParser.parse(document, context: DocumentContext())
    } catch {
        // No feed: an answer as good as any.
    }
    return 0
}
