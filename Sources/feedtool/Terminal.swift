import Foundation

/// Standard output and standard error.
enum Terminal {
    /// Whole bytes to standard output; a reader that went away is not an error of ours.
    static func write(_ text: String) { write(Data(text.utf8)) }

    static func write(_ data: Data) { try? FileHandle.standardOutput.write(contentsOf: data) }

    /// One line to standard error.
    static func complain(_ line: String) { try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8)) }

    /// The bytes of a file, or of standard input for `-` and nil.
    static func read(_ path: String?) throws(Failure) -> [UInt8] {
        do {
            guard let path, path != "-" else {
                return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data())
            }
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw Failure(.noInput, "\(path ?? "-") cannot be read: \((error as NSError).localizedDescription)")
        }
    }
}
