/// Writes the text of markup, with line breaks where blocks start and end.
struct PlainTextBuilder: HTMLTokenSink {
    private var output: [UInt8] = []
    private var gap = Gap.none
    /// How many `pre` are open; white space counts there.
    private var preformatted = 0
    /// An element whose text is not shown, and how many of its name are open.
    private var skipped: (element: HTMLElement, depth: Int)?

    /// What has to stand before the next word.
    private enum Gap: Int {
        case none, space, line, paragraph
    }

    /// Without white space around it.
    var finished: [UInt8] {
        guard let last = output.lastIndex(where: { !ASCII.isSpace($0) }) else { return [] }
        return Array(output[...last])
    }

    mutating func text(_ run: ArraySlice<UInt8>) {
        guard skipped == nil else { return }
        if preformatted > 0 {
            fillGap()
            output += run
            return
        }
        for byte in run {
            if ASCII.isSpace(byte) {
                widen(.space)
            } else {
                fillGap()
                output.append(byte)
            }
        }
    }

    mutating func character(_ scalar: Unicode.Scalar) {
        text(Array(UTF8.encode(scalar) ?? .init())[...])
    }

    mutating func startTag(_ tag: HTMLTag) {
        if let skipped {
            if skipped.element == tag.element, !tag.isSelfClosing {
                self.skipped?.depth += 1
            } else if skipped.element != .template, tag.element.has(.leavesForeign) {
                self.skipped = nil
            }
            guard self.skipped == nil else { return }
        }
        switch tag.element {
        case .svg, .math, .template: if !tag.isSelfClosing { skipped = (tag.element, 1) }
        case .br: widen(.line)
        case .td, .th: widen(.space)
        case .pre, .listing:
            preformatted += tag.isSelfClosing ? 0 : 1
            breakLine(for: tag.element)
        default: breakLine(for: tag.element)
        }
    }

    mutating func endTag(_ element: HTMLElement) {
        if let skipped {
            if skipped.element == element {
                self.skipped = skipped.depth > 1 ? (element, skipped.depth - 1) : nil
            }
            return
        }
        if element == .pre || element == .listing { preformatted = max(0, preformatted - 1) }
        breakLine(for: element)
    }

    private mutating func breakLine(for element: HTMLElement) {
        switch element {
        case .p, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .pre, .listing, .figure, .hr, .table, .ul, .ol, .dl:
            widen(.paragraph)
        case .caption, .tr: widen(.line)
        case _ where element.has(.closesParagraph): widen(.line)
        default: break
        }
    }

    private mutating func widen(_ wanted: Gap) {
        if wanted.rawValue > gap.rawValue { gap = wanted }
    }

    private mutating func fillGap() {
        defer { gap = .none }
        guard !output.isEmpty else { return }
        switch gap {
        case .none: break
        case .space: output.append(ASCII.space)
        case .line: output.append(ASCII.newline)
        case .paragraph: output += [ASCII.newline, ASCII.newline]
        }
    }
}
