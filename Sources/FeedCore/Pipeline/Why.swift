/// Everything that is known of an entry, and why it is published, or is not; the JSON of `why --json`.
public struct Why: Sendable, Encodable {
    public let question: String
    /// The newest first.
    public let entries: [Account]

    /// What became of one entry.
    public struct Account: Sendable, Encodable {
        /// As its feed sent it.
        public let id: String
        public let publishedID: String
        public let title: String?
        public let link: String?
        /// Nil for the site's own articles.
        public let feed: String?
        public let feedTitle: String?
        public let firstSeen: Timestamp
        /// As its feed sent them.
        public let sentPublished: Timestamp?
        public let sentUpdated: Timestamp?
        /// What decides its place in the river.
        public let sortKey: Timestamp
        public let updated: Timestamp
        /// Since when its feed no longer carries it.
        public let gone: Timestamp?
        public let reasons: [Reason]
        /// The entry that speaks for it.
        public let foldedInto: Fold?
        /// Those that it speaks for.
        public let copies: [Fold]
        /// The entry whose its id is, if that is another one.
        public let idOwner: Companion?
        /// Those that tell of the same event.
        public let story: [Companion]
        /// What the rules did to it.
        public let rules: [RuleHit]
        /// Relative to the published directory.
        public let files: [String]
        /// Feeds that say it is deleted although it is none of theirs.
        public let refusedDeletions: [String]
    }

    /// An entry of another feed.
    public struct Companion: Sendable, Encodable {
        public let id: String
        public let feed: String
    }

    public struct RuleHit: Sendable, Encodable {
        public let rule: String
        public let effect: String
        public let reason: String
    }

    /// An entry of another feed that tells the same, and how that was found.
    public struct Fold: Sendable, Encodable {
        public let id: String
        public let feed: String
        public let test: String
    }

    /// Why an entry is where it is.
    public enum Reason: String, Sendable, Encodable {
        /// An article of the site that is marked as a draft.
        case draft
        /// An article of the site whose date has not come.
        case scheduled
        /// It stands in the merged feed.
        case published
        /// It has left the window and stands in an archive document.
        case archived
        /// Newer entries fill the merged feed, and the site keeps no archives.
        case beyondWindow
        /// Its feed has as many newer entries in the merged feed as one feed may have.
        case feedIsFull
        /// Another feed tells the same, and speaks for it.
        case folded
        /// Other feeds tell of the same event (`merge.stories`).
        case inStory
        /// A rule keeps it out.
        case rule
        /// It was old when its feed was followed first (`merge.backfill`).
        case backfill
        /// Its feed no longer carries it, and `retention` is over.
        case retention
        /// Nothing but the fact that it was there is kept.
        case tombstone
        /// Its feed says that it is deleted (RFC 6721).
        case deleted
        /// It is a copy of an entry that its own feed has deleted.
        case originalDeleted
        /// Another feed says that it is deleted, which is not its to say.
        case refusedDeletion
        /// The site no longer follows its feed.
        case notFollowed
        /// Its id belongs to another feed's entry, so it is published under one of its own.
        case foreignID
        /// Its feed gives no date: it counts from when it was first seen.
        case undated
        /// Its feed gives a date in the future: it counts from when it was first seen.
        case futureDate
    }
}

extension Why {
    /// - Parameters:
    ///   - question: an address, an id or words of its title or text.
    ///   - now: for articles whose time has not come.
    public init(_ question: String, on site: Site, program: Generator, now: Timestamp) throws(RefreshError) {
        let store = try SiteStore.open(site)
        do throws(StoreError) {
            let words = Self.words(of: question)
            var found = try store.entries(with: words, limit: Self.most)
            // An address is matched without what is only how it is written; an id is not.
            if found.isEmpty { found = try store.entries(with: [question], limit: Self.most) }
            let accounts = try Accounts(
                of: found, selection: try Selection(of: site, from: store), store: store,
                published: PublishedSite(site.configuration, program: program),
                formats: site.configuration.publish.formats)
            let texts = try store.texts(of: found.map(\.id))
            self.question = question
            let keys = try store.keys(of: found.map(\.id))
            var taken: [Account] = []
            for (index, stored) in found.enumerated() {
                let refused = try store.refusedDeletions(of: keys[index])
                taken.append(accounts.account(stored, texts[index], refusedDeletions: refused))
            }
            entries = try PendingArticles(of: site, from: store, now: now).accounts(with: words) + taken
        } catch {
            throw RefreshError(error)
        }
    }

    /// Of an address what all of its spellings have in common.
    private static func words(of question: String) -> [String] {
        guard let address = CanonicalAddress(question) else { return question.split(separator: " ").map(String.init) }
        let text = String(decoding: address.bytes, as: UTF8.self)
        return [text.hasSuffix("/") ? String(text.dropLast()) : text]
    }

    private static let most = 20
}

/// Tells of single entries what the selection made of them.
private struct Accounts {
    let selection: Selection
    let published: PublishedSite
    let formats: [PublishFormat]
    private let window: Set<StoredEntry.ID>
    private let river: Set<StoredEntry.ID>
    private let archives: [StoredEntry.ID: String]
    private let deleted: Set<StoredEntry.ID>
    /// By the entry that is folded away.
    private let folds: [StoredEntry.ID: (winner: StoredEntry, test: FoldingTest)]

    /// As their feeds sent them.
    private let ids: [StoredEntry.ID: String]

