/// The elements of one namespace and what each of them means: all that there is to know about an extension.
final class Vocabulary: Sendable {
    /// Takes what an element says into the draft.
    typealias Rule = @Sendable (_ element: Element, _ draft: inout Draft) -> Void

    /// In lower case, with the wrong ones that occur in the wild.
    let namespaces: [String]
    /// What documents that declare no namespace for it call it.
    let prefix: String
    private let feedRules: [String: Rule]
    private let entryRules: [String: Rule]

    /// `both` are for feeds and entries alike; names in lower case.
    init(
        _ namespaces: [String] = [], prefix: String = "", both: [String: Rule] = [:], feed: [String: Rule] = [:],
        entry: [String: Rule] = [:]
    ) {
        self.namespaces = namespaces
        self.prefix = prefix
        feedRules = both.merging(feed) { $1 }
        entryRules = both.merging(entry) { $1 }
    }

    /// One vocabulary out of several for the same namespaces.
    init(merging parts: [Vocabulary], namespaces: [String]) {
        self.namespaces = namespaces
        prefix = ""
        feedRules = parts.reduce(into: [:]) { $0.merge($1.feedRules) { first, _ in first } }
        entryRules = parts.reduce(into: [:]) { $0.merge($1.entryRules) { first, _ in first } }
    }

    /// The rule for an element; nil if it means nothing there.
    func rule(for local: String, in kind: Draft.Kind) -> Rule? {
        kind == .feed ? feedRules[local] : entryRules[local]
    }
}
