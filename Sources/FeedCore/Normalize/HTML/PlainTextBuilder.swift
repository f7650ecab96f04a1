/// Writes the text of markup, with line breaks where blocks start and end.
struct PlainTextBuilder: HTMLTokenSink {
    static let readsAttributes = false

    private var output: [UInt8] = []
    private var gap = Gap.none
    /// How many `pre` are open; white space counts there.
    private var preformatted = 0
    private var hidden = HiddenElement()

    /// What has to stand before the next word.
    enum Gap: Int {
        case none, space, line, paragraph

        init(atStartOf element: HTMLElement) {
            switch element {
            case .br: self = .line
            case .td, .th: self = .space
            default: self.init(atEndOf: element)
            }
        }

        init(atEndOf element: HTMLElement) {
            switch element {
            case .p, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .pre, .listing, .figure, .hr, .table, .ul, .ol, .dl:
                self = .paragraph
            case .caption, .tr: self = .line
            default: self = element.has(.closesParagraph) ? .line : .none
            }
        }

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
        if hidden.isOpen { return }
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
        if hidden.isOpen { return }
        if preformatted == 0, scalar.isASCII, ASCII.isSpace(UInt8(truncatingIfNeeded: scalar.value)) {
            widen(.space)
        } else {
            fillGap()
            output += UTF8.encode(scalar) ?? .init()
        }
    }

    mutating func startTag(_ tag: HTMLTag) {
        if hidden.start(tag) { return }
        if tag.element == .pre || tag.element == .listing, !tag.isSelfClosing { preformatted += 1 }
        widen(Gap(atStartOf: tag.element))
    }

    mutating func endTag(_ element: HTMLElement) {
        if hidden.end(element) { return }
        if element == .pre || element == .listing { preformatted = max(0, preformatted - 1) }
        widen(Gap(atEndOf: element))
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
