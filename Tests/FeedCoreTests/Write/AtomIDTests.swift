import Testing

@testable import FeedCore

struct AtomIDTests {
    @Test(arguments: [
        "https://a.example/1", "tag:a.example,2026:x", "urn:uuid:1", "HTTP://A.example/%7e?a=b#c", "yt:video:abc",
        "https://täst.example/ü",
    ])
    func anIRIStaysAsItIs(_ id: String) {
        #expect(AtomID.published(id, feed: "f") == id)
    }

    @Test(arguments: ["4711", "my post", "", "http:", "https://a.example/a b", "<x:y>", "a\u{1}:b\tc"])
    func anythingElseBecomesAUUIDOfFeedAndId(_ id: String) {
        let made = AtomID.published(id, feed: "https://a.example/feed")
        #expect(made.hasPrefix("urn:uuid:") && made.utf8.count == 45)
        #expect(made == AtomID.published(id, feed: "https://a.example/feed"))
        #expect(made != AtomID.published(id, feed: "https://b.example/feed"))
    }

    /// Published ids must never change: readers would show every entry again.
    @Test func theRecipeIsFrozen() {
        #expect(
            AtomID.published("4711", feed: "https://a.example/feed") == "urn:uuid:c56ce7c2-a84c-897e-bcc9-2ae52aecf16b")
    }
}
