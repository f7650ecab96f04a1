import FeedCore
import Foundation

/// Standard output and standard error.
enum Terminal {
    /// Whole bytes to standard output; a reader that went away is not an error of ours.
    static func write(_ text: String) { write(Data(text.utf8)) }

    static func write(_ data: Data) { try? FileHandle.standardOutput.write(contentsOf: data) }

    /// One line to standard error. What feeds and servers say may be in it, so nothing that steers a terminal passes.
    static func complain(_ line: String) {
        try? FileHandle.standardError.write(contentsOf: Data((Printable.lines(line) + "\n").utf8))
    }

    /// `1 feed`, `2 feeds`, `1 entry`, `0 entries`.
    static func count(_ number: Int, _ noun: String) -> String {
        guard number != 1 else { return "1 \(noun)" }
        return noun.hasSuffix("y") ? "\(number) \(noun.dropLast())ies" : "\(number) \(noun)s"
    }

    /// `value` as JSON for people: with sorted keys, indented, with a line break at its end.
    static func json(_ value: some Encodable) throws(Failure) -> String {
        String(decoding: try json(value, [.prettyPrinted]), as: UTF8.self) + "\n"
    }

    /// `value` as JSON with sorted keys in one line, without a line break.
    static func compactJSON(_ value: some Encodable) throws(Failure) -> Data { try json(value, []) }

    private static func json(_ value: some Encodable, _ format: JSONEncoder.OutputFormatting) throws(Failure) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = format.union([.sortedKeys, .withoutEscapingSlashes])
        do {
            return try encoder.encode(value)
        } catch {
            throw Failure(.internalError, "the answer cannot be written as JSON: \(error)")
        }
    }

    /// Bytes to a file, or to standard output for nil and `-`.
    static func write(_ data: Data, to path: String?) throws(Failure) {
        guard let path, path != "-" else { return write(data) }
        do {
            try data.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw Failure(.cannotWrite, "\(path) cannot be written: \(error.systemReason)")
        }
    }

    /// The bytes of a file, or of standard input for `-` and nil.
    static func read(_ path: String?) throws(Failure) -> [UInt8] {
        do {
            guard let path, path != "-" else {
                return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data())
            }
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw Failure(.noInput, "\(path ?? "-") cannot be read: \(error.systemReason)")
        }
    }
}
