extension String {
    /// Behind the first `count` characters (grapheme clusters); nil if there are fewer.
    ///
    /// In ASCII a byte is a character, but for CR LF: there is nothing to be searched then.
    func index(behindCharacters count: Int) -> Index? {
        let start = utf8.span.extracting(first: count + 1)
        let isPlain = utf8Span.isKnownASCII && start.end(ofRunFrom: 0) { UInt8($0 == 0x0D) } == start.count
        return isPlain
            ? utf8.index(startIndex, offsetBy: count, limitedBy: endIndex)
            : index(startIndex, offsetBy: count, limitedBy: endIndex)
    }
}
