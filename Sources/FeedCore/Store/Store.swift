/// Where a site keeps what it knows: feeds with their state, and every entry ever seen.
///
/// Everything crosses this face in batches and as values, so that a database across a network can stand behind it as
/// well as SQLite. One refresh writes at a time (the site's lock sees to that); reads may come from any thread.
protocol Store: Sendable {
    /// Makes `addresses` the feeds that the site follows, in that order, and tells what is known of each, in that order.
    /// Feeds that are no longer listed keep their entries but are not published; one that is listed where it is known
    /// to have moved is still the same.
    func follow(_ addresses: [String]) throws(StoreError) -> [FeedRecord]

    /// What is known of the entries of one feed, by each key that the feed has given them.
    func knownEntries(of feed: FeedRecord.ID) throws(StoreError) -> [EntryKey: KnownEntry]

    /// Writes all updates or none. Validators are written here, together with the entries that came with them, and
    /// nowhere else: a 304 can never hide entries that were lost.
    func commit(_ updates: [FeedUpdate]) throws(StoreError)

    /// Every entry of the feeds that the site follows, without its text: what selecting has to know.
    func inventory() throws(StoreError) -> Inventory

    /// The newest entries in which every one of `words` stands, in their text or in their id, letter case aside; those of
    /// feeds that are no longer followed included.
    func entries(with words: [String], limit: Int) throws(StoreError) -> [StoredEntry]

    /// The keys of some entries, in their order.
    func keys(of entries: [StoredEntry.ID]) throws(StoreError) -> [EntryKey]

    /// The texts of some entries, in their order.
    func texts(of entries: [StoredEntry.ID]) throws(StoreError) -> [Entry]

    /// Feeds that say an entry of this key is deleted, although it is none of theirs.
    func refusedDeletions(of key: EntryKey) throws(StoreError) -> [FeedRecord.ID]

    /// What the site's rules decided, as far as it was remembered.
    func verdicts() throws(StoreError) -> [StoredEntry.ID: StoredVerdict]

    func remember(_ verdicts: [StoredEntry.ID: StoredVerdict]) throws(StoreError)

    /// Brings a long log of what was committed home while there is other work to do: it would be done when the store is
    /// closed, and then everyone would wait for it.
    func settle()

    /// Of the last publication.
    func publication() throws(StoreError) -> PublicationRecord

    /// To be called before the first of these files is replaced or made: until the publication is committed, nobody knows
    /// what they hold, so that the next one looks after all of them.
    func beginPublication(of paths: [String]) throws(StoreError)

    /// Remembers what was published, all or nothing.
    /// - Parameter archived: entries that moved into an archive document, or out of all of them (nil).
    func commit(_ publication: PublicationRecord, archived: [StoredEntry.ID: Int?]) throws(StoreError)

    /// Retires entries that their feed no longer carries: those gone before `moment`, and of each feed all but the
    /// newest `perFeed`. Done once a day.
    ///
    /// - Parameter keepsTexts: whether archives are made of them; otherwise nothing but a tombstone is left.
    func retire(goneBefore moment: Timestamp, perFeed: Int, keepsTexts: Bool, now: Timestamp) throws(StoreError)

    /// What the site's hub has not taken yet.
    func hubNotice() throws(StoreError) -> HubNotice?

    func keep(_ notice: HubNotice?) throws(StoreError)

    /// Changes with everything that a publication is made from: entries, what feeds say of themselves, who is followed.
    func generation() throws(StoreError) -> Int

    /// All articles ever seen, those of files that are gone included, in the order of their paths.
    func knownArticles() throws(StoreError) -> [KnownArticle]

    /// Writes all articles or none; those of other ids stay as they are.
    func remember(_ articles: [KnownArticle]) throws(StoreError)

    /// Keeps what was learned of where feeds are.
    func relocate(_ relocations: [FeedRecord.ID: Relocation]) throws(StoreError)

    /// The feeds that the site follows, in order.
    func feeds() throws(StoreError) -> [FeedRecord]

    func counts() throws(StoreError) -> StoreCounts
}

/// The totals of a store.
struct StoreCounts: Sendable, Equatable {
    /// Entries known, of feeds that are followed and of local articles.
    let entries: Int
    let articles: Int
    /// Of each feed that has any.
    let byFeed: [FeedRecord.ID: Int]
}

