/// A person in one string: `Name (address)`, `address (Name)`, `Name <address>`, an address, or just a name.
enum PersonText {
    static func parse(_ text: String) -> Person {
        var text = text[...]
        trim(&text)
        guard !text.isEmpty else { return Person() }
        guard let address = address(in: text) else { return Person(name: String(text)) }
        var before = text[..<address.lowerBound]
        if String(before.suffix(7)).equalsIgnoringCase("mailto:") { before.removeLast(7) }
        var name = String(before) + String(text[address.upperBound...])
        for brackets in ["()", "<>", "&lt;&gt;", "[]"] {
            name = name.replacing(brackets, with: "")
        }
        var rest = name[...]
        trim(&rest)
        if rest.utf8.first == UInt8(ascii: "("), rest.utf8.last == UInt8(ascii: ")") {
            rest = rest.dropFirst().dropLast()
        } else if rest.utf8.first == UInt8(ascii: "\""), rest.utf8.last == UInt8(ascii: "\""), rest.utf8.count > 1 {
            rest = rest.dropFirst().dropLast()
        }
        trim(&rest)
        let email = text[address]
        return Person(name: rest.isEmpty ? nil : String(rest), email: email.isEmpty ? nil : String(email))
    }

    /// `local@host.domain`, with the `?subject=` that a `mailto:` may have behind it (RFC 6068, section 2).
    private static func address(in text: Substring) -> Range<Substring.Index>? {
        let bytes = text.utf8
        var search = bytes.startIndex
        while let at = bytes[search...].firstIndex(of: UInt8(ascii: "@")) {
            var start = at
            while start > bytes.startIndex, isLocal(bytes[bytes.index(before: start)]) {
                start = bytes.index(before: start)
            }
            var end = bytes.index(after: at)
            while end < bytes.endIndex, isHost(bytes[end]) { end = bytes.index(after: end) }
            while end > at, bytes[bytes.index(before: end)] == UInt8(ascii: ".") { end = bytes.index(before: end) }
            let host = bytes[bytes.index(after: at)..<max(end, bytes.index(after: at))]
            if start < at, host.contains(UInt8(ascii: ".")), host.first != UInt8(ascii: ".") {
                return start..<endOfSubject(in: text, from: end)
            }
            search = bytes.index(after: at)
        }
        return nil
    }

    private static func endOfSubject(in text: Substring, from end: Substring.Index) -> Substring.Index {
        guard text[end...].hasPrefix("?subject=") else { return end }
        return text[end...].utf8.firstIndex { $0.isASCIIBlank || ")>".utf8.contains($0) } ?? text.endIndex
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        isHost(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
    }

    private static func isHost(_ byte: UInt8) -> Bool {
        byte.isASCIIDigit || byte.isASCIILetter || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    private static func trim(_ text: inout Substring) {
        while text.utf8.first?.isASCIIBlank == true { text.removeFirst() }
        while text.utf8.last?.isASCIIBlank == true { text.removeLast() }
    }
}
