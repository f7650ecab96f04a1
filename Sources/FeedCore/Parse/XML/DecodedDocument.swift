/// A document as UTF-8, whatever encoding it came in (RFC 7303, section 3; XML 1.0, appendix F).
struct DecodedDocument {
    /// Valid UTF-8, without a byte order mark.
    private(set) var bytes: [UInt8]
    /// What was used, in lower case.
    private(set) var encoding: String
    private(set) var problems: [Diagnostic] = []

    /// - Parameter charset: of the response's media type; it outranks what the document says of itself.
    init(_ document: [UInt8], charset: String?) {
        let mark = ByteOrderMark(of: document)
        let body = mark.map { Array(document.dropFirst($0.length)) } ?? document
        let sniffed = mark?.encoding ?? ByteOrderMark.family(of: document)
        var declared =
            charset.flatMap(Self.label) ?? XMLDeclaration.encoding(of: body, family: sniffed).flatMap(Self.label)
        // A byte order mark outranks all; without one, the pattern of zero bytes tells the order of a generic name.
        if let mark {
            declared = mark.encoding
        } else if let name = declared, let sniffed, !TextEncoding.reads(body, as: name) {
            declared = sniffed
        }
        (bytes, encoding) = ([], "utf-8")
        decode(body, as: declared ?? sniffed ?? "utf-8", isDeclared: declared != nil)
    }

    private mutating func decode(_ body: [UInt8], as label: String, isDeclared: Bool) {
        // Programs that build the text in UTF-16 and save it as UTF-8 declare the former.
        let declared = TextEncoding.reads(body, as: label) ? TextEncoding(label) : nil
        if let text = declared?.decode(body) {
            (bytes, encoding) = (text, TextEncoding.reportedName(label))
            return
        }
        let wanted = TextEncoding.reportedName(label)
        if wanted != "utf-8", let text = TextEncoding("utf-8")?.decode(body) {
            return take(text, as: "utf-8", insteadOf: wanted)
        }
        // A few stray bytes in what is UTF-8 for the rest: better two marks of replacement than a whole page of junk.
        if wanted == "utf-8" || declared == nil, let text = TextEncoding.mostlyUTF8(body) {
            return take(text, as: "utf-8", insteadOf: wanted)
        }
        if let guess = EncodingGuess.guess(body), let text = TextEncoding(guess)?.decode(body) {
            return take(text, as: TextEncoding.reportedName(guess), insteadOf: wanted)
        }
        if let declared, label != "us-ascii", wanted != "utf-8" {
            return take(declared.decodeReplacing(body), as: wanted, insteadOf: wanted)
        }
        take(TextEncoding("windows-1252")?.decodeReplacing(body) ?? [], as: "windows-1252", insteadOf: wanted)
    }

    private mutating func take(_ text: [UInt8], as used: String, insteadOf wanted: String) {
        (bytes, encoding) = (text, used)
        let message =
            used == wanted
            ? "the document holds bytes that are not \(wanted)" : "the document is \(used), not \(wanted)"
        problems.append(Diagnostic(.encodingMismatch, message))
    }

    /// A label in lower case, if it is one at all.
    private static func label(_ name: String) -> String? {
        let trimmed = name.lowercased().filter { !" \t\r\n\"'".contains($0) }
        return trimmed.isEmpty ? nil : trimmed
    }
}
