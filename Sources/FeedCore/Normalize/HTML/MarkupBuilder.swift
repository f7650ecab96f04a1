/// Writes sanitized markup from tokens, so that an HTML parser builds exactly the tree that its tags say.
///
/// What is open is decided here by the standard's own rules of nesting (HTML, section 13.2.6), as far as they can be
/// followed without a tree. Where the standard moves what is already written (the adoption agency, foster parenting),
/// the nearest well nested reading is written instead. Whatever comes out is closed in order, so reading it again gives
/// the same bytes.
struct MarkupBuilder: HTMLTokenSink {
    var output: [UInt8] = []
    var removed = Sanitizer.Removed()
    /// What is open, outermost first.
    private(set) var open: [OpenElement] = []
    /// Formatting elements that are open, or come back with the next content.
    private var formatting: [Formatting] = []
    /// An element that is left out with all that stands inside it, and how many of its name are open.
    private var skipped: (element: Element, depth: Int)?
    /// How many bytes may still go into formatting elements that come back. One `<b title="…">` before thousands of
    /// paragraphs would multiply its title otherwise.
    private var reopeningBudget: Int
    /// Where the content of the last `<pre>` starts.
    private var startOfPre = -1
    private let filter: AttributeFilter
    private let isTitle: Bool

    struct OpenElement {
        let element: Element
        /// The address that references inside are resolved against.
        let base: String?
        /// Its end tag was seen, but a block inside it is still open: it closes with that block.
        var isDue = false
    }

    private struct Formatting {
        /// Nil for the border that a table cell or a caption sets: nothing comes back beyond it.
        let element: Element?
        /// Where its start tag stands in the output.
        let tag: Range<Int>
        /// Its place in `open`, if it is open.
        var depth: Int?
    }

    init(options: Sanitizer.Options, inputSize: Int, isTitle: Bool = false) {
        filter = AttributeFilter(options: options)
        self.isTitle = isTitle
        reopeningBudget = inputSize + 1024
        output.reserveCapacity(inputSize + inputSize / 4)
    }

    /// Closes what is open.
    mutating func finish() { pop(to: 0) }

    mutating func text(_ run: ArraySlice<UInt8>) {
        guard skipped == nil else { return }
        prepareForText(isBlank: run.allSatisfy(ASCII.isSpace))
        keepLeadingLineBreak(run.first)
        output += run
    }

    mutating func character(_ scalar: Unicode.Scalar) {
        guard skipped == nil else { return }
        prepareForText(isBlank: scalar.isASCII && ASCII.isSpace(UInt8(truncatingIfNeeded: scalar.value)))
        switch scalar {
        case "<": output += Self.less
        case ">": output += Self.greater
        case "&": output += Self.ampersand
        default:
            keepLeadingLineBreak(scalar == "\n" ? ASCII.newline : nil)
            output += UTF8.encode(scalar) ?? .init()
        }
    }

    mutating func startTag(_ tag: HTMLTag) {
        if let skipped {
            if skipped.element == tag.element, !tag.isSelfClosing { self.skipped?.depth += 1 }
            guard endsSkipping(tag.element) else { return }
            self.skipped = nil
        }
        var tag = tag
        switch tag.element {
        case .image: tag.element = .img
        case .listing: tag.element = .pre
        case .svg, .math, .template:
            if !tag.isSelfClosing { skipped = (tag.element, 1) }
            return
        case .iframe:
            player(tag)
            return
        default: break
        }
        guard !tag.element.has(.dropped) else {
            removed.active += 1
            return
        }
        if isTitle, !tag.element.has(.inline) {
            separateWords(around: tag.element)
        } else {
            insert(tag)
        }
    }

    mutating func endTag(_ element: Element) {
        if let skipped {
            if element == skipped.element {
                self.skipped = skipped.depth > 1 ? (element, skipped.depth - 1) : nil
                return
            }
            guard skipped.element != .template, indexInScope(of: element) != nil else { return }
            self.skipped = nil
        }
        let element = element == .listing ? .pre : element
        if isTitle, !element.has(.inline) {
            separateWords(around: element)
        } else {
            close(element)
        }
    }

