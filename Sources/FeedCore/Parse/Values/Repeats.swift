extension Array where Element: Hashable {
    /// Each value once, where it stood first; in linear time, because a hostile entry has 50,000 categories.
    var withoutRepeats: [Element] {
        guard count > 1 else { return self }
        var seen = Set<Element>(minimumCapacity: count)
        return filter { seen.insert($0).inserted }
    }
}
