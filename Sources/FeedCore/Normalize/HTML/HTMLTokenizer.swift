/// Splits HTML into tags and text as browsers do (HTML, section 13.2.5), in one linear pass.
///
/// It stands in the place of libxml2's HTML parser, which cannot be trusted with what arrives: version 2.9.14 turns
/// `<b>1<p>2</b>3</p>` into `<b>1</b><p>23</p>`, reads attributes that browsers do not, and takes quadratic time (7 s
/// for 100,000 attributes in one tag, 10 s for 100,000 end tags under as many open `b`). What a browser sees and what
/// is judged here have to be the same.
///
/// Characters that XML forbids are replaced here, before anything looks at an address; dropping them later would turn
/// `java\u{3}script:` into a scheme.
struct HTMLTokenizer<Sink: HTMLTokenSink> {
    var sink: Sink
    private let input: [UInt8]
    private let end: Int
    private let readsClasses: Bool
    private var at = 0
    /// Elements whose end tag was looked for and does not come any more, so that nobody looks again.
    private var withoutEnd: UInt128 = 0
    /// The same for the end of a declaration.
    private var isPastLastBracket = false

    /// - Parameter readsClasses: whether anybody asks for `class`: many tags have it, and nearly nobody does.
    init(_ input: [UInt8], sink: Sink, readsClasses: Bool = false) {
        self.input = input
        self.readsClasses = readsClasses
        self.sink = sink
        end = input.count
    }

    mutating func run() {
        while at < end {
            let start = at
            skipPlainText()
            if at > start { sink.text(input[start..<at]) }
            guard at < end else { return }
            switch input[at] {
            case ASCII.less: markup()
            case ASCII.ampersand: reference()
            default: other(upTo: end)
            }
        }
    }
}

extension HTMLTokenizer {
    /// At `<`.
    private mutating func markup() {
        let next = at + 1 < end ? input[at + 1] : 0
        switch next {
        case ASCII.slash:
            let third = at + 2 < end ? input[at + 2] : 0
            if third.isASCIILetter {
                endTag()
            } else {
                // `</>` is nothing to a browser, `</ x>` a comment.
                declaration()
            }
        case ASCII.exclamation:
            let third = at + 2 < end ? input[at + 2] : 0
            if at + 3 < end, third == ASCII.dash, input[at + 3] == ASCII.dash {
                comment()
            } else if third.isASCIILetter || third == ASCII.bracket {
                declaration()
            } else {
                // SGML's rule, which keeps prose; a browser takes it for a comment.
                literal()
            }
        case ASCII.question: declaration()
        case _ where next.isASCIILetter: startTag()
        default: literal()
        }
    }

    /// A `<` that opens nothing.
    private mutating func literal() {
        sink.character("<")
        at += 1
    }

    /// `<!…>`, `<?…>`: gone up to the next `>`. Without one it is text, as when a title speaks of `<!DOCTYPE ~`, unless
    /// it may be a declaration that was cut off.
    private mutating func declaration() {
        if !isPastLastBracket, let close = input[at...].firstIndex(of: ASCII.greater) {
            at = close + 1
        } else {
            isPastLastBracket = true
            if input[(at + 2)...].allSatisfy({ $0.isASCIILetter || ASCII.isSpace($0) }) {
                at = end
            } else {
                literal()
            }
        }
    }

    /// `<!--` up to `-->` or `--!>`, or else to the end.
    private mutating func comment() {
        var index = at + 4
        if index < end, input[index] == ASCII.greater {
            at = index + 1
            return
        }
        index -= 2
        while index < end {
            guard let dash = input[index...].firstIndex(of: ASCII.dash) else { break }
            var close = dash + 1
            guard close < end, input[close] == ASCII.dash else {
                index = dash + 1
                continue
            }
            while close < end, input[close] == ASCII.dash { close += 1 }
            // The two dashes that open the comment close it only together with others.
            if close < end, input[close] == ASCII.exclamation, close + 1 < end, close - 2 >= at + 4 { close += 1 }
            if close < end, input[close] == ASCII.greater, close >= at + 5 {
                at = close + 1
                return
            }
            index = close
        }
        at = end
    }

