/// Well-formed XML, written forward into bytes.
///
/// Names come from this program and are trusted; every value is escaped, and what XML 1.0 forbids (section 2.2) becomes
/// U+FFFD, so that no text of any feed can break the document.
struct XMLSink {
    private(set) var bytes: [UInt8] = []
    private var open: [String] = []
    private var depth = 0
    private var startTagIsOpen = false
    /// Whether the element that was started last has text: white space would be more of it.
    private var hasText = false

    init() { raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

    /// What will stand inside elements that are open elsewhere.
    /// - Parameter depth: how many they are.
    init(depth: Int) { self.depth = depth }

    /// What will stand inside the elements that are open in another.
    init(inside outer: XMLSink) { depth = outer.depth + outer.open.count }

    /// Takes what was written apart; both sinks have closed what they opened there.
    mutating func append(_ part: XMLSink) {
        closeStartTag()
        bytes += part.bytes
    }

    mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        closeStartTag()
        indent()
        bytes.append(ASCII.less)
        raw(name)
        for (name, value) in attributes { if let value { attribute(name, value) } }
        open.append(name)
        startTagIsOpen = true
    }

    /// An attribute of the element that was started last.
    mutating func attribute(_ name: String, _ value: String) {
        bytes.append(ASCII.space)
        raw(name)
        bytes.append(ASCII.equals)
        bytes.append(ASCII.quote)
        escape(value, inAttribute: true)
        bytes.append(ASCII.quote)
    }

    mutating func end() {
        guard let name = open.popLast() else { return }
        if startTagIsOpen {
            raw("/>\n")
            startTagIsOpen = false
            return
        }
        if !hasText { indent() }
        hasText = false
        raw("</")
        raw(name)
        raw(">\n")
    }

    /// An element with text only; none at all for nil.
    mutating func element(_ name: String, _ text: String?, _ attributes: KeyValuePairs<String, String?> = [:]) {
        guard let text else { return }
        start(name, attributes)
        guard !text.isEmpty else { return end() }
        bytes.append(ASCII.greater)
        startTagIsOpen = false
        escape(text, inAttribute: false)
        raw("</")
        raw(name)
        raw(">\n")
        open.removeLast()
    }

    /// The text of the element that was started last, before it ends.
    mutating func text(_ text: String) {
        guard startTagIsOpen, !text.isEmpty else { return }
        bytes.append(ASCII.greater)
        startTagIsOpen = false
        hasText = true
        escape(text, inAttribute: false)
    }

    /// An element without text.
    mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
        start(name, attributes)
        end()
    }

    private mutating func closeStartTag() {
        guard startTagIsOpen else { return }
        raw(">\n")
        startTagIsOpen = false
    }

    private mutating func indent() {
        let width = 2 * (depth + open.count)
        bytes.append(addingCapacity: width) { $0.append(repeating: ASCII.space, count: width) }
    }

    private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func escape(_ text: String, inAttribute: Bool) {
        var text = text
        let special = Self.special
        text.withUTF8 { utf8 in
            var start = 0
            for index in 0..<utf8.count {
                let byte = unsafe utf8[index]
                guard special[Int(byte)],
                    let replacement = unsafe Self.replacement(of: byte, at: index, in: utf8, inAttribute)
                else { continue }
                unsafe bytes.append(contentsOf: utf8[start..<index])
                bytes.append(contentsOf: replacement.text.utf8)
                start = index + replacement.length
            }
            unsafe bytes.append(contentsOf: utf8[start...])
        }
    }

    /// What stands for the bytes at `index`, and how many of them it replaces; nil if they stay.
    @unsafe
    private static func replacement(
        of byte: UInt8, at index: Int, in utf8: UnsafeBufferPointer<UInt8>, _ inAttribute: Bool
    ) -> (text: String, length: Int)? {
        switch byte {
        case UInt8(ascii: "&"): return ("&amp;", 1)
        case UInt8(ascii: "<"): return ("&lt;", 1)
        case UInt8(ascii: ">"): return ("&gt;", 1)
        case UInt8(ascii: "\""): return inAttribute ? ("&quot;", 1) : nil
        // Bare, these would be read back as a space or a line feed (XML 1.0, sections 2.11 and 3.3.3).
        case 0x09: return inAttribute ? ("&#9;", 1) : nil
        case 0x0A: return inAttribute ? ("&#10;", 1) : nil
        case 0x0D: return ("&#13;", 1)
        case 0xEF:
            // U+FFFE and U+FFFF; strings hold no surrogates.
            let isNoncharacter = unsafe utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE
            return isNoncharacter ? ("\u{FFFD}", 3) : nil
        default: return ("\u{FFFD}", 1)
        }
    }

    /// Bytes that `replacement` has to look at.
    private static let special: [Bool] = (0...255).map { byte in
        byte < 0x20 || byte == 0xEF || "&<>\"".utf8.contains(UInt8(byte))
    }
}
