/// Turns the events of any XML format into a feed and its entries.
///
/// Only the outline is known here: what opens a feed, what opens an entry. Everything else is collected as an
/// `Element` and given to the draft when it ends.
struct FeedBuilder {
    private(set) var format = DocumentFormat()
    private(set) var entries: [Entry] = []
    private var feed = Draft.blank(.feed, dialect: .rss)
    /// What the open entry said; nil until it says something, because servers fill lists up with empty items.
    private var entry: Draft?
    private var isInEntry = false
    /// Empty ones, too.
    private var entriesSeen = 0
    private var elementsOfEntry = 0
    private var elementsOfFeed = 0
    private var entryDiagnostics: [Diagnostic] = []
    private var open: [Open] = []
    private let outermost: Scope
    /// Of the feed's own root, wherever it stands.
    private var rootLanguage: String?
    /// The root's namespace, if nobody knows it: then it must be a wrong name of the core.
    private var assumedCore: String?
    /// The document's first element, in lower case.
    private(set) var root: String?

    /// An open tag.
    private struct Open {
        enum Role {
            /// Outside everything that is a feed.
            case outside
            /// `rss`, `RDF`, `feed`, `channel`.
            case feed
            case entry
            /// A child of a feed or entry, or deeper.
            case property
            /// An entry that is read no further: the next one ended it.
            case closed
        }

        var role: Role
        var element: Element
        /// False if it is one too many.
        let isKept: Bool
    }

    init(scope: Scope) { outermost = scope }

    /// The feed, once all events are in.
    mutating func makeFeed() -> (Feed, [Diagnostic]) {
        finishEntry()
        feed.language.offer(rootLanguage, depth: .max)
        return (feed.makeFeed(), feed.diagnostics + entryDiagnostics)
    }

    /// - Returns: false once there is nothing more to take.
    mutating func take(_ event: XMLEvent) -> Bool {
        switch event {
        case .start(let element): start(element)
        case .text(let text): self.text(text)
        case .end: end()
        }
        return entriesSeen <= ParseLimits.entries
    }

    private mutating func start(_ start: XMLStartElement) {
        let local = start.name.folded
        if root == nil { root = local }
        let role = role(of: start.name, local)
        // By the index: `last` would copy all of the element.
        let outer = open.isEmpty ? outermost : open[open.count - 1].element.scope
        let scope = outer.entering(start.attributes, hasPlainBase: format.isCDF || local == "channel")
        let element = Element(start, scope: scope)
        switch role {
        case .feed: enterFeed(start, element)
        case .entry: enterEntry(start, element)
        case .property, .outside, .closed: break
        }
        let isKept = role != .property || isWithinLimit(start)
        open.append(Open(role: role, element: consume element, isKept: isKept))
    }

    private mutating func text(_ text: String) {
        guard let last = open.indices.last, open[last].role == .property else { return }
        open[last].element.append(text)
    }

    private mutating func end() {
        guard let ended = open.popLast() else { return }
        switch ended.role {
        case .property: if ended.isKept { close(ended.element) }
        case .entry: finishEntry()
        case .outside, .feed, .closed: break
        }
    }
}

extension FeedBuilder {
    private func role(of name: XMLName, _ local: String) -> Open.Role {
        let parent = open.isEmpty ? .outside : open[open.count - 1].role
        // Whatever a page shows, it is a page.
        guard root != "html" else { return .outside }
        switch local {
        case "rss", "rdf", "feed", "redirect":
            return parent == .outside || parent == .feed ? .feed : parent
        case "channel":
            // In an unknown document it may be anything, such as a television channel.
            if parent == .feed || open.isEmpty { return .feed }
        case "item", "entry":
            if opensEntry(name, parent) { return .entry }
        default: break
        }
        return parent == .feed || parent == .entry ? .property : parent
    }

    private func opensEntry(_ name: XMLName, _ parent: Open.Role) -> Bool {
        guard isCore(name) else { return false }
        switch parent {
        case .feed, .entry, .closed: return true
        case .outside: return open.isEmpty
        case .property:
            // Beside the entries nothing holds one: something before it was not closed.
            guard isInEntry else { return true }
            let parents = open.reversed().prefix { $0.role == .property }
            return parents.allSatisfy { isCore($0.element.name) && !Self.texts.contains($0.element.local) }
        }
    }

    /// Elements in which an `item` is no item.
    private static let texts: Set<String> = ["content", "summary", "description", "source", "body", "title", "div"]

    private func isCore(_ name: XMLName) -> Bool {
        name.namespace == assumedCore || name.vocabulary === Vocabularies.core
    }

    private mutating func enterFeed(_ start: XMLStartElement, _ element: Element) {
        if !format.isFeed { begin(start, element) }
        format.see(start)
        if element.local == "channel" { feed.takeAttributes(of: element) }
    }

    private mutating func enterEntry(_ start: XMLStartElement, _ element: Element) {
        if !format.isFeed { begin(start, element) }
        format.see(start)
        finishEntry()
        // With it ends what was open inside.
        if let outer = open.firstIndex(where: { $0.role == .entry }) {
            for index in outer..<open.count { open[index].role = .closed }
        }
        entriesSeen += 1
        guard entriesSeen <= ParseLimits.entries else {
            entryDiagnostics.append(Diagnostic(.limitExceeded, ParseLimits.entriesExceeded, line: element.line))
            return
        }
        isInEntry = true
        elementsOfEntry = 0
        if !element.attributes.isEmpty {
            beginDraft()
            entry?.takeAttributes(of: element)
        }
    }

    private mutating func isWithinLimit(_ element: XMLStartElement) -> Bool {
        if isInEntry { elementsOfEntry += 1 } else { elementsOfFeed += 1 }
        let count = isInEntry ? elementsOfEntry : elementsOfFeed
        if count == ParseLimits.elements + 1 {
            entryDiagnostics.append(Diagnostic(.limitExceeded, ParseLimits.elementsExceeded, line: element.line))
        }
        return count <= ParseLimits.elements
    }

    private mutating func beginDraft() {
        var draft = Draft.blank(.entry, dialect: format.dialect)
        draft.assumedCore = assumedCore
        entry = draft
    }

    /// The document's first element of a feed decides how texts are read.
    private mutating func begin(_ start: XMLStartElement, _ element: Element) {
        format.open(start, local: element.local)
        rootLanguage = element.scope.language
        if start.name.vocabulary == nil, element.local != "rdf" { assumedCore = start.name.namespace }
        feed = Draft.blank(.feed, dialect: format.dialect)
        feed.assumedCore = assumedCore
    }

    private mutating func close(_ element: Element) {
        if let parent = open.indices.last, open[parent].role == .property {
            open[parent].element.children.append(element)
        } else if isInEntry {
            if entry == nil { beginDraft() }
            entry?.take(element)
        } else {
            feed.take(element)
        }
    }

    private static let nothing = Entry()

    private mutating func finishEntry() {
        isInEntry = false
        guard let draft = entry.take() else { return }
        entryDiagnostics += draft.diagnostics
        let finished = draft.makeEntry()
        // Empty elements inside make no entry either.
        if finished != Self.nothing { entries.append(finished) }
    }
}