    init(
        of found: [StoredEntry], selection: Selection, store: any Store, published: PublishedSite,
        formats: [PublishFormat]
    ) throws(StoreError) {
        self.selection = selection
        self.published = published
        self.formats = formats
        window = Set(selection.window.map(\.id))
        river = Set(selection.river.entries.map(\.id))
        deleted = Set(selection.river.deleted.map(\.id))
        archives = Dictionary(
            uniqueKeysWithValues: selection.archives.documents.flatMap { document in
                document.entries.map { ($0.id, document.name) }
            })
        var folds: [StoredEntry.ID: (winner: StoredEntry, test: FoldingTest)] = [:]
        for winner in selection.river.entries + selection.river.deleted {
            for copy in selection.river.copies[winner.id] ?? [] { folds[copy.entry.id] = (winner, copy.test) }
        }
        self.folds = folds
        var named = Set(found.map(\.id))
        for entry in found {
            if let winner = folds[entry.id]?.winner { named.insert(winner.id) }
            if let owner = selection.river.idOwners[entry.id] { named.insert(owner.id) }
            for copy in selection.river.copies[entry.id] ?? [] { named.insert(copy.entry.id) }
            for other in selection.river.stories?.others(than: entry) ?? [] { named.insert(other.id) }
        }
        let keys = try store.keys(of: Array(named)).map { String(decoding: $0.bytes, as: UTF8.self) }
        ids = Dictionary(uniqueKeysWithValues: zip(named, keys))
    }

    /// - Parameter refusedDeletions: by feeds that the entry is none of.
    func account(
        _ stored: StoredEntry, _ entry: Entry, refusedDeletions: [FeedRecord.ID]
    ) -> Why.Account {
        let feed = selection.river.feeds[stored.feed]
        let item = RiverEntry(
            entry: entry, feed: feed?.asSource, sortKey: stored.sortKey,
            updated: stored.updated, hasForeignID: selection.river.idOwners[stored.id] != nil)
        let fold = folds[stored.id]
        return Why.Account(
            id: ids[stored.id] ?? "", publishedID: item.publishedID(on: published),
            title: item.plainTitle, link: entry.link, feed: item.feed?.address, feedTitle: item.feed?.title,
            firstSeen: stored.firstSeen, sentPublished: entry.published, sentUpdated: entry.updated,
            sortKey: stored.sortKey, updated: stored.updated, gone: stored.goneAt,
            reasons: reasons(stored, entry, isFollowed: feed != nil)
                + (refusedDeletions.isEmpty ? [] : [.refusedDeletion]),
            foldedInto: fold.map { self.fold($0.winner, $0.test) },
            copies: (selection.river.copies[stored.id] ?? []).map { self.fold($0.entry, $0.test) },
            idOwner: selection.river.idOwners[stored.id].map(companion),
            story: (selection.river.stories?.others(than: stored) ?? []).map(companion),
            rules: selection.verdicts.hits(entry, stored).map {
                Why.RuleHit(rule: $0.name, effect: $0.effect.rawValue, reason: $0.reason)
            },
            files: files(stored),
            refusedDeletions: refusedDeletions.compactMap { selection.river.feeds[$0]?.address })
    }

    private func companion(_ other: StoredEntry) -> Why.Companion {
        Why.Companion(
            id: ids[other.id] ?? "",
            feed: selection.river.feeds[other.feed]?.address ?? "")
    }

    private func fold(_ entry: StoredEntry, _ test: FoldingTest) -> Why.Fold {
        Why.Fold(
            id: ids[entry.id] ?? "", feed: selection.river.feeds[entry.feed]?.address ?? "", test: test.rawValue)
    }

    private func reasons(_ stored: StoredEntry, _ entry: Entry, isFollowed: Bool) -> [Why.Reason] {
        var reasons = [place(stored, isFollowed: isFollowed)]
        if selection.river.idOwners[stored.id] != nil { reasons.append(.foreignID) }
        if selection.river.stories?.others(than: stored).isEmpty == false { reasons.append(.inStory) }
        let sent = entry.published ?? entry.created ?? entry.updated
        if sent == nil, stored.withheld?.keepsText ?? true { reasons.append(.undated) }
        if let sent, sent > stored.firstSeen { reasons.append(.futureDate) }
        return reasons
    }

    private func place(_ stored: StoredEntry, isFollowed: Bool) -> Why.Reason {
        guard isFollowed else { return .notFollowed }
        if window.contains(stored.id) { return .published }
        if archives[stored.id] != nil { return .archived }
        if let fold = folds[stored.id] { return deleted.contains(fold.winner.id) ? .originalDeleted : .folded }
        switch stored.withheld {
        case .backfill: return .backfill
        case .retention: return .retention
        case .tombstone: return .tombstone
        case .deleted: return .deleted
        case nil: break
        }
        guard river.contains(stored.id) else { return .rule }
        let oldest = selection.window.last?.sortKey ?? stored.sortKey
        return stored.sortKey > oldest ? .feedIsFull : .beyondWindow
    }

    private func files(_ stored: StoredEntry) -> [String] {
        if window.contains(stored.id) { return formats.filter { $0 != .opml }.map(\.fileName) }
        guard let archive = archives[stored.id] else { return [] }
        return RiverDocument.archiveFormats.filter { formats.contains($0.format) }.map { archive + $0.ending }
    }
}
