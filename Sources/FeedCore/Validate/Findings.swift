/// Collects findings while a document is read, by their place in its bytes.
struct Findings {
    private var items: [Item] = []
    private(set) var errors = 0
    private(set) var warnings = 0

    /// How many errors and how many warnings are told; a machine that makes one mistake makes it a million times.
    static let limit = 500

    private struct Item {
        let severity: Finding.Severity
        let code: Finding.Code
        let message: String
        let place: Place
        let citation: Citation
    }

    /// Where something stands.
    enum Place: Equatable {
        /// In bytes from the beginning of the decoded document.
        case offset(Int)
        case line(Int)
        /// Everywhere, such as its encoding.
        case document
    }

    mutating func add(
        _ severity: Finding.Severity, _ code: Finding.Code, _ message: @autoclosure () -> String, at place: Place,
        _ citation: @autoclosure () -> Citation
    ) {
        if severity == .error { errors += 1 } else { warnings += 1 }
        guard (severity == .error ? errors : warnings) <= Self.limit else { return }
        items.append(
            Item(severity: severity, code: code, message: message(), place: place, citation: citation()))
    }

    /// The findings in the order of the document, those about all of it first.
    /// - Parameter bytes: what the offsets count in.
    func sorted(in bytes: [UInt8]) -> [Finding] {
        var cursor = TextCursor(bytes)
        let byOffset = items.indices.sorted { (offset(of: items[$0]), $0) < (offset(of: items[$1]), $1) }
        let found = byOffset.map { index -> Finding in
            let item = items[index]
            var place: (line: Int?, column: Int?) = (nil, nil)
            switch item.place {
            case .offset(let offset): place = cursor.advance(to: offset)
            case .line(let line): place.line = line
            case .document: break
            }
            return Finding(
                severity: item.severity, code: item.code, message: item.message, line: place.line,
                column: place.column, citation: item.citation)
        }
        return found.enumerated().sorted { one, other in
            (one.element.line ?? 0, one.element.column ?? 0, one.offset)
                < (other.element.line ?? 0, other.element.column ?? 0, other.offset)
        }.map(\.element)
    }

    private func offset(of item: Item) -> Int {
        if case .offset(let offset) = item.place { return offset }
        return 0
    }
}

/// Walks forward through a text and tells lines and columns: many places cost no more than one.
private struct TextCursor {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var column = 1

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func advance(to offset: Int) -> (line: Int?, column: Int?) {
        while index < min(offset, bytes.count) {
            if bytes[index] == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if bytes[index] & 0xC0 != 0x80 {
                column += 1
            }
            index += 1
        }
        return (line, column)
    }
}
