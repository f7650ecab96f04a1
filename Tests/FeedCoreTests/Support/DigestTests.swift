import Testing

@testable import FeedCore

struct DigestTests {
    @Test(arguments: [
        ("", "2d06800538d394c2", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "78af5f94892f3950", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func digestsAreTheSameOnEveryMachine(_ text: String, _ sent: String, _ any: String) {
        #expect(Digest(ofSent: Array(text.utf8)).hex == sent)
        #expect(Digest(of: Array(text.utf8)).hex == any)
    }
}