    static let less = Array("&lt;".utf8)
    static let greater = Array("&gt;".utf8)
    static let ampersand = Array("&amp;".utf8)
    /// Deeper elements are unwrapped. Readers give up at 256 (libxml2) or 512 (browsers).
    static let deepest = 128
    /// How many formatting elements can come back at once.
    private static let mostFormatting = 16
}

// MARK: What a start tag does

extension MarkupBuilder {
    private mutating func insert(_ tag: HTMLTag) {
        let element = tag.element
        if element.has(.tablePart) {
            insertTablePart(tag)
            return
        }
        if element == .source || element == .track {
            guard let parent = open.last?.element, [.picture, .video, .audio].contains(parent) else { return }
            write(tag)
            return
        }
        if let top = open.last, top.element.has(.tableFrame) {
            if element == .table {
                closeTablePart(.table)
            } else if element.has(.formatting), tag[.href] == nil {
                return
            } else {
                openCell()
            }
        }
        if element.has(.closesParagraph) { closeParagraph() }
        closeImplied(by: element)
        if element == .a, filter.isShareLink(tag) {
            removed.shareLinks += 1
            if !tag.isSelfClosing { skipped = (.a, 1) }
            return
        }
        if element == .img, filter.isPixel(tag) {
            removed.pixels += 1
            return
        }
        if !element.has(.closesParagraph) { reopenFormatting() }
        if element.has(.void) {
            write(tag)
        } else {
            push(tag)
            if tag.isSelfClosing { pop(to: open.count - 1, closing: true) }
        }
    }

    /// Ends what the start tag of `element` ends besides a paragraph.
    private mutating func closeImplied(by element: Element) {
        switch element {
        case .h1, .h2, .h3, .h4, .h5, .h6:
            if open.last?.element.has(.heading) == true { pop(to: open.count - 1) }
        case .li: closeItem { $0 == .li }
        case .dd, .dt: closeItem { $0 == .dd || $0 == .dt }
        case .a: closeLink()
        case .rb, .rtc: closeRuby(besides: nil)
        case .rp, .rt: closeRuby(besides: .rtc)
        default: break
        }
    }

    /// A list item ends the one before it, unless a block stands between the two.
    private mutating func closeItem(_ isItem: (Element) -> Bool) {
        for index in open.indices.reversed() {
            let element = open[index].element
            if isItem(element) {
                pop(to: index)
                return
            }
            if element.has(.special), element != .address, element != .div, element != .p { return }
        }
    }

    /// Links do not nest: the one that is open ends, with the blocks inside it.
    private mutating func closeLink() {
        if let index = indexInScope(of: .a) { pop(to: index) }
        if let index = formatting.lastIndex(where: { $0.element == nil || $0.element == .a }),
            formatting[index].element == .a
        {
            formatting.remove(at: index)
        }
    }

    private mutating func closeRuby(besides kept: Element?) {
        guard indexInScope(of: .ruby) != nil else { return }
        while let top = open.last?.element, top != kept, [.rb, .rp, .rt, .rtc, .p, .li, .dd, .dt].contains(top) {
            pop(to: open.count - 1)
        }
    }

    private mutating func closeParagraph() {
        if let index = indexInScope(of: .p) { pop(to: index) }
    }

    private mutating func push(_ tag: HTMLTag) {
        // A table needs room for a section, a row and a cell.
        guard open.count + (tag.element == .table ? 4 : 0) < Self.deepest else { return }
        let start = output.count
        let base = write(tag)
        if tag.element.has(.formatting) { remember(tag.element, start..<output.count) }
        open.append(OpenElement(element: tag.element, base: base))
        if tag.element == .pre { startOfPre = output.count }
        if tag.element.has(.scope), tag.element != .table {
            formatting.append(Formatting(element: nil, tag: 0..<0, depth: nil))
        }
    }

    @discardableResult
    private mutating func write(_ tag: HTMLTag) -> String? {
        filter.write(tag, base: open.last.map(\.base) ?? filter.options.base, to: &output, counting: &removed)
    }