/// A feed as the store knows it.
struct FeedRecord: Sendable, Equatable, Identifiable {
    let id: Int64
    let address: String
    var validators = Validators()
    /// Of the last body that was parsed.
    var bodyDigest: Digest?
    /// What the feed said of itself when it was last parsed.
    var metadata: Feed {
        _read { yield stored.feed }
        set { stored = FeedMetadata(newValue) }
    }
    /// What it said then of how often it changes.
    var hints = FeedHints()
    var checkedAt: Timestamp?
    var succeededAt: Timestamp?
    /// When the document itself last came, and not a 304 in its place.
    var wholeAt: Timestamp?
    /// Not before this moment; nil for at once.
    var nextCheck: Timestamp?
    /// In a row.
    var failures = 0
    var error: String?
    /// The address under which it was first followed: a name that stays when the feed moves.
    var origin: String
    var relocation = Relocation()
    private var stored: FeedMetadata

    init(id: Int64, address: String, metadata: FeedMetadata = FeedMetadata(Feed())) {
        self.id = id
        self.address = address
        origin = address
        stored = metadata
    }

    /// What it calls itself; its address, if nothing.
    var title: String {
        guard let title = metadata.title?.value, !title.isEmpty else { return address }
        return title
    }

    /// Who stands for an entry that names nobody: its own authors, or itself.
    var authors: [Person] {
        let authors = stored.authors
        return authors.isEmpty ? [Person(name: title, uri: metadata.link)] : authors
    }

    /// Where it can be fetched: what it says itself where the site has it as a file.
    var selfAddress: String {
        guard Address(address).scheme == nil else { return address }
        return metadata.links.first { $0.rel == "self" }?.href ?? address
    }

    /// The address under which the store keeps the site's own articles.
    static let articles = "seeds/"

    /// Nil for the site's own articles: they come from no feed.
    var asSource: FeedRecord? { address == Self.articles ? nil : self }
}

/// Identifies an entry within its feed: the bytes of its id.
///
/// Bytes, not a `String`: Swift's `==` is canonical equivalence and would merge ids that differ only in Unicode
/// normalization.
struct EntryKey: Hashable, Sendable {
    let bytes: [UInt8]

    init(_ id: String) { bytes = Array(id.utf8) }
    init(stored bytes: [UInt8]) { self.bytes = bytes }

    /// An array would be hashed byte by byte.
    func hash(into hasher: inout Hasher) {
        unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
}

/// What the store remembers of an entry for the next comparison.
struct KnownEntry: Equatable, Sendable {
    /// Under which it was first seen; its feed may have given it others since.
    let key: EntryKey
    /// Of the entry as the feed sent it.
    let digest: Digest
    let firstSeen: Timestamp
    let updated: Timestamp
    /// How often it was rewritten since its text last changed.
    let rewrites: Int
    /// Nil for an entry of an older version, and for a tombstone.
    var facets: MergeFacets?
    /// Whether the feed's last document did not carry it.
    var isGone = false
    var withheld: Withheld?

    /// Whether its feed has deleted it.
    var isDeleted: Bool { withheld == .deleted }
}

/// One entry to write.
struct EntryRecord: Sendable, Equatable {
    let key: EntryKey
    let digest: Digest
    let firstSeen: Timestamp
    /// The place in the river, frozen at first sight; ignored when the entry is known already.
    let sortKey: Timestamp
    let updated: Timestamp
    /// The entry, sanitized, as JSON.
    let body: [UInt8]
    /// What tells whether it is the same as another.
    let facets: [UInt8]
    /// How often it was rewritten since its text last changed.
    var rewrites = 0
    /// Why it is known but not published; ignored when the entry is known already.
    let withheld: Withheld?
}

/// Why an entry is known but not published.
enum Withheld: String, Sendable {
    /// Older than the newest few that a new subscription may bring in at once: only what it is called is kept.
    case backfill
    /// Its feed no longer carries it, and has not for longer than the site keeps such entries: it stands in the archives
    /// only.
    case retention
    /// As `retention`, and only the fact that it was there is kept, so that it never comes back as new.
    case tombstone
    /// Its feed says that it is deleted (RFC 6721): only what tells its copies is kept.
    case deleted

    var keepsText: Bool { self != .tombstone && self != .deleted }
}

/// What one check of a feed changed.
struct FeedUpdate: Sendable {
    let feed: FeedRecord.ID
    let checkedAt: Timestamp
    let nextCheck: Timestamp?
    let outcome: Outcome

    enum Outcome: Sendable {
        /// There was a new document.
        case changed(Document)
        /// 304, or the same bytes as before; `whole` tells which.
        case unchanged(Validators, whole: Bool)
        /// The feed was not asked; only the time of its next check is new.
        case postponed
        case failed(String)
    }

