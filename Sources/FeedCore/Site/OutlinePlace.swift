/// Where in an OPML document an outline can be added, and how the lines around it are written.
struct OutlinePlace {
    /// How many of the wanted folders are there already, one in the other.
    let depth: Int
    /// What is replaced; empty but for a folder written `<outline/>`.
    let range: Range<Int>
    /// One step of indentation.
    let unit: String
    /// Begins a line among the folder's outlines; nil where they share one line.
    private let lineBreak: String?
    private let opening: String
    private let closing: String

    /// The end of the deepest of the folders that is there; the body itself counts. Nil if there is no body.
    init?(in text: String, folder path: [String]) {
        guard let folder = Folder.deepest(of: path, in: text) else { return nil }
        let layout = Layout(text)
        depth = folder.depth
        unit = layout.unit
        let own = layout.indentation(at: folder.tag.range.lowerBound)
        if let child = folder.lastChild {
            lineBreak = layout.indentation(at: child.lowerBound).map { layout.newline + $0 }
            (range, opening, closing) = (child.upperBound..<child.upperBound, "", "")
            return
        }
        lineBreak = own.map { layout.newline + $0 + layout.unit }
        let end = own.map { layout.newline + $0 } ?? ""
        let (start, stop) = (folder.tag.range.upperBound, folder.end)
        if folder.tag.isEmpty {
            let slash = layout.endOfAttributes(in: folder.tag.range)
            (range, opening, closing) = (slash..<start, ">", "\(end)</\(layout.name(of: folder.tag))>")
        } else {
            (range, opening) = (start..<start, "")
            closing = layout.hasNewline(start..<stop) ? "" : end
        }
    }

    /// What stands in the place of `range` when these lines are added.
    func inserted(_ lines: [String]) -> String {
        guard let lineBreak else { return opening + lines.map { String($0.stripped) }.joined() + closing }
        return opening + lines.map { lineBreak + $0 }.joined() + closing
    }
}

extension OutlinePlace {
    /// The body or an outline that holds others.
    private struct Folder {
        let tag: MarkupTag
        let depth: Int
        /// Where its end tag begins.
        var end = Int.max
        /// With everything in it.
        var lastChild: Range<Int>?

        private var isOpen: Bool { end == .max && !tag.isEmpty }

        static func deepest(of path: [String], in text: String) -> Folder? {
            var best: Folder?
            var level = 0
            var open: [MarkupTag] = []
            var scanner = MarkupScanner(text)
            while let tag = scanner.next() {
                if tag.isEnd {
                    guard let begun = open.popLast() else { return best }
                    if open.count == level + 1, best?.isOpen == true {
                        best?.lastChild = begun.range.lowerBound..<tag.range.upperBound
                    } else if open.count == level, best?.isOpen == true {
                        best?.end = tag.range.lowerBound
                    }
                } else if isNext(tag, in: best, isChild: open.count == level + 1, of: path) {
                    level = open.count
                    best = Folder(tag: tag, depth: best.map { $0.depth + 1 } ?? 0)
                } else if tag.isEmpty, open.count == level + 1, best?.isOpen == true {
                    best?.lastChild = tag.range
                }
                if !tag.isEnd, !tag.isEmpty { open.append(tag) }
                if best?.tag.isEmpty == true, best?.depth == path.count { return best }
            }
            return best
        }

        /// Whether the tag begins the body, or the wanted folder within the one found last.
        private static func isNext(_ tag: MarkupTag, in best: Folder?, isChild: Bool, of path: [String]) -> Bool {
            guard let best else { return tag.name == "body" }
            guard isChild, best.isOpen, best.depth < path.count, tag.name == "outline", tag["xmlurl"] == nil else {
                return false
            }
            return (tag["text"] ?? tag["title"]).map { String($0.stripped) } == path[best.depth]
        }
    }

    /// How a document is laid out in lines.
    private struct Layout {
        private let bytes: [UInt8]
        let newline: String
        /// The first line's indentation that has any.
        let unit: String

        init(_ text: String) {
            bytes = Array(text.utf8)
            newline = text.utf8.contains(0x0D) ? "\r\n" : "\n"
            let lines = bytes.split(whereSeparator: { $0 == 0x0A })
            let indented = lines.lazy.map { $0.prefix(while: Self.isBlank) }.first { !$0.isEmpty }
            unit = indented.map { String(decoding: $0, as: UTF8.self) } ?? "  "
        }

        /// The white space before `offset`, if nothing else stands on its line before it.
        func indentation(at offset: Int) -> String? {
            let blanks = bytes[..<offset].reversed().prefix(while: Self.isBlank).count
            let start = offset - blanks
            guard start == 0 || bytes[start - 1] == 0x0A else { return nil }
            return String(decoding: bytes[start..<offset], as: UTF8.self)
        }

        func hasNewline(_ range: Range<Int>) -> Bool { bytes[range].contains(0x0A) }

        /// Of a tag written `<name …/>`, where its end begins.
        func endOfAttributes(in range: Range<Int>) -> Int {
            let slash = bytes[range].lastIndex(of: UInt8(ascii: "/")) ?? range.upperBound
            return slash - bytes[..<slash].reversed().prefix(while: Self.isBlank).count
        }

        /// As written.
        func name(of tag: MarkupTag) -> String {
            String(decoding: bytes[tag.range].dropFirst().prefix(tag.name.utf8.count), as: UTF8.self)
        }

        private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    }
}