    private mutating func player(_ tag: HTMLTag) {
        removed.active += 1
        guard !isTitle, let player = filter.player(tag) else { return }
        if player.isEmbedded, let top = open.last, top.element.has(.tableFrame) { openCell() }
        if player.isEmbedded {
            reopenFormatting()
            output += player.markup
        } else {
            // Written as tokens, so that the link nests as any other.
            startTag(HTMLTag(element: .a, attributes: player.link, isSelfClosing: false))
            for scalar in player.label.unicodeScalars { character(scalar) }
            endTag(.a)
        }
    }
}

// MARK: What an end tag does

extension MarkupBuilder {
    private mutating func close(_ element: Element) {
        switch element {
        case .br: startTag(HTMLTag(element: .br, attributes: [], isSelfClosing: false))
        case .table, .caption, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: closeTablePart(element)
        case .h1, .h2, .h3, .h4, .h5, .h6:
            if let index = indexInScope(where: { $0.has(.heading) }) { pop(to: index) }
        case .li:
            let list = indexInScope(where: { $0 == .ol || $0 == .ul })
            if let index = indexInScope(of: .li), index > list ?? -1 { pop(to: index) }
        case .p, .dd, .dt:
            if let index = indexInScope(of: element) { pop(to: index) }
        case _ where element.has(.formatting): closeFormatting(element)
        case _ where element.has(.block):
            if let index = indexInScope(of: element) { pop(to: index) }
        default: closeOther(element)
        }
    }

    private mutating func closeFormatting(_ element: Element) {
        guard let entry = formatting.lastIndex(where: { $0.element == element || $0.element == nil }),
            formatting[entry].element == element
        else {
            closeOther(element)
            return
        }
        guard let depth = formatting[entry].depth else {
            formatting.remove(at: entry)
            return
        }
        if open[depth...].contains(where: { $0.element.has(.scope) }) { return }
        formatting.remove(at: entry)
        if open[(depth + 1)...].contains(where: { $0.element.has(.special) }) {
            open[depth].isDue = true
        } else {
            pop(to: depth)
        }
    }

    /// "Any other end tag": the nearest of that name, if no block stands in between.
    private mutating func closeOther(_ element: Element) {
        for index in open.indices.reversed() {
            if open[index].element == element {
                pop(to: index)
                return
            }
            if open[index].element.has(.special) { return }
        }
    }

    /// Closes `open[index]` and all inside it.
    /// - Parameter closing: The element ends for good, as with its own end tag.
    private mutating func pop(to index: Int, closing: Bool = false) {
        var index = index
        while open.count > index {
            let last = open.removeLast()
            output += [ASCII.less, ASCII.slash]
            output += last.element.name
            output.append(ASCII.greater)
            if last.element.has(.formatting) { release(depth: open.count, forGood: closing) }
            if last.element.has(.scope), last.element != .table { forgetFormattingInside() }
            if open.last?.isDue == true { index = min(index, open.count - 1) }
        }
    }

    private func indexInScope(of element: Element) -> Int? { indexInScope { $0 == element } }

    /// The innermost element that satisfies the condition, looking no further out than the nearest table or cell.
    private func indexInScope(where condition: (Element) -> Bool) -> Int? {
        for index in open.indices.reversed() {
            if condition(open[index].element) { return index }
            if open[index].element.has(.scope) { return nil }
        }
        return nil
    }
}

// MARK: Formatting elements

extension MarkupBuilder {
    private mutating func remember(_ element: Element, _ tag: Range<Int>) {
        let border = formatting.lastIndex { $0.element == nil } ?? -1
        let same = formatting.indices.filter {
            $0 > border && formatting[$0].element == element && output[formatting[$0].tag] == output[tag]
        }
        // The standard's "Noah's Ark": three of a kind.
        if same.count >= 3 {
            formatting.remove(at: same[0])
        } else if formatting.count - 1 - border >= Self.mostFormatting {
            formatting.remove(at: border + 1)
        }
        formatting.append(Formatting(element: element, tag: tag, depth: open.count))
    }

    /// The formatting element that stood at `depth` is no longer open.
    private mutating func release(depth: Int, forGood: Bool) {
        guard let index = formatting.lastIndex(where: { $0.depth == depth }) else { return }
        if forGood { formatting.remove(at: index) } else { formatting[index].depth = nil }
    }

