/// Fits the markup of an entry into a page: its headings come below the entry's own and leave out no level, its images
/// wait until they are looked at, its players load nothing by themselves, its tables scroll on their own, and it has no
/// landmarks.
///
/// Works on what the sanitizer wrote, where every `<` begins a tag, every `>` ends one, and all values are quoted.
struct EntryMarkup {
    private let input: [UInt8]
    private var output: [UInt8] = []
    /// The levels, as the author has them, of the headings that the current place is under.
    private var outline: [Int] = []
    /// The level that each open heading was given.
    private var openHeadings: [Int] = []

    static func fitted(_ markup: [UInt8]) -> [UInt8] {
        var fitting = EntryMarkup(input: markup)
        fitting.run()
        return fitting.output
    }

    private init(input: [UInt8]) {
        self.input = input
        output.reserveCapacity(input.count + input.count / 8)
    }

    private mutating func run() {
        var index = 0
        while let start = input[index...].firstIndex(of: ASCII.less) {
            output += input[index..<start]
            let end = input[start...].firstIndex(of: ASCII.greater).map { $0 + 1 } ?? input.count
            tag(input[start..<end])
            index = end
        }
        output += input[index...]
    }

    /// - Parameter tag: With its brackets.
    private mutating func tag(_ tag: ArraySlice<UInt8>) {
        let isEnd = tag.dropFirst().first == ASCII.slash
        let name = tag.dropFirst(isEnd ? 2 : 1).prefix { ASCII.isLetter($0) || ASCII.isDigit($0) }
        switch String(decoding: name, as: UTF8.self) {
        case "img": rewrite(tag, name, adding: Self.image, unless: [], default: Self.noAlternative)
        case "audio", "video": rewrite(tag, name, adding: isEnd ? [] : Self.player, unless: Self.eager)
        case "iframe": rewrite(tag, name, adding: isEnd ? [] : Self.frame)
        case "table":
            if !isEnd { output += Self.startOfTable }
            output += tag
            if isEnd { output += Self.endOfTable }
        case "main", "nav", "header", "footer": rename(tag, name, Self.division)
        case "h1", "h2", "h3", "h4", "h5", "h6": heading(tag, name, isEnd: isEnd)
        default: output += tag
        }
    }
}

extension EntryMarkup {
    /// A heading's level follows from how many headings the author put it under, not from the number in its tag.
    private mutating func heading(_ tag: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>, isEnd: Bool) {
        let level: Int
        if isEnd {
            level = openHeadings.popLast() ?? Self.lowestLevel
        } else {
            let own = Int((name.last ?? 0) &- 0x30)
            while let last = outline.last, last >= own { outline.removeLast() }
            outline.append(own)
            level = min(Self.entryLevel + outline.count, Self.lowestLevel)
            openHeadings.append(level)
        }
        rename(tag, name, [UInt8(ascii: "h"), 0x30 + UInt8(level)])
    }

    private mutating func rename(_ tag: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>, _ new: [UInt8]) {
        output += tag[..<name.startIndex]
        output += new
        output += tag[name.endIndex...]
    }

    /// Copies a tag without the attributes called `unwanted`, with `added` in front of the rest.
    private mutating func rewrite(
        _ tag: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>, adding added: [UInt8], unless unwanted: Set<String> = [],
        default fallback: (name: String, markup: [UInt8])? = nil
    ) {
        output += tag[..<name.endIndex]
        output += added
        var rest = tag[name.endIndex...]
        var isGiven = false
        while rest.first == ASCII.space {
            let label = rest.dropFirst().prefix { $0 != ASCII.equals }
            let value = rest[label.endIndex...].dropFirst(2).prefix { $0 != ASCII.quote }
            let end = min(value.endIndex + 1, rest.endIndex)
            let attribute = String(decoding: label, as: UTF8.self)
            isGiven = isGiven || attribute == fallback?.name
            if !unwanted.contains(attribute) { output += rest[..<end] }
            rest = rest[end...]
        }
        if let fallback, !isGiven { output += fallback.markup }
        output += rest
    }

    /// Of the entry's title on the page.
    private static let entryLevel = 3
    private static let lowestLevel = 6

    private static let image = Array(" loading=\"lazy\" decoding=\"async\" referrerpolicy=\"no-referrer\"".utf8)
    private static let noAlternative = (name: "alt", markup: Array(" alt=\"\"".utf8))
    private static let player = Array(" preload=\"none\"".utf8)
    /// A poster would be loaded at once.
    private static let eager: Set<String> = ["preload", "poster"]
    private static let frame = Array(" title=\"Player\"".utf8)
    private static let division = Array("div".utf8)
    private static let startOfTable = Array("<div class=\"wide\">".utf8)
    private static let endOfTable = Array("</div>".utf8)
}
