/// One entry as conditions see it: each text is made when the first rule asks for it, and once.
struct RuleSubject {
    /// As the rules so far have changed it.
    private(set) var entry: Entry
    let feed: RuleFeed
    /// Since the entry's place in the river.
    let ageInSeconds: Int64
    private var texts = [[String]?](repeating: nil, count: Rule.Field.allCases.count)
    private var knownWords: Int?

    init(_ entry: Entry, of feed: RuleFeed, ageInSeconds: Int64) {
        self.entry = entry
        self.feed = feed
        self.ageInSeconds = ageInSeconds
    }

    /// None empty.
    mutating func texts(of field: Rule.Field) -> [String] {
        if let known = texts[field.index] { return known }
        let made = make(field).filter { !$0.isEmpty }
        texts[field.index] = made
        return made
    }

    mutating func words() -> Int {
        if let knownWords { return knownWords }
        let words = texts(of: .text).map { ReadingTime(of: $0).words }.max() ?? 0
        knownWords = words
        return words
    }

    /// Forgets what was known of the entry before.
    mutating func change(to entry: Entry) {
        self = RuleSubject(entry, of: feed, ageInSeconds: ageInSeconds)
    }

    private func make(_ field: Rule.Field) -> [String] {
        switch field {
        case .title: [entry.title?.line ?? ""]
        case .text: ([entry.summary].compactMap(\.self) + entry.content).map(\.plain)
        case .address: [entry.link ?? ""]
        case .author: entry.authors.flatMap { [$0.name, $0.email, $0.uri].compactMap(\.self) }
        case .category: entry.categories.flatMap { [$0.term, $0.label].compactMap(\.self) }
        case .language: [entry.language ?? feed.language ?? ""]
        case .enclosure: enclosures
        case .feed: [feed.title, feed.address]
        }
    }

    private var enclosures: [String] {
        entry.links.filter { $0.rel == "enclosure" }.compactMap(\.type) + entry.media.contents.compactMap(\.type)
    }
}

extension Rule.Field {
    fileprivate var index: Int {
        switch self {
        case .title: 0
        case .text: 1
        case .address: 2
        case .author: 3
        case .category: 4
        case .language: 5
        case .enclosure: 6
        case .feed: 7
        }
    }
}
