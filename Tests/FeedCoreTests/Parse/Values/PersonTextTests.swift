import Testing

@testable import FeedCore

@Suite("A person in one string")
struct PersonTextTests {
    @Test(
        "is taken apart into name and address",
        arguments: [
            ("Ada Lovelace (ada@example.org)", Person(name: "Ada Lovelace", email: "ada@example.org")),
            ("ada@example.org (Ada Lovelace)", Person(name: "Ada Lovelace", email: "ada@example.org")),
            ("Ada Lovelace <ada@example.org>", Person(name: "Ada Lovelace", email: "ada@example.org")),
            ("\"Ada Lovelace\" <ada@example.org>", Person(name: "Ada Lovelace", email: "ada@example.org")),
            ("Ada Lovelace &lt;ada@example.org&gt;", Person(name: "Ada Lovelace", email: "ada@example.org")),
            ("ada+feeds@mail.example.org", Person(email: "ada+feeds@mail.example.org")),
            ("mailto:ada@example.org", Person(email: "ada@example.org")),
            ("ada@example.org?subject=Hi (Ada)", Person(name: "Ada", email: "ada@example.org?subject=Hi")),
            ("Ada <mailto:ada@example.org?subject=Hi>", Person(name: "Ada", email: "ada@example.org?subject=Hi")),
            ("Ada Lovelace", Person(name: "Ada Lovelace")), ("  Ada \n", Person(name: "Ada")),
            ("Ada (Countess of Lovelace)", Person(name: "Ada (Countess of Lovelace)")),
            ("ada@example", Person(name: "ada@example")), ("@ada", Person(name: "@ada")), ("", Person()),
            ("Zoë Ω <zoe@example.org>", Person(name: "Zoë Ω", email: "zoe@example.org")),
        ])
    func taken(_ text: String, _ expected: Person) {
        #expect(PersonText.parse(text) == expected)
    }
}
