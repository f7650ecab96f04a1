import FeedCore
import Foundation

extension Command {
    /// `feedtool sanitize`: what the site would publish of a piece of HTML.
    static let sanitize = Command(
        name: "sanitize",
        summary: "Prints HTML as the site would publish it.",
        synopsis: "[--base URL] [--keep-trackers] [--player NAME]... [--report] [--jsonl] [FILE|-]",
        options: [
            Option("--base", "URL", "what relative addresses are resolved against"),
            Option("--keep-trackers", "leave tracking parameters, pixels and share links"),
            Option("--player", "NAME", "leave the frames of this player, such as youtube; may be repeated"),
            Option("--report", "tell on standard error what was removed"),
            Option("--jsonl", "read {\"id\", \"input\"} lines, write {\"id\", \"output\"} lines"),
        ]
    ) { arguments throws(Failure) in
        let sanitizer = Sanitizer(
            options: .init(
                base: arguments.value("--base"), removesTrackers: !arguments.has("--keep-trackers"),
                embeddedPlayers: try players(arguments)))
        let input = try Terminal.read(try arguments.operand(of: "sanitize"))
        var removed = Sanitizer.Removed()
        if arguments.has("--jsonl") {
            try writeLines(input, with: sanitizer, counting: &removed)
        } else {
            let result = sanitizer.sanitize(String(decoding: input, as: UTF8.self))
            Terminal.write(result.html)
            removed = result.removed
        }
        if arguments.has("--report") { Terminal.complain(removed.text ?? "removed nothing") }
        return .done
    }

    private static func players(_ arguments: Arguments) throws(Failure) -> Set<PlayerService> {
        var players: Set<PlayerService> = []
        for name in arguments.values("--player") {
            guard let player = PlayerService(rawValue: name) else {
                let known = PlayerService.allCases.map(\.rawValue).joined(separator: ", ")
                throw Failure(.usage, "sanitize: --player knows \(known), not '\(name)'")
            }
            players.insert(player)
        }
        return players
    }

    private struct InputLine: Decodable {
        let id: String
        let input: String
    }

    private struct OutputLine: Encodable {
        let id: String
        let output: String
    }

    private static func writeLines(
        _ input: [UInt8], with sanitizer: Sanitizer, counting removed: inout Sanitizer.Removed
    ) throws(Failure) {
        let decoder = JSONDecoder()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for (number, line) in input.split(separator: UInt8(ascii: "\n")).enumerated() {
            do {
                let row = try decoder.decode(InputLine.self, from: Data(JSONSurrogates.mended(line)))
                let result = sanitizer.sanitize(row.input)
                removed += result.removed
                Terminal.write(try encoder.encode(OutputLine(id: row.id, output: result.html)) + Data("\n".utf8))
            } catch {
                throw Failure(.badData, "line \(number + 1) is no JSON object with the strings 'id' and 'input'")
            }
        }
    }
}