    private mutating func endTag() {
        at += 2
        let name = tagName()
        _ = attributes(wanted: false)
        if let index = HTMLElement.names.index(of: input, in: name), let element = HTMLElement(rawValue: index) {
            sink.endTag(element)
        }
    }

    private mutating func startTag() {
        at += 1
        let name = tagName()
        guard let index = HTMLElement.names.index(of: input, in: name), let element = HTMLElement(rawValue: index)
        else {
            _ = attributes(wanted: false)
            return
        }
        guard let (list, isSelfClosing) = attributes(wanted: Sink.readsAttributes) else { return }
        if element.has(.rawText) {
            rawText(of: element, named: name, HTMLTag(element: element, attributes: list, isSelfClosing: isSelfClosing))
            return
        }
        sink.startTag(HTMLTag(element: element, attributes: list, isSelfClosing: isSelfClosing))
        if element == .pre || element == .listing { skipLineBreak() }
    }

    /// Up to white space, `/` or `>`.
    private mutating func tagName() -> Range<Int> {
        let start = at
        while at < end, !ASCII.isSpace(input[at]), input[at] != ASCII.slash, input[at] != ASCII.greater { at += 1 }
        return start..<at
    }

    private mutating func skipLineBreak() {
        if at < end, input[at] == ASCII.return { at += 1 }
        if at < end, input[at] == ASCII.newline { at += 1 }
    }
}

// MARK: Attributes

extension HTMLTokenizer {
    /// Reads on to behind the tag's `>`; nil if the text ends before (there is no tag then).
    private mutating func attributes(wanted: Bool) -> (list: [HTMLAttribute], isSelfClosing: Bool)? {
        var list: [HTMLAttribute] = []
        var seen: UInt64 = 0
        while at < end {
            switch input[at] {
            case ASCII.greater:
                at += 1
                return (list, input[at - 2] == ASCII.slash)
            case ASCII.slash, ASCII.space, ASCII.newline, ASCII.tab, ASCII.formFeed, ASCII.return: at += 1
            default:
                let (name, value, isQuoted) = attribute()
                guard wanted, let index = AttributeName.names.index(of: input, in: name),
                    let attribute = AttributeName(rawValue: index), seen & 1 << UInt64(index) == 0,
                    readsClasses || attribute != .class
                else {
                    // `<p title=/>` has a value and is not closed.
                    if !isQuoted, at < end, input[at] == ASCII.greater {
                        at += 1
                        return (list, false)
                    }
                    continue
                }
                seen |= 1 << UInt64(index)
                list.append(HTMLAttribute(name: attribute, value: decoded(value)))
                if !isQuoted, at < end, input[at] == ASCII.greater {
                    at += 1
                    return (list, false)
                }
            }
        }
        return nil
    }

    /// One attribute; `isQuoted` is also true for one without a value.
    private mutating func attribute() -> (name: Range<Int>, value: Range<Int>, isQuoted: Bool) {
        let start = at
        at += 1
        while at < end, !ASCII.isSpace(input[at]), input[at] != ASCII.slash, input[at] != ASCII.greater,
            input[at] != ASCII.equals
        {
            at += 1
        }
        let name = start..<at
        skipSpace()
        guard at < end, input[at] == ASCII.equals else { return (name, at..<at, true) }
        at += 1
        skipSpace()
        guard at < end else { return (name, at..<at, true) }
        let quote = input[at]
        if quote == ASCII.quote || quote == ASCII.apostrophe {
            at += 1
            let start = at
            while at < end, input[at] != quote { at += 1 }
            let value = start..<at
            if at < end { at += 1 }
            return (name, value, true)
        }
        let valueStart = at
        while at < end, !ASCII.isSpace(input[at]), input[at] != ASCII.greater { at += 1 }
        return (name, valueStart..<at, false)
    }

    private mutating func skipSpace() {
        while at < end, ASCII.isSpace(input[at]) { at += 1 }
    }

    private mutating func skipPlainText() { at = input.span.end(ofRunFrom: at, where: ASCII.endsText) }

