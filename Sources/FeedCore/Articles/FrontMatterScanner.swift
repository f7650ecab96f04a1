/// Reads one value of front matter: plain, quoted or a list in brackets.
struct FrontMatterScanner {
    private var rest: Substring
    private let line: Int

    init(_ text: Substring, line: Int) {
        rest = text
        self.line = line
    }

    /// A value that takes up the whole line but for a comment.
    mutating func scalar() throws(FrontMatter.Fault) -> String {
        if let quote = rest.first, quote == "\"" || quote == "'" {
            let text = try quoted(quote)
            try expectEnd()
            return text
        }
        if let first = rest.first, "{}&*!|>%@`[]".contains(first) {
            throw fault("a value cannot begin with '\(first)' here; put it in quotes")
        }
        return String(withoutComment(rest).stripped)
    }

    /// What follows an opening bracket.
    mutating func list() throws(FrontMatter.Fault) -> [String] {
        var items: [String] = []
        while true {
            skipSpace()
            guard let first = rest.first else { throw fault("this list has no closing ']'") }
            if first == "]" {
                rest.removeFirst()
                try expectEnd()
                return items
            }
            if first == "\"" || first == "'" {
                items.append(try quoted(first))
            } else if "{}&*!|>%@`[".contains(first) {
                throw fault("a list item cannot begin with '\(first)'; put it in quotes")
            } else {
                let item = rest.prefix { $0 != "," && $0 != "]" }.stripped
                rest = rest.drop { $0 != "," && $0 != "]" }
                if !item.isEmpty { items.append(String(item)) }
            }
            skipSpace()
            if rest.first == "," {
                rest.removeFirst()
            } else if let other = rest.first, other != "]" {
                throw fault("expected ',' or ']' in the list, found '\(other)'")
            }
        }
    }

    private mutating func quoted(_ quote: Character) throws(FrontMatter.Fault) -> String {
        var text = ""
        rest.removeFirst()
        while let character = rest.popFirst() {
            if character == quote {
                // YAML writes an apostrophe in single quotes twice.
                guard quote == "'", rest.first == "'" else { return text }
                rest.removeFirst()
                text.append("'")
            } else if character == "\\", quote == "\"" {
                text.append(try escape())
            } else {
                text.append(character)
            }
        }
        throw fault("this text has no closing \(quote)")
    }

    private mutating func escape() throws(FrontMatter.Fault) -> Character {
        switch rest.popFirst() {
        case "n": return "\n"
        case "t": return "\t"
        case "\"": return "\""
        case "\\": return "\\"
        case "/": return "/"
        case "u":
            let digits = rest.prefix(4)
            guard digits.utf8.count == 4, let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value)
            else { throw fault("\\u needs four hexadecimal digits of a character") }
            rest = rest.dropFirst(4)
            return Character(scalar)
        default: throw fault(#"only \" \\ \n \t and \uXXXX may follow a backslash; single quotes take it as it is"#)
        }
    }

    private mutating func expectEnd() throws(FrontMatter.Fault) {
        skipSpace()
        guard rest.isEmpty || rest.first == "#" else { throw fault("there is text after the closing quote or bracket") }
    }

    private mutating func skipSpace() { rest = rest.drop(while: \.isWhitespace) }

    /// Up to a `#` at the beginning or after a space.
    private func withoutComment(_ text: Substring) -> Substring {
        if text.first == "#" { return text.prefix(0) }
        return text.firstRange(of: " #").map { text[..<$0.lowerBound] } ?? text
    }

    private func fault(_ reason: String) -> FrontMatter.Fault { .init(reason: reason, line: line) }
}
