import CXML2
import FeedCore
import Foundation

/// Times the sanitizer beside libxml2's HTML parser with handlers that do nothing, over the same texts, and counts those
/// that a second pass changes.
struct SanitizeBench {
    let texts: [String]
    let rounds: Int

    init(texts: [String], rounds: Int = 5) {
        self.texts = texts
        self.rounds = rounds
    }

    /// The texts, both speeds and their ratio, one line each.
    func report() -> String {
        let bytes = texts.reduce(0) { $0 + $1.utf8.count }
        var parsing: [Duration] = []
        var sanitizing: [Duration] = []
        let sanitizer = Sanitizer(options: .init(base: "https://example.com/"))
        // In turns, so that a busy machine slows both alike.
        for _ in 0..<rounds {
            parsing.append(time { $0 = $0 &+ Self.parse($1) })
            sanitizing.append(time { $0 = $0 &+ sanitizer.sanitize($1).html.utf8.count })
        }
        let unstable = texts.count { text in
            let once = sanitizer.sanitize(text).html
            return sanitizer.sanitize(once).html != once
        }
        let bare = Self.speed(bytes, parsing)
        let ours = Self.speed(bytes, sanitizing)
        return """
            sanitize: \(texts.count) texts, \(bytes) bytes, median of \(rounds) rounds
            sanitize: \(unstable) texts differ when sanitized twice
            sanitize: libxml2 SAX alone \(Self.rounded(bare)) MB/s
            sanitize: sanitizer         \(Self.rounded(ours)) MB/s, \(Int(ours / bare * 100)) % of it

            """
    }

    /// The markup of all entries of the feeds in a folder; files that are no feeds are passed over.
    static func texts(in folder: URL) throws -> [String] {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.sorted { $0.path < $1.path }.flatMap { file -> [String] in
            let bytes = [UInt8](try Data(contentsOf: file))
            guard let document = try? FeedParser.parse(bytes, context: DocumentContext(url: nil)) else { return [] }
            return document.entries.flatMap { [$0.title, $0.summary] + $0.content }
                .compactMap { $0 }.filter(\.type.isMarkup).map(\.value)
        }
    }

    private func time(_ body: (inout Int, String) -> Void) -> Duration {
        var sum = 0
        return ContinuousClock().measure {
            for text in texts { body(&sum, text) }
        }
    }

    /// Megabytes a second, of the median round.
    private static func speed(_ bytes: Int, _ rounds: [Duration]) -> Double {
        Double(bytes) / 1e6 / (rounds.sorted()[rounds.count / 2] / .seconds(1))
    }

    private static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }

    /// Parses without looking; returns the number of elements, so that nothing is optimized away.
    private static func parse(_ text: String) -> Int {
        var text = text
        return text.withUTF8 { bytes -> Int in
            guard let start = bytes.baseAddress else { return 0 }
            var count = 0
            unsafe start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { chars in
                guard let context = unsafe htmlCreateMemoryParserCtxt(chars, Int32(bytes.count)) else { return }
                defer { unsafe htmlFreeParserCtxt(context) }
                unsafe htmlCtxtUseOptions(
                    context,
                    Int32(HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue))
                unsafe xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
                unsafe context.pointee.sax.pointee = silentHandler()
                unsafe withUnsafeMutablePointer(to: &count) { counter in
                    unsafe context.pointee.userData = UnsafeMutableRawPointer(counter)
                    unsafe htmlParseDocument(context)
                }
            }
            return count
        }
    }

    private static func silentHandler() -> htmlSAXHandler {
        var handler = unsafe htmlSAXHandler()
        unsafe handler.startElement = { counter, _, _ in
            unsafe counter?.assumingMemoryBound(to: Int.self).pointee += 1
        }
        unsafe handler.endElement = { _, _ in }
        unsafe handler.characters = { _, _, _ in }
        unsafe handler.ignorableWhitespace = { _, _, _ in }
        unsafe handler.cdataBlock = { _, _, _ in }
        unsafe handler.comment = { _, _ in }
        return unsafe handler
    }
}
