/// Repairs and neutralizes a document before libxml2 sees it: one linear pass over its bytes.
///
/// FoundationXML crashes the process on processing instructions without data, on notations, on ordinary attribute-list
/// declarations and on names that are not UTF-8, and no delegate can catch that. So only elements, attributes and text
/// are let through, always balanced and always well-formed. Whatever else stands within a text ends what is copied
/// of it (removal alone splices `<` and `?p?>` into a new instruction). What had to be repaired is an error of the
/// document; what was merely kept away is none.
///
/// Everything stands in one element of our own, so that a second root or text beside the root is as readable as the rest.
struct Prescan {
    /// Valid UTF-8.
    let input: [UInt8]
    /// Tags and short texts.
    var output: [UInt8] = []
    /// All other texts, in their order.
    var texts: [SetAsideText] = []
    /// How many tags there are in `output`; `<a/>` counts as two, because it makes two calls.
    var tags = 0
    /// The number of tags after which something stands that is not in `output`: no more text is copied until the next.
    var interrupted = -1
    var position = 0
    var problems = XMLProblems()
    var entities = XMLEntities()
    /// The document type declaration as written, up to a limit.
    var doctype: String?
    /// Names of the open elements, as places in `input`.
    var open: [Range<Int>] = []
    /// Open elements beyond the depth limit, which are left out.
    var tooDeep: [Range<Int>] = []
    var rootsSeen = 0
    /// Where in `input` each element begins that was written to `output`, in document order.
    var starts: [Int] = []
    /// Of the tag that is being read; kept here for its memory.
    var seenAttributes: [(hash: Int, name: Range<Int>)] = []
    /// Of the text that is being decoded; kept for its memory, too.
    var decoded: [UInt8] = []
    /// Whether a search for a closing quote came to the end of the document in vain: it is not made again.
    var noMoreDoubleQuotes = false
    var noMoreSingleQuotes = false
    /// The same of `?>`.
    var noMoreInstructionEnds = false

    /// The element around everything.
    static let wrapper = "_"

    init(_ input: [UInt8]) {
        self.input = input
        output.reserveCapacity(input.count / 4 + 16)
    }

    /// Reads the whole document; `output` is well-formed XML afterwards.
    mutating func run() {
        emit("<\(Self.wrapper)>")
        tags += 1
        if input.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        while position < input.count, starts.count < XMLLimits.elements {
            if input[position] == UInt8(ascii: "<") { markup() } else { text() }
        }
        if position < input.count {
            complain("what follows the first \(XMLLimits.elements) elements is left out", .limitExceeded)
        } else if !open.isEmpty || !tooDeep.isEmpty {
            complain("the document ends within <\(name(open.last))>")
        }
        tooDeep.removeAll()
        while !open.isEmpty { closeInnermost() }
        emit("</\(Self.wrapper)>")
        tags += 1
        if rootsSeen == 0 { complain("the document has no element") }
    }

    /// Decides by the bytes after `<`.
    private mutating func markup() {
        let next = position + 1 < input.count ? input[position + 1] : 0
        switch next {
        case UInt8(ascii: "/"): endTag()
        case UInt8(ascii: "?"): instruction()
        case UInt8(ascii: "!"): declaration()
        case _ where XMLCharacters.startsName(next): startTag()
        default:
            complain("a bare <")
            if !open.isEmpty { setAside(position..<position + 1, hasReferences: true) }
            position += 1
        }
    }
}

extension Prescan {
    mutating func emit(_ text: StaticString) {
        text.withUTF8Buffer { unsafe output.append(contentsOf: $0) }
    }

    mutating func emit(_ text: String) { output.append(contentsOf: text.utf8) }

    /// Writes `input[range]` as it is.
    mutating func copy(_ range: Range<Int>) { output.append(range, of: input) }

    /// Notes that something is left out between two tags.
    mutating func interrupt() { interrupted = tags }

    mutating func complain(_ message: String, _ code: Diagnostic.Code = .notWellFormed, at offset: Int? = nil) {
        problems.add(code, message, at: offset ?? position, in: input)
    }

    /// For messages.
    func name(_ range: Range<Int>?) -> String {
        // A hostile document has a million problems, of which a few are told.
        guard let range, !problems.areAllTold else { return "" }
        return String(decoding: input[range.prefix(100)], as: UTF8.self)
    }

    /// Where `text` begins at or after `start`; nil if nowhere.
    func find(_ text: StaticString, from start: Int) -> Int? {
        let first = text.withUTF8Buffer { unsafe $0.first ?? 0 }
        var index = start
        while let candidate = TextScan.next(first, in: input, from: index, to: input.count) {
            if input.looking(at: text, from: candidate) { return candidate }
            index = candidate + 1
        }
        return nil
    }

    func skippingSpace(from start: Int) -> Int {
        var index = start
        while index < input.count, input[index].isASCIIBlank { index += 1 }
        return index
    }

    /// The end of the run of name bytes that begins at `start`.
    func endOfName(from start: Int) -> Int {
        var index = start
        while index < input.count, XMLCharacters.isNameByte(input[index]) { index += 1 }
        return index
    }
}

extension [UInt8] {
    func looking(at text: StaticString, from start: Int) -> Bool {
        guard start + text.utf8CodeUnitCount <= count else { return false }
        return text.withUTF8Buffer { text in
            for offset in 0..<text.count where unsafe self[start + offset] != text[offset] { return false }
            return true
        }
    }

    /// Appends `other[range]`, which as a slice would go through its generic iterator.
    mutating func append(_ range: Range<Int>, of other: [UInt8]) {
        unsafe other.withUnsafeBufferPointer { other in
            unsafe append(contentsOf: UnsafeBufferPointer(rebasing: other[range]))
        }
    }
}
