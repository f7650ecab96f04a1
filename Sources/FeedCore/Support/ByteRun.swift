extension Span where Element == UInt8 {
    /// The first place from `start` on whose byte ends a run; the count if there is none.
    ///
    /// Looks at sixteen bytes at a time: most of what is read is text in which little is special.
    ///
    /// - Parameter isEnd: 1 for a byte that ends the run, or else 0; put together with `&` and `|`, so that it is asked of
    ///   all sixteen at once and not of one after the other.
    @inline(__always)
    func end(ofRunFrom start: Int, where isEnd: (UInt8) -> UInt8) -> Int {
        var index = start
        while count - index >= Self.block {
            var ends: UInt8 = 0
            // Within the count, as just seen.
            for place in index..<index + Self.block { unsafe ends |= isEnd(self[unchecked: place]) }
            guard ends == 0 else { break }
            index += Self.block
        }
        while index < count, isEnd(self[index]) == 0 { index += 1 }
        return index
    }

    private static var block: Int { 16 }
}

extension UInt8 {
    /// 1 for true.
    @inline(__always)
    init(_ condition: Bool) { self = condition ? 1 : 0 }
}
