import Foundation

/// The bytes of a text file that a person edits, as text.
enum TextFile {
    /// The text with `\n` as its only line break, and the encoding found; nil for what is no text.
    static func decode(_ bytes: [UInt8]) -> (text: String, encoding: String)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return decode(Array(bytes.dropFirst(3))) }
        for (mark, encoding, name) in wide where bytes.starts(with: mark) {
            let text = String(data: Data(bytes.dropFirst(mark.count)), encoding: encoding)
            return text.map { (withPlainLineBreaks(Array($0.utf8)), name) }
        }
        guard !bytes.contains(0) else { return nil }
        if let text = String(validating: bytes, as: UTF8.self) {
            let hasReturns = bytes.contains(0x0D)
            return (hasReturns ? withPlainLineBreaks(bytes) : text, "utf-8")
        }
        // Old editors' files; windows-1252 leaves five bytes undefined, Latin-1 none.
        let old = String(data: Data(bytes), encoding: .windowsCP1252) ?? String(data: Data(bytes), encoding: .isoLatin1)
        return old.map { (withPlainLineBreaks(Array($0.utf8)), "windows-1252") }
    }

    private static func withPlainLineBreaks(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0D {
                text.append(0x0A)
            } else if byte != 0x0A || index == 0 || bytes[index - 1] != 0x0D {
                text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let wide: [(mark: [UInt8], encoding: String.Encoding, name: String)] = [
        ([0xFF, 0xFE], .utf16LittleEndian, "utf-16le"), ([0xFE, 0xFF], .utf16BigEndian, "utf-16be"),
    ]
}
