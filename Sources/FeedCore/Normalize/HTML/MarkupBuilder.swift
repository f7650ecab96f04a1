/// Writes sanitized markup from tokens, so that an HTML parser builds exactly the tree that its tags say.
///
/// What is open is decided here by the standard's own rules of nesting (HTML, section 13.2.6), as far as they can be
/// followed without a tree. Where the standard moves what is already written (the adoption agency, foster parenting),
/// the nearest well nested reading is written instead. Whatever comes out is closed in order, so reading it again gives
/// the same bytes.
struct MarkupBuilder: HTMLTokenSink {
    static let readsAttributes = true

    private(set) var output: [UInt8] = []
    private var open = OpenElements()
    private var formatting: FormattingList
    private var filter: AttributeFilter
    private var skipped: Skipped?
    /// Where the content of the last `<pre>` starts.
    private var startOfPre = -1
    /// Where the last `<br/>` ends.
    private var endOfBreak = -1
    private let isTitle: Bool

    /// An element that is left out with all that stands inside it.
    private struct Skipped {
        let element: HTMLElement
        /// How many of its name are open.
        var depth = 1
        /// What a link said, in case it was no button after all; nil for what goes in any case.
        var text: [UInt8]?
    }

    init(options: Sanitizer.Options, inputSize: Int, isTitle: Bool = false) {
        filter = AttributeFilter(options: options, budget: inputSize * 4 + 65_536)
        formatting = FormattingList(budget: inputSize + 1024)
        self.isTitle = isTitle
        output.reserveCapacity(inputSize + inputSize / 4)
    }

    var removed: Sanitizer.Removed { filter.removed }

    /// Closes what is open.
    mutating func finish() {
        endSkipping()
        pop(to: 0)
    }

    mutating func text(_ run: ArraySlice<UInt8>) {
        if skipped != nil {
            skipped?.text? += run
            return
        }
        prepareForText(isBlank: run.allSatisfy(ASCII.isSpace))
        keepLeadingLineBreak(run.first)
        output += run
    }

