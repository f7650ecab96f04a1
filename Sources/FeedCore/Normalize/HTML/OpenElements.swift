/// The stack of open elements (HTML, section 13.2.4.2), outermost first.
struct OpenElements {
    /// Deeper elements are unwrapped. Readers give up at 256 (libxml2) or 512 (browsers).
    static let deepest = 128

    private(set) var elements: [Open] = []

    struct Open {
        let element: HTMLElement
        /// The address that references inside are resolved against.
        let base: String?
        /// Its end tag was seen, but a block inside it is still open: it closes with that block.
        var isDue = false
    }

    var count: Int { elements.count }
    var last: HTMLElement? { elements.last?.element }

    /// Whether `element` may be opened. A table needs room for a section, a row and a cell.
    func hasRoom(for element: HTMLElement) -> Bool { count + (element == .table ? 4 : 0) < Self.deepest }

    mutating func push(_ element: HTMLElement, base: String?) { elements.append(Open(element: element, base: base)) }

    mutating func pop() -> HTMLElement? { elements.popLast()?.element }

    mutating func markDue(at index: Int) { elements[index].isDue = true }

    func indexInScope(of element: HTMLElement) -> Int? { indexInScope { $0 == element } }

    /// The innermost element that satisfies the condition, looking no further out than the nearest table or cell.
    func indexInScope(where condition: (HTMLElement) -> Bool) -> Int? {
        for index in elements.indices.reversed() {
            if condition(elements[index].element) { return index }
            if elements[index].element.has(.scope) { return nil }
        }
        return nil
    }

    /// The innermost element that satisfies the condition, looking no further out than a block that stops the search.
    func index(where condition: (HTMLElement) -> Bool, upTo stop: (HTMLElement) -> Bool) -> Int? {
        for index in elements.indices.reversed() {
            if condition(elements[index].element) { return index }
            if stop(elements[index].element) { return nil }
        }
        return nil
    }

    /// Whether an element with the trait is open inside `elements[index]`.
    func contains(_ trait: HTMLElement.Traits, inside index: Int) -> Bool {
        elements[(index + 1)...].contains { $0.element.has(trait) }
    }

    /// The innermost table or part of a table.
    var innermostTablePart: Int? { elements.lastIndex { $0.element.has(.tablePart) || $0.element == .table } }

    /// The innermost table.
    var innermostTable: Int? { elements.lastIndex { $0.element == .table } }
}
