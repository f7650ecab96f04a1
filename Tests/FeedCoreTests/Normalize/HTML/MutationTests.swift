import Testing

@testable import FeedCore

/// Damaged and shuffled markup: whatever comes in, the output is balanced, on the safelist, and final.
struct MutationTests {
    private let sanitizer = Sanitizer(options: .init(base: "https://blog.example/"))

    @Test(arguments: 0..<40)
    func outputIsFinalAndBalanced(seed: Int) {
        var random = SplitMix(state: UInt64(seed))
        for _ in 0..<40 {
            let input = Self.soup(&random)
            let once = sanitizer.sanitize(input).html
            #expect(sanitizer.sanitize(once).html == once, "from \(input.debugDescription)")
            #expect(Self.fault(in: once) == nil, "from \(input.debugDescription)")
        }
    }

    private static func soup(_ random: inout SplitMix) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...60, using: &random) {
            let piece = pieces.randomElement(using: &random) ?? ""
            switch Int.random(in: 0..<8, using: &random) {
            case 0...2: text += "<\(piece)>"
            case 3: text += "<\(piece) \(attributes.randomElement(using: &random) ?? "")>"
            case 4: text += "</\(piece)>"
            case 5: text += "<\(piece)/>"
            default: text += texts.randomElement(using: &random) ?? ""
            }
        }
        // Cut it somewhere, as feeds do.
        return Bool.random(using: &random) ? text : String(text.prefix(Int.random(in: 0...text.count, using: &random)))
    }

    /// What is wrong with the output, which a reader has to be able to take for XML.
    private static func fault(in html: String) -> String? {
        var open: [Substring] = []
        var rest = html[...]
        while let less = rest.firstIndex(of: "<") {
            if rest[..<less].contains(">") { return "a bracket in text" }
            guard let greater = rest[less...].firstIndex(of: ">") else { return "a tag without an end" }
            let tag = rest[rest.index(after: less)..<greater]
            rest = rest[rest.index(after: greater)...]
            if tag.hasPrefix("/") {
                guard open.popLast() == tag.dropFirst() else { return "</\(tag)> out of order" }
                continue
            }
            let name = tag.prefix { $0.isLetter || $0.isNumber }
            guard let index = HTMLElement.names.index(of: Array(name.utf8), in: 0..<name.utf8.count),
                let element = HTMLElement(rawValue: index), !element.has(.dropped)
            else { return "<\(tag)> is not on the safelist" }
            if tag.contains(" on") || tag.lowercased().contains("\"javascript:") { return "<\(tag)> is active" }
            if !tag.hasSuffix("/") { open.append(name) }
        }
        return open.isEmpty ? nil : "\(open) left open"
    }

    private static let pieces =
        HTMLElement.allCases.map { "\($0)" } + [
            "form", "object", "noscript", "foreignObject", "annotation-xml", "x-y", "BODY", "select", "button",
        ]
    private static let attributes = [
        "href='javascript:x'", "href=\"https://e.example/?a&b\"", "onerror=x", "title='<b>\"'", "xml:base='/b/'", "=",
        "\"",
        "src=x", "srcset='a 1x, b 2x'", "srcset='/a,?utm_source=x 1x, b,,'", "xml:base='/a b/'",
        "href='https://www.google.com/url?q=https%3A%2F%2Fe.example%2F%EF%BF%BE%C2%85'",
        "href='https://href.li/?utm_source=x&https://[e.example'", "style='text-align:center;width:1px;float:left'",
        "href='\(String(repeating: "https://href.li/?", count: 12))https://e.example/'", "/", "title=`", "\0",
        "href='&#1;javascript:x'", "style='display:none'",
    ]
    private static let texts = [
        "text", " ", "\n", "&lt;", "&", "<", ">", "<!--", "-->", "]]>", "<![CDATA[", "\"", "'", "&#x3C;b&#x3E;", "é",
        "\u{FFFE}",
        "&nbsp", "</", "<!", "<?", "\r\n", "\u{C}",
    ]
}

/// A small generator of the same numbers everywhere (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