    mutating func character(_ scalar: Unicode.Scalar) {
        if skipped != nil {
            skipped?.text? += UTF8.encode(scalar) ?? .init()
            return
        }
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
            endSkipping()
        }
        var tag = tag
        switch tag.element {
        case .image: tag.element = .img
        case .listing: tag.element = .pre
        case .svg, .math, .template: skip(tag)
        case _ where filter.options.unwanted.contains(tag): return skip(tag)
        case .iframe: if writePlayer(tag) { return }
        default: break
        }
        if tag.element.has(.dropped) {
            filter.removed.elements += 1
        } else if isTitle, !tag.element.has(.inline) {
            separateWords(around: tag.element)
        } else {
            insert(tag)
        }
    }

    mutating func endTag(_ element: HTMLElement) {
        if let skipped {
            if element == skipped.element {
                self.skipped?.depth -= 1
                if skipped.depth == 1 { endSkipping() }
                return
            }
            // The end of what stands around it ends it, too.
            guard skipped.element != .template, open.indexInScope(of: element) != nil else { return }
            endSkipping()
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
            if [.picture, .video, .audio].contains(open.last) { write(tag) }
            return
        }
        guard isAtHome(tag) else { return }
        closeImplied(by: element)
        if element.has(.closesParagraph) {
            if let index = open.indexInScope(of: .p) { pop(to: index) }
        }
        var tag = tag
        if element == .a || element == .img { filter.resolve(&tag, base: base) }
        if element == .a, filter.isShareLink(tag) {
            skip(tag, text: [])
            return
        }
        if element == .img, filter.isPixel(tag) {
            filter.removed.pixels += 1
            return
        }
        if !element.has(.closesParagraph) { reopenFormatting() }
        if element.has(.void) {
            write(tag)
            if element == .br { endOfBreak = output.count }
        } else {
            push(tag)
            if tag.isSelfClosing, open.last == element { closeSelf(element) }
        }
    }

    /// Makes room for content between the cells of a table, where a browser would move it out; false if it is not worth
    /// a cell.
    private mutating func isAtHome(_ tag: HTMLTag) -> Bool {
        guard open.last?.has(.tableFrame) == true else { return true }
        if tag.element == .table {
            closeTablePart(.table)
        } else if tag.element.has(.formatting), tag[.href] == nil {
            return false
        } else {
            openCell()
        }
        return true
    }

    /// Ends what the start tag of `element` ends besides a paragraph.
    private mutating func closeImplied(by element: HTMLElement) {
        switch element {
        case .h1, .h2, .h3, .h4, .h5, .h6:
            if let index = open.indexInScope(of: .p) { pop(to: index) }
            if open.last?.has(.heading) == true { pop(to: open.count - 1) }
        case .li: closeItem { $0 == .li }
        case .dd, .dt: closeItem { $0 == .dd || $0 == .dt }
        case .a:
            // Links do not nest: the one that is open ends, with the blocks inside it.
            if let index = open.indexInScope(of: .a) { pop(to: index) }
            _ = formatting.remove(.a)
        case .rb, .rtc: closeRuby(besides: nil)
        case .rp, .rt: closeRuby(besides: .rtc)
        default: break
        }
    }

    /// A list item ends the one before it, unless a block stands between the two.
    private mutating func closeItem(_ isItem: (HTMLElement) -> Bool) {
        let item = open.index(where: isItem) { $0.has(.special) && $0 != .address && $0 != .div && $0 != .p }
        if let item { pop(to: item) }
    }

    private mutating func closeRuby(besides kept: HTMLElement?) {
        guard open.indexInScope(of: .ruby) != nil else { return }
        while let top = open.last, top != kept, [.rb, .rp, .rt, .rtc, .p, .li, .dd, .dt].contains(top) {
            pop(to: open.count - 1)
        }
    }

    private mutating func push(_ tag: HTMLTag) {
        guard open.hasRoom(for: tag.element) else { return }
        let start = output.count
        let base = write(tag)
        if tag.element.has(.formatting) {
            formatting.add(tag.element, tag: start..<output.count, in: output, depth: open.count)
        }
        open.push(tag.element, base: base)
        if tag.element == .pre { startOfPre = output.count }
        if tag.element.has(.scope), tag.element != .table { formatting.addBorder() }
    }

    private mutating func push(_ element: HTMLElement) {
        push(HTMLTag(element: element, attributes: [], isSelfClosing: false))
    }

    @discardableResult
    private mutating func write(_ tag: HTMLTag) -> String? { filter.write(tag, base: base, to: &output) }

    /// The base in force.
    private var base: String? { open.elements.last.map(\.base) ?? filter.options.base }

    /// What stands for a frame; false if it is no player.
    private mutating func writePlayer(_ tag: HTMLTag) -> Bool {
        guard !isTitle, let player = filter.player(tag, base: base) else { return false }
        if player.isEmbedded {
            prepareForText(isBlank: false)
            output += player.markup
        } else {
            // Written as tokens, so that the link nests as any other.
            startTag(HTMLTag(element: .a, attributes: player.link, isSelfClosing: false))
            for scalar in player.label.unicodeScalars { character(scalar) }
            endTag(.a)
        }
        return true
    }
}

// MARK: What an end tag does

extension MarkupBuilder {
    private mutating func close(_ element: HTMLElement) {
        switch element {
        case .br:
            // XHTML written as HTML means one line break by `<br></br>`.
            guard output.count != endOfBreak else { return }
            startTag(HTMLTag(element: .br, attributes: [], isSelfClosing: false))
        case .table, .caption, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: closeTablePart(element)
        case .h1, .h2, .h3, .h4, .h5, .h6:
            if let index = open.indexInScope(where: { $0.has(.heading) }) { pop(to: index) }
        case .li:
            let list = open.indexInScope { $0 == .ol || $0 == .ul }
            if let index = open.indexInScope(of: .li), index > list ?? -1 { pop(to: index) }
        case .p, .dd, .dt:
            if let index = open.indexInScope(of: element) { pop(to: index) }
        case _ where element.has(.formatting): closeFormatting(element)
        case _ where element.has(.block):
            if let index = open.indexInScope(of: element) { pop(to: index) }
        default: closeOther(element)
        }
    }

    private mutating func closeFormatting(_ element: HTMLElement) {
        guard let entry = formatting.remove(element) else {
            closeOther(element)
            return
        }
        guard let depth = entry.depth else { return }
        if open.contains(.special, inside: depth) {
            open.markDue(at: depth)
        } else {
            pop(to: depth)
        }
    }

