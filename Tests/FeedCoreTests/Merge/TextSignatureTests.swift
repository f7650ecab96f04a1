import Testing

@testable import FeedCore

struct TextSignatureTests {
    /// Words in an order that a seed decides.
    static func text(_ seed: Int, words: Int = 200) -> String {
        var state = UInt64(seed + 1)
        return (0..<words).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return "w\(state >> 54)"
        }.joined(separator: " ")
    }

    private static func signature(_ text: String) -> TextSignature? {
        TextSignature(words: TextWords.hashes(of: Text(text)))
    }

    private func similarity(_ one: String, _ other: String) throws -> Double {
        try #require(Self.signature(one)).similarity(to: try #require(Self.signature(other)))
    }

    @Test func equalTextsAreEqual() throws {
        #expect(try similarity(Self.text(1), Self.text(1).uppercased() + " !") == 1)
    }

    @Test func aFooterChangesLittle() throws {
        let text = Self.text(2)
        #expect(try similarity(text, text + " read more on our page and follow us") > 0.8)
        #expect(try similarity(text, "Posted by somebody: " + text) > 0.8)
    }

    @Test(arguments: 3..<23)
    func otherTextsHaveNothingInCommon(_ seed: Int) throws {
        #expect(try similarity(Self.text(seed), Self.text(seed + 100)) < 0.2)
    }

    @Test(arguments: 3..<23)
    func halfACopyIsNone(_ seed: Int) throws {
        let half = Self.text(seed, words: 100)
        #expect(try similarity(half + " " + Self.text(seed + 100), half + " " + Self.text(seed + 200)) < 0.7)
    }

    @Test(arguments: 3..<23)
    func nearCopiesShareABand(_ seed: Int) throws {
        let text = Self.text(seed, words: 150)
        let one = try #require(Self.signature(text))
        let other = try #require(Self.signature(text + " and a short line that the copy brought along"))
        #expect(one.sharesBand(before: TextSignature.bands, with: other))
    }

    @Test func shortTextsTellNothing() {
        #expect(Self.signature("Photo of the day") == nil)
        #expect(Self.signature(Self.text(1, words: 29)) == nil)
        #expect(Self.signature(Self.text(1, words: 30)) != nil)
    }

    @Test func charactersCountAsWordsWhereThereAreNoSpaces() throws {
        let text = "天気予報によると今週末は全国的に雨が降り続き山間部では雪になる見込みです交通機関の乱れに注意してください"
        #expect(try similarity(text, text + "。続きを読む") > 0.8)
    }
}