    private mutating func forgetFormattingInside() {
        if let border = formatting.lastIndex(where: { $0.element == nil }) { formatting.removeSubrange(border...) }
    }

    /// Opens again what a block cut short ("reconstruct the active formatting elements").
    private mutating func reopenFormatting() {
        guard let last = formatting.last, last.element != nil, last.depth == nil else { return }
        var first = formatting.count - 1
        while first > 0, formatting[first - 1].element != nil, formatting[first - 1].depth == nil { first -= 1 }
        for index in first..<formatting.count {
            guard let element = formatting[index].element else { continue }
            let tag = formatting[index].tag
            guard open.count < Self.deepest, tag.count + 8 <= reopeningBudget else {
                formatting.removeSubrange(index...)
                return
            }
            reopeningBudget -= tag.count + 8
            let bytes = Array(output[tag])
            output += bytes
            formatting[index].depth = open.count
            open.append(OpenElement(element: element, base: open.last.map(\.base) ?? filter.options.base))
        }
    }
}

// MARK: Tables

extension MarkupBuilder {
    private mutating func insertTablePart(_ tag: HTMLTag) {
        guard let nearest = open.lastIndex(where: { $0.element.has(.tablePart) || $0.element == .table }) else { return }
        pop(to: nearest + 1)
        switch tag.element {
        case .caption, .colgroup, .tbody, .tfoot, .thead: popUnless([.table])
        case .col:
            popUnless([.table, .colgroup])
            if open.last?.element == .table { push(.colgroup) }
            if open.last?.element == .colgroup { write(tag) }
            return
        case .tr:
            popUnless([.table, .tbody, .tfoot, .thead])
            if open.last?.element == .table { push(.tbody) }
        default:
            popUnless([.table, .tbody, .tfoot, .thead, .tr])
            if open.last?.element == .table { push(.tbody) }
            if open.last?.element != .tr { push(.tr) }
        }
        push(tag)
        if tag.isSelfClosing, open.last?.element == tag.element { pop(to: open.count - 1) }
    }

    private mutating func closeTablePart(_ element: Element) {
        guard let table = open.lastIndex(where: { $0.element == .table }) else { return }
        if element == .table {
            pop(to: table)
        } else if let index = open[table...].lastIndex(where: { $0.element == element }) {
            pop(to: index)
        }
    }

    private mutating func popUnless(_ kept: Set<Element>) {
        while let top = open.last, !kept.contains(top.element) { pop(to: open.count - 1) }
    }

    private mutating func push(_ element: Element) {
        push(HTMLTag(element: element, attributes: [], isSelfClosing: false))
    }

    /// Content that stands between a table's cells gets a cell of its own.
    private mutating func openCell() {
        if open.last?.element == .colgroup { pop(to: open.count - 1) }
        if open.last?.element == .table { push(.tbody) }
        if open.last?.element != .tr { push(.tr) }
        push(.td)
    }
}

// MARK: Text

extension MarkupBuilder {
    private mutating func prepareForText(isBlank: Bool) {
        if isBlank { return }
        if let top = open.last, top.element.has(.tableFrame) { openCell() }
        reopenFormatting()
    }

    /// Parsers drop a line break right behind `<pre>`, so one that means something is written twice.
    private mutating func keepLeadingLineBreak(_ byte: UInt8?) {
        if output.count == startOfPre, byte == ASCII.newline { output.append(ASCII.newline) }
    }

    /// Block markup in a title is no more than a gap between words.
    private mutating func separateWords(around element: Element) {
        guard element.has(.closesParagraph) || element.has(.tablePart) || element == .br else { return }
        if let last = output.last, !ASCII.isSpace(last) { output.append(ASCII.space) }
    }

    /// Whether the start tag of `element` shows that what was skipped has ended without its end tag.
    private func endsSkipping(_ element: Element) -> Bool {
        switch skipped?.element {
        case .svg, .math: element.has(.leavesForeign)
        case .a: element.has(.closesParagraph) || element.has(.tablePart)
        default: false
        }
    }
}
