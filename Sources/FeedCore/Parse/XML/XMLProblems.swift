/// What was wrong with a document, found in the order of its bytes but for texts that were set aside.
struct XMLProblems {
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether an XML 1.0 processor would have gone through to the end.
    private(set) var wellFormed = true
    private var lastOffset = 0
    private var lastLine = 1

    /// Whether further problems are no longer told one by one.
    var areAllTold: Bool { diagnostics.count >= XMLLimits.problems }

    /// - Parameter offset: where in `input`; lines are counted only when there is something to tell.
    mutating func add(_ code: Diagnostic.Code, _ message: String, at offset: Int, in input: [UInt8]) {
        if code != .limitExceeded { wellFormed = false }
        guard !areAllTold else { return }
        if offset < lastOffset { (lastOffset, lastLine) = (0, 1) }
        lastLine += TextScan.lines(in: input, lastOffset..<offset)
        lastOffset = offset
        diagnostics.append(Diagnostic(code, message, line: lastLine))
    }
}