    /// "Any other end tag": the nearest of that name, if no block stands in between.
    private mutating func closeOther(_ element: HTMLElement) {
        if let index = open.index(where: { $0 == element }, upTo: { $0.has(.special) }) { pop(to: index) }
    }

    /// Closes `<b/>`, which is XHTML's way to write an empty element.
    private mutating func closeSelf(_ element: HTMLElement) {
        if element.has(.formatting) { _ = formatting.remove(element) }
        pop(to: open.count - 1)
    }

    /// Closes the element at `index` and all inside it.
    private mutating func pop(to index: Int) {
        var index = index
        while open.count > index, let element = open.pop() {
            output += element.endTag
            if element.has(.formatting) { formatting.close(depth: open.count) }
            if element.has(.scope), element != .table { formatting.removeToBorder() }
            if open.elements.last?.isDue == true { index = min(index, open.count - 1) }
        }
    }

    /// Opens again what a block cut short.
    private mutating func reopenFormatting() {
        while let (element, tag) = formatting.reopen(depth: open.count) {
            let bytes = Array(output[tag])
            output += bytes
            open.push(element, base: base)
        }
    }
}

// MARK: Tables

extension MarkupBuilder {
    private mutating func insertTablePart(_ tag: HTMLTag) {
        guard let nearest = open.innermostTablePart else { return }
        pop(to: nearest + 1)
        switch tag.element {
        case .caption, .colgroup, .tbody, .tfoot, .thead: popUnless([.table])
        case .col:
            popUnless([.table, .colgroup])
            if open.last == .table { push(.colgroup) }
            write(tag)
            return
        case .tr:
            popUnless([.table, .tbody, .tfoot, .thead])
            if open.last == .table { push(.tbody) }
        default:
            popUnless([.table, .tbody, .tfoot, .thead, .tr])
            if open.last == .table { push(.tbody) }
            if open.last != .tr { push(.tr) }
        }
        push(tag)
        if tag.isSelfClosing { pop(to: open.count - 1) }
    }

    private mutating func closeTablePart(_ element: HTMLElement) {
        guard let table = open.innermostTable else { return }
        if element == .table {
            pop(to: table)
        } else if let index = open.elements[table...].lastIndex(where: { $0.element == element }) {
            pop(to: index)
        }
    }

    private mutating func popUnless(_ kept: Set<HTMLElement>) {
        while let top = open.last, !kept.contains(top) { pop(to: open.count - 1) }
    }

    /// Content that stands between a table's cells gets a cell of its own.
    private mutating func openCell() {
        if open.last == .colgroup { pop(to: open.count - 1) }
        if open.last == .table { push(.tbody) }
        if open.last != .tr { push(.tr) }
        push(.td)
    }
}

// MARK: Text

extension MarkupBuilder {
    private mutating func prepareForText(isBlank: Bool) {
        if isBlank { return }
        if open.last?.has(.tableFrame) == true { openCell() }
        reopenFormatting()
    }

    /// Parsers drop a line break right behind `<pre>`, so one that means something is written twice.
    private mutating func keepLeadingLineBreak(_ byte: UInt8?) {
        if output.count == startOfPre, byte == ASCII.newline { output.append(ASCII.newline) }
    }

    /// Block markup in a title is no more than a gap between words.
    private mutating func separateWords(around element: HTMLElement) {
        guard element.has(.closesParagraph) || element.has(.tablePart) || element == .br else { return }
        if let last = output.last, !ASCII.isSpace(last) { output.append(ASCII.space) }
    }

    /// Whether the start tag of `element` shows that what was skipped has ended without its end tag.
    private func endsSkipping(_ element: HTMLElement) -> Bool {
        switch skipped?.element {
        case .svg, .math: element.has(.leavesForeign)
        case .a: element.has(.closesParagraph) || element.has(.tablePart)
        default: false
        }
    }

    /// Leaves out an element with all that stands inside it.
    private mutating func skip(_ tag: HTMLTag, text: [UInt8]? = nil) {
        if !tag.isSelfClosing, !tag.element.has(.void) { skipped = Skipped(element: tag.element, text: text) }
    }

    /// A link to a page for sharing that reads like prose keeps its words.
    private mutating func endSkipping() {
        let text = skipped?.text
        skipped = nil
        guard let text else { return }
        filter.removed.shareLinks += 1
        guard !ShareLinks.isButton(text) else { return }
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars { character(scalar) }
    }
}
