/// Fits the markup of an entry into a page: its headings come below the entry's own and leave out no level, its images
/// wait until they are looked at, its players load nothing by themselves, its tables scroll on their own, and it has no
/// landmarks. On the way it notes the pictures.
///
/// Works on what the sanitizer wrote, where every `<` begins a tag, every `>` ends one, and all values are quoted.
struct EntryMarkup {
    private(set) var output: [UInt8] = []
    /// The addresses of its pictures, without icons and smileys; no more than are asked for.
    private(set) var pictures: [PageAddress] = []
    private let input: [UInt8]
    /// The levels, as the author has them, of the headings that the current place is under.
    private var outline: [Int] = []
    /// The level that each open heading was given.
    private var openHeadings: [Int] = []

    init(_ markup: [UInt8]) {
        input = markup
        output.reserveCapacity(input.count + input.count / 8)
        run()
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
        let name = tag.dropFirst(isEnd ? 2 : 1).prefix { $0.isASCIILetter || $0.isASCIIDigit }
        switch String(decoding: name, as: UTF8.self) {
        case "img": image(tag, name)
        case "audio", "video": write(tag, name, isEnd ? [] : Self.player) { !Self.eager.contains($0) }
        case "iframe": write(tag, name, isEnd ? [] : Self.frame)
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

    private mutating func image(_ tag: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) {
        var source: ArraySlice<UInt8> = []
        var hasAlternative = false
        var isSmall = false
        for (name, value, _) in Self.attributes(tag, name) {
            switch name {
            case "src": source = value
            case "alt": hasAlternative = true
            case "width", "height":
                if let side = Int(String(decoding: value, as: UTF8.self)), side < Self.smallest { isSmall = true }
            default: break
            }
        }
        write(tag, name, hasAlternative ? Self.lazily : Self.lazily + Self.noAlternative)
        guard !isSmall, pictures.count < Self.maxPictures else { return }
        let address = MarkupScanner.decoded(String(decoding: source, as: UTF8.self))
        if let picture = PageAddress(address, for: .resource) { pictures.append(picture) }
    }

    /// Copies a tag with `added` in front of those of its attributes that are kept.
    private mutating func write(
        _ tag: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>, _ added: [UInt8],
        keeping isKept: (String) -> Bool = { _ in true }
    ) {
        output += tag[..<name.endIndex]
        output += added
        var rest = tag[name.endIndex...]
        for (name, _, whole) in Self.attributes(tag, name) {
            if isKept(name) { output += whole }
            rest = tag[whole.endIndex...]
        }
        output += rest
    }

    private static func attributes(
        _ tag: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>
    ) -> [(name: String, value: ArraySlice<UInt8>, whole: ArraySlice<UInt8>)] {
        var attributes: [(name: String, value: ArraySlice<UInt8>, whole: ArraySlice<UInt8>)] = []
        var rest = tag[name.endIndex...]
        while rest.first == ASCII.space {
            let label = rest.dropFirst().prefix { $0 != ASCII.equals }
            let value = rest[label.endIndex...].dropFirst(2).prefix { $0 != ASCII.quote }
            let whole = rest[..<min(value.endIndex + 1, rest.endIndex)]
            attributes.append((String(decoding: label, as: UTF8.self), value, whole))
            rest = rest[whole.endIndex...]
        }
        return attributes
    }

    /// Of the entry's title on the page.
    private static let entryLevel = 3
    private static let lowestLevel = 6

    /// Of pictures that stand for an entry, in pixels.
    private static let smallest = 64
    /// The first is shown; that there is a second one tells that the entry is long.
    private static let maxPictures = 2

    private static let lazily = Array(" loading=\"lazy\" decoding=\"async\" referrerpolicy=\"no-referrer\"".utf8)
    private static let noAlternative = Array(" alt=\"\"".utf8)
    private static let player = Array(" preload=\"none\"".utf8)
    /// A poster would be loaded at once.
    private static let eager: Set<String> = ["preload", "poster"]
    private static let frame = Array(" title=\"Player\"".utf8)
    private static let division = Array("div".utf8)
    private static let startOfTable = Array("<div class=\"wide\">".utf8)
    private static let endOfTable = Array("</div>".utf8)
}
