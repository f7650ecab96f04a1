/// The list of active formatting elements (HTML, section 13.2.4.3): those that are open, and those that a block cut short
/// and that come back with the next content.
struct FormattingList {
    private var entries: [Entry] = []
    /// How many bytes may still go into elements that come back. One `<b title="…">` before thousands of paragraphs would
    /// multiply its title otherwise.
    private var budget: Int

    struct Entry {
        /// Nil for the border that a table cell or a caption sets: nothing comes back beyond it.
        let element: HTMLElement?
        /// Where its start tag stands in the output.
        let tag: Range<Int>
        /// Its place among the open elements, if it is open.
        var depth: Int?
    }

    init(budget: Int) { self.budget = budget }

    /// How many elements can come back at once.
    private static let most = 16

    mutating func addBorder() { entries.append(Entry(element: nil, tag: 0..<0, depth: nil)) }

    mutating func removeToBorder() {
        if let border = entries.lastIndex(where: { $0.element == nil }) { entries.removeSubrange(border...) }
    }

    /// - Parameter tag: Where the element's start tag stands in `output`.
    mutating func add(_ element: HTMLElement, tag: Range<Int>, in output: [UInt8], depth: Int) {
        let border = entries.lastIndex { $0.element == nil } ?? -1
        let same = entries.indices.filter {
            $0 > border && entries[$0].element == element && output[entries[$0].tag] == output[tag]
        }
        // The standard's "Noah's Ark": three of a kind.
        if same.count >= 3 {
            entries.remove(at: same[0])
        } else if entries.count - 1 - border >= Self.most {
            entries.remove(at: border + 1)
        }
        entries.append(Entry(element: element, tag: tag, depth: depth))
    }

    /// The element that stood at `depth` is no longer open.
    mutating func close(depth: Int) {
        guard let index = entries.lastIndex(where: { $0.depth == depth }) else { return }
        entries[index].depth = nil
    }

    /// Takes the last element of that name out, if there is one inside the border.
    mutating func remove(_ element: HTMLElement) -> Entry? {
        guard let index = entries.lastIndex(where: { $0.element == element || $0.element == nil }),
            entries[index].element == element
        else { return nil }
        return entries.remove(at: index)
    }

    /// The next element to open again, outermost first, noted as open at `depth`; nil if there is none.
    mutating func reopen(depth: Int) -> (element: HTMLElement, tag: Range<Int>)? {
        guard let last = entries.last, last.element != nil, last.depth == nil else { return nil }
        var first = entries.count - 1
        while first > 0, entries[first - 1].element != nil, entries[first - 1].depth == nil { first -= 1 }
        guard let element = entries[first].element else { return nil }
        let tag = entries[first].tag
        guard depth < OpenElements.deepest, tag.count + 8 <= budget else {
            entries.removeSubrange(first...)
            return nil
        }
        budget -= tag.count + 8
        entries[first].depth = depth
        return (element, tag)
    }
}
