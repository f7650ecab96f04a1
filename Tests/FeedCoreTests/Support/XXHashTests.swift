import Testing

@testable import FeedCore

struct XXHashTests {
    /// Known values: shorter than a stripe, and longer than one.
    @Test(
        arguments: [
            ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
            ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
        ] as [(String, UInt64)])
    func hashesAsXXH64Does(_ text: String, _ hash: UInt64) {
        #expect(XXHash.hash(of: Array(text.utf8)) == hash)
    }
}
