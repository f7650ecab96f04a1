import FeedCore
import Foundation

extension Command {
    /// What a document says, as JSON.
    static let parse = Command(
        name: "parse",
        summary: "Prints a feed as JSON: what it says, repaired where it is broken.",
        synopsis: "[--url URL] [--header 'Name: value']... [FILE|-]",
        options: [
            Option("--url", "URL", "where the document was retrieved, the base of relative references"),
            Option("--header", "'NAME: VALUE'", "a header of the response; may be repeated"),
        ]
    ) { arguments throws(Failure) in
        let file = try arguments.operand(of: "parse")
        try write(try feed(in: file, try documentContext(of: arguments)))
        return .done
    }

    /// In a function of its own, so that the document itself is gone before the answer is written.
    private static func feed(in file: String?, _ context: DocumentContext) throws(Failure) -> ParsedFeed {
        var normalizer = Normalizer(Sanitizer.Options(removesTrackers: false), for: .show)
        let bytes = try Terminal.read(file)
        do throws(ParseError) {
            return normalizer.normalize(try FeedParser.parse(bytes, context: context))
        } catch {
            throw Failure(.badData, "\(file ?? "-"): \(error.message)")
        }
    }

    /// Entry by entry: the JSON of a large feed would take several times its size in one piece.
    private static func write(_ parsed: ParsedFeed) throws(Failure) {
        var buffer = Data(#"{"entries":["#.utf8)
        for (index, entry) in parsed.entries.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: ",")) }
            buffer.append(try Terminal.compactJSON(entry))
            guard buffer.count > 1 << 20 else { continue }
            Terminal.write(buffer)
            buffer.removeAll(keepingCapacity: true)
        }
        buffer.append(contentsOf: "],".utf8)
        buffer.append(try Terminal.compactJSON(Head(parsed)).dropFirst())
        buffer.append(UInt8(ascii: "\n"))
        Terminal.write(buffer)
    }

    /// What there is of a parsed feed besides its entries.
    private struct Head: Encodable {
        let format: ParsedFeed.Format
        let encoding: String?
        let wellFormed: Bool
        let diagnostics: [Diagnostic]?
        let feed: Feed

        init(_ parsed: ParsedFeed) {
            format = parsed.format
            encoding = parsed.encoding
            wellFormed = parsed.wellFormed
            diagnostics = parsed.diagnostics.isEmpty ? nil : parsed.diagnostics
            feed = parsed.feed
        }
    }

    private static func documentContext(of arguments: Arguments) throws(Failure) -> DocumentContext {
        var context = DocumentContext(url: arguments.value("--url"))
        for header in arguments.values("--header") {
            guard let colon = header.firstIndex(of: ":") else {
                throw Failure(.usage, "parse: --header needs 'Name: value', not '\(header)'")
            }
            let name = header[..<colon].trimmingCharacters(in: .whitespaces).lowercased()
            let value = header[header.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            guard !value.isEmpty else { continue }
            switch name {
            case "content-type": context.contentType = value
            case "content-location": context.contentLocation = value
            case "content-language": context.contentLanguage = value
            default: break
            }
        }
        return context
    }
}
