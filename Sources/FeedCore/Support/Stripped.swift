extension StringProtocol where SubSequence == Substring, UTF8View: BidirectionalCollection {
    /// Without white space at both ends.
    var stripped: Substring {
        // Most texts have none: only to find where a character ends takes longer.
        if let first = utf8.first, let last = utf8.last, first.isASCIIGraphic, last.isASCIIGraphic { return self[...] }
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
        return self[start..<end]
    }
}
