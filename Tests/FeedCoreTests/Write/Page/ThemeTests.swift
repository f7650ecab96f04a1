import Testing

@testable import FeedCore

struct ThemeTests {
    @Test func everyFileOfAThemeMayBeMissing() throws {
        let folder = try TemporaryFolder()
        #expect(try Theme.read(folder.url) == .builtIn)
        try folder.write("body { color: red }", to: "style.css")
        try folder.write("", to: "footer.html")
        let theme = try Theme.read(folder.url)
        #expect(theme.style == Array("body { color: red }".utf8) && theme.footer == [] && theme.header == nil)
        #expect(theme.files.map(\.path) == ["style.css", "river.js"])
        #expect(theme.files.first?.bytes == theme.style)
    }

    /// The pages name a color for each.
    @Test func everyDiscHasAColor() {
        for color in 0..<SourceIcon.colors { #expect(StyleSheet.text.contains(".c\(color) { background: #")) }
        #expect(!StyleSheet.text.contains("@import") && !StyleSheet.text.contains("url("))
    }

    @Test(arguments: [("Feed", "F"), ("ökostrom", "Ö"), ("«42»", "4"), ("日本", "日"), ("", "•"), ("<>", "•")])
    func aSourceShowsItsFirstLetter(_ title: String, _ want: String) {
        let icon = String(decoding: SourceIcon.icon("https://a.example/", title: title).bytes, as: UTF8.self)
        #expect(icon.hasSuffix(" aria-hidden=\"true\">\(want)</span>"))
    }
}