    struct Document: Sendable {
        let metadata: Feed
        var hints = FeedHints()
        let validators: Validators
        let bodyDigest: Digest
        let entries: [EntryRecord]
        /// Entries that are withdrawn: articles whose file is gone.
        var removed: [EntryKey] = []
        /// Known entries that this document does not carry, the last one did.
        var gone: [EntryKey] = []
        /// Known entries that this document carries, the last one did not.
        var returned: [EntryKey] = []
        /// Known entries that the document says are deleted (RFC 6721).
        var deleted: [EntryKey] = []
        /// What it says is deleted and is no entry of this feed: recorded, and nothing else.
        var refusedDeletions: [EntryKey] = []
        /// New keys of entries that are known under another one.
        var aliases: [EntryKey: EntryKey] = [:]
        /// Whether it stands for itself, and does not only bring what is new (RFC 3229).
        var isWhole = true
    }
}

/// The entries of the feeds that a site follows, without their texts: feed by feed, the newest first.
///
/// In the parts in which they were read, and apart, since few look at the facets and all copy the entries.
struct Inventory: Sendable {
    var entries: [[StoredEntry]] = []
    /// What tells whether two entries are the same, at the same places.
    var facets: [[MergeFacets]] = []
}

extension Array {
    subscript<Part>(place: StoredEntry.Place) -> Part where Element == [Part] {
        self[Int(place.part)][Int(place.index)]
    }
}

/// An entry as the store knows it, without its text.
struct StoredEntry: Sendable, Equatable, Identifiable {
    let id: Int64
    let feed: FeedRecord.ID
    /// The beginning of the digest of the entry as the feed sent it: enough to see that it is another.
    let version: UInt64
    // As the store has them, in milliseconds: all entries of a site are in memory at once, and more than once.
    private let firstSeenTime: Int64
    private let sortTime: Int64
    private let updateTime: Int64
    private let goneTime: Int64?
    let withheld: Withheld?
    /// The archive document it stands in.
    let archive: Int?
    /// In the inventory with which it was read.
    let place: Place

    struct Place: Comparable, Sendable {
        var part: Int32 = 0
        var index: Int32 = 0

        static func < (one: Self, other: Self) -> Bool { (one.part, one.index) < (other.part, other.index) }
    }

    init(
        id: Int64, feed: FeedRecord.ID, version: UInt64, firstSeen: Timestamp, sortKey: Timestamp, updated: Timestamp,
        withheld: Withheld?, archive: Int?, goneAt: Timestamp? = nil, place: Place = Place()
    ) {
        self.id = id
        self.feed = feed
        self.version = version
        firstSeenTime = firstSeen.milliseconds
        sortTime = sortKey.milliseconds
        updateTime = updated.milliseconds
        goneTime = goneAt?.milliseconds
        self.withheld = withheld
        self.archive = archive
        self.place = place
    }

    var firstSeen: Timestamp { Timestamp(milliseconds: firstSeenTime) }
    /// Its place in the river.
    var sortKey: Timestamp { Timestamp(milliseconds: sortTime) }
    var updated: Timestamp { Timestamp(milliseconds: updateTime) }
    /// Since when its feed no longer carries it.
    var goneAt: Timestamp? { goneTime.map { Timestamp(milliseconds: $0) } }
}

/// What the site's rules decided of an entry.
struct StoredVerdict: Sendable, Equatable {
    /// A hash of all that it was made from.
    let inputs: UInt64
    let verdict: [UInt8]
}

/// What was published last: enough to know whether there is anything to do.
struct PublicationRecord: Sendable, Equatable {
    /// Of everything that the files were made from.
    var inputs: Digest?
    /// In the merged feed.
    var entries = 0
    /// Of what each file was made from, by path.
    var files: [String: Digest] = [:]
}

/// An entry with what the writer has to know about it.
///
/// A class, because each format hands it on many times, and it has a hundred fields.
final class RiverEntry: Sendable {
    let entry: Entry
    /// The feed it came from; nil for a local article.
    let feed: FeedRecord?
    let sortKey: Timestamp
    let updated: Timestamp
    /// The same story in other feeds: folded into this entry.
    let copies: [Copy]
    /// Entries of other feeds that tell of the same event.
    let related: [Link]
    /// Its id belongs to another feed's entry, which tells something else.
    let hasForeignID: Bool

    init(
        entry: Entry, feed: FeedRecord?, sortKey: Timestamp, updated: Timestamp, copies: [Copy] = [],
        related: [Link] = [], hasForeignID: Bool = false
    ) {
        self.entry = entry
        self.feed = feed
        self.sortKey = sortKey
        self.updated = updated
        self.copies = copies
        self.related = related
        self.hasForeignID = hasForeignID
    }

    /// An entry of another feed that tells the same.
    struct Copy: Sendable, Equatable {
        let feed: FeedRecord
        /// The page of the copy.
        let link: String?
    }
}
