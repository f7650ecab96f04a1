extension StringProtocol where SubSequence == Substring {
    /// Without white space at both ends.
    var stripped: Substring {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
        return self[start..<end]
    }
}
