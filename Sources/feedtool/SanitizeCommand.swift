import FeedCore
import Foundation

extension Command {
    /// `feedtool sanitize`: what the site would publish of a piece of HTML.
    static let sanitize = Command(
        name: "sanitize",
        summary: "Prints HTML as the site would publish it.",
        synopsis: "[--base URL] [--keep-trackers] [--jsonl] [FILE|-]",
        options: [
            Option("--base", "URL", "what relative addresses are resolved against"),
            Option("--keep-trackers", "leave tracking parameters, pixels and share links"),
            Option("--jsonl", "read {\"id\", \"input\"} lines, write {\"id\", \"output\"} lines"),
        ]
    ) { arguments throws(Failure) in
        let sanitizer = Sanitizer(
            options: .init(base: arguments.value("--base"), removesTrackers: !arguments.has("--keep-trackers")))
        let input = try Terminal.read(try arguments.operand(of: "sanitize"))
        if arguments.has("--jsonl") {
            try writeLines(input, with: sanitizer)
        } else {
            Terminal.write(sanitizer.sanitize(String(decoding: input, as: UTF8.self)).html)
        }
        return .done
    }

    private struct InputLine: Decodable {
        let id: String
        let input: String
    }

    private struct OutputLine: Encodable {
        let id: String
        let output: String
    }

    private static func writeLines(_ input: [UInt8], with sanitizer: Sanitizer) throws(Failure) {
        let decoder = JSONDecoder()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for (number, line) in input.split(separator: UInt8(ascii: "\n")).enumerated() {
            do {
                let row = try decoder.decode(InputLine.self, from: Data(JSONSurrogates.mended(line)))
                let output = OutputLine(id: row.id, output: sanitizer.sanitize(row.input).html)
                Terminal.write(try encoder.encode(output) + Data("\n".utf8))
            } catch {
                throw Failure(.badData, "line \(number + 1) is no JSON object with the strings 'id' and 'input'")
            }
        }
    }
}
