/// First in, first out, each step in constant time on average.
struct Queue<Element> {
    private var elements: [Element] = []
    private var head = 0

    var isEmpty: Bool { head == elements.count }
    var count: Int { elements.count - head }

    var first: Element? { isEmpty ? nil : elements[head] }

    mutating func append(_ element: Element) { elements.append(element) }

    mutating func popFirst() -> Element? {
        guard head < elements.count else { return nil }
        let element = elements[head]
        head += 1
        // What was taken is let go in bulk, so that it costs nothing on the way and does not stay either.
        if head > 32, head * 2 > elements.count {
            elements.removeSubrange(..<head)
            head = 0
        }
        return element
    }
}