    private func decoded(_ range: Range<Int>) -> [UInt8] {
        let value = Array(input[range])
        guard value.span.end(ofRunFrom: 0, where: ASCII.endsText) < value.count else { return value }
        var collector = HTMLTokenizer<ByteCollector>(value, sink: ByteCollector())
        collector.collectAttribute()
        return collector.sink.bytes
    }

    /// The input as an attribute's value: references are read, tags are not.
    private mutating func collectAttribute() {
        while at < end {
            let start = at
            skipPlainText()
            if at > start { sink.text(input[start..<at]) }
            guard at < end else { return }
            if input[at] == ASCII.ampersand {
                reference(inAttribute: true)
            } else {
                other(upTo: end)
            }
        }
    }
}

// MARK: Characters

extension HTMLTokenizer {
    /// At `&`.
    private mutating func reference(inAttribute: Bool = false) {
        guard let reference = CharacterReference(in: input, at: at, inAttribute: inAttribute) else {
            sink.character("&")
            at += 1
            return
        }
        for scalar in reference.scalars { sink.character(scalar) }
        at += reference.length
    }

    /// Anything that is not plain: `>`, a control character, or a character that may be one in UTF-8.
    private mutating func other(upTo limit: Int) {
        switch input[at] {
        case ASCII.less, ASCII.greater, ASCII.ampersand:
            sink.character(Unicode.Scalar(input[at]))
            at += 1
        case ASCII.return:
            sink.character("\n")
            skipLineBreak()
        case 0xC2 where at + 1 < limit:
            if input[at + 1] < 0xA0 {
                sink.character(CharacterReference.scalar(UInt32(input[at + 1])))
            } else {
                sink.text(input[at..<at + 2])
            }
            at += 2
        case 0xEF where at + 2 < limit:
            if input[at + 1] == 0xBF, input[at + 2] >= 0xBE {
                sink.character("\u{FFFD}")
            } else {
                sink.text(input[at..<at + 3])
            }
            at += 3
        default:
            sink.character(CharacterReference.scalar(UInt32(input[at])))
            at += 1
        }
    }

    /// Elements whose content is no markup. That of a text area or of a listing is shown, that of the others goes.
    ///
    /// `iframe`, `noembed` and `noframes`, whose content a browser does not parse either, are not among them: what they
    /// hold is meant for those who see no frames.
    private mutating func rawText(of element: HTMLElement, named name: Range<Int>, _ tag: HTMLTag) {
        sink.startTag(tag)
        // XHTML's `<script src="…"/>` has no content to skip; a browser would swallow the rest of the text.
        if tag.isSelfClosing { return }
        let close = element == .plaintext ? end : endOfRawText(element, name)
        switch element {
        case .textarea, .xmp, .plaintext:
            if element != .plaintext { skipLineBreak() }
            showRawText(upTo: max(at, close ?? end), resolvingReferences: element == .textarea)
        case .title:
            // Left open by mistake far more often than to hide the rest.
            at = close ?? at
        default:
            at = close ?? end
        }
    }

    private mutating func endOfRawText(_ element: HTMLElement, _ name: Range<Int>) -> Int? {
        let flag = UInt128(1) << UInt128(element.rawValue)
        guard withoutEnd & flag == 0 else { return nil }
        var index = at
        while let less = input[index...].firstIndex(of: ASCII.less) {
            index = less + 1
            let after = less + 2 + name.count
            guard after < end, input[index] == ASCII.slash,
                ASCII.isSpace(input[after]) || input[after] == ASCII.slash || input[after] == ASCII.greater,
                HTMLElement.names.index(of: input, in: less + 2..<after) == element.rawValue
            else { continue }
            return less
        }
        withoutEnd |= flag
        return nil
    }

    private mutating func showRawText(upTo limit: Int, resolvingReferences: Bool) {
        while at < limit {
            let start = at
            skipPlainText()
            at = min(at, limit)
            if at > start { sink.text(input[start..<at]) }
            guard at < limit else { return }
            if resolvingReferences, input[at] == ASCII.ampersand {
                reference()
            } else {
                other(upTo: limit)
            }
        }
    }
}
