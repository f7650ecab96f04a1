/// Writes the text of markup, with line breaks where blocks start and end.
struct PlainTextBuilder: HTMLTokenSink {
    static let readsAttributes = false

    private var output: [UInt8] = []
    private var gap = Gap.none
    /// How many `pre` are open; white space counts there.
    private var preformatted = 0
    /// An element whose text is not shown, and how many of its name are open.
    private var skipped: (element: HTMLElement, depth: Int)?

    /// What has to stand before the next word.
    private enum Gap: Int {
        case none, space, line, paragraph

        /// In bytes.
        static let longest = 2

        func write(to span: inout OutputSpan<UInt8>) {
            switch self {
            case .none: break
            case .space: span.append(ASCII.space)
            case .line: span.append(ASCII.newline)
            case .paragraph: span.append(repeating: ASCII.newline, count: 2)
            }
        }
    }

    /// Without white space around it.
    consuming func finished() -> [UInt8] {
        while let last = output.last, ASCII.isSpace(last) { output.removeLast() }
        return output
    }

    mutating func text(_ run: ArraySlice<UInt8>) {
        guard skipped == nil else { return }
        if preformatted > 0 {
            fillGap()
            output += run
            return
        }
        var gap = gap
        var isFirst = output.isEmpty
        output.append(addingCapacity: run.count + Gap.longest) { span in
            for byte in run {
                if ASCII.isSpace(byte) {
                    if gap == .none { gap = .space }
                } else {
                    if gap != .none, !isFirst { gap.write(to: &span) }
                    gap = .none
                    isFirst = false
                    span.append(byte)
                }
            }
        }
        self.gap = gap
    }

    mutating func character(_ scalar: Unicode.Scalar) {
        guard skipped == nil else { return }
        if preformatted == 0, scalar.isASCII, ASCII.isSpace(UInt8(truncatingIfNeeded: scalar.value)) {
            widen(.space)
        } else {
            fillGap()
            output += UTF8.encode(scalar) ?? .init()
        }
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
        output.append(addingCapacity: Gap.longest) { gap.write(to: &$0) }
    }
}
