import Testing

@testable import FeedCore

struct RepeatsTests {
    @Test(
        "Each value is kept once, where it stood first",
        arguments: [([], []), (["a"], ["a"]), (["b", "a", "b", "c", "a"], ["b", "a", "c"])] as [([String], [String])])
    func keepsFirst(values: [String], kept: [String]) {
        #expect(values.withoutRepeats == kept)
    }
}
