/// A piece of foreign text that is short and harmless enough to be quoted within a line.
enum Excerpt {
    static func of(_ text: some StringProtocol) -> String { Printable.text(text, limit: 60) }
}
