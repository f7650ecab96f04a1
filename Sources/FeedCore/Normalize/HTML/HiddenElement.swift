/// An element whose text is not shown, while it is open: a drawing, a formula, a template.
struct HiddenElement {
    /// Of an element by its name, and how many of that name are open.
    private var open: (element: HTMLElement, depth: Int)?

    var isOpen: Bool { open != nil }

    /// - Returns: whether the tag belongs to what is hidden.
    mutating func start(_ tag: HTMLTag) -> Bool {
        if let open {
            if open.element == tag.element, !tag.isSelfClosing {
                self.open?.depth += 1
            } else if open.element != .template, tag.element.has(.leavesForeign) {
                self.open = nil
            }
            if self.open != nil { return true }
        }
        guard tag.element == .svg || tag.element == .math || tag.element == .template else { return false }
        if !tag.isSelfClosing { open = (tag.element, 1) }
        return true
    }

    /// - Returns: whether the tag belongs to what is hidden.
    mutating func end(_ element: HTMLElement) -> Bool {
        guard let open else { return false }
        if open.element == element { self.open = open.depth > 1 ? (element, open.depth - 1) : nil }
        return true
    }
}
