/// What one refresh did; the JSON of `refresh --json`.
public struct Report: Sendable, Equatable, Encodable {
    /// Feeds that the site follows.
    public var feeds = 0
    /// Feeds that were due and had a new document.
    public var changed = 0
    /// Feeds that were due and had nothing new.
    public var notModified = 0
    /// Those of them that sent their whole document all the same.
    public var same = 0
    /// Feeds that were not due yet.
    public var notDue = 0
    /// Feeds that were due but whose host asked to be left alone.
    public var postponed = 0
    /// In the order of their addresses.
    public var failed: [FeedError] = []
    /// Every single feed failed for want of a network; none of them counts as failing.
    public var networkIsDown = false
    /// Of all new documents, after decompression.
    public var bytes = 0
    /// Of all bodies, as they came over the wire.
    public var wireBytes = 0
    public var newEntries = 0
    public var updatedEntries = 0
    /// From the markup and addresses of new and updated entries.
    public var removed = Sanitizer.Removed()
    /// Local articles in the river.
    public var articles = 0
    /// One line each.
    public var articleProblems: [String] = []
    /// Entries in the merged feed.
    public var published = 0
    /// Files of the publish directory that were replaced.
    public var replacedFiles: [String] = []
    /// Why the hub does not know of it yet, in one line.
    public var hubProblem: String?
    public var seconds = 0.0
    /// Of these, for selecting, writing and replacing files.
    public var publishSeconds = 0.0

    public init() {}

    mutating func add(_ intake: Intake) {
        let tally = intake.tally
        changed = tally.changed
        notModified = tally.notModified + tally.same
        same = tally.same
        postponed = tally.postponed
        failed = tally.failed.sorted { $0.feed < $1.feed }
        networkIsDown = intake.networkIsDown
        bytes = tally.bytes
        wireBytes = tally.wireBytes
        newEntries = tally.newEntries
        updatedEntries = tally.updatedEntries
        removed = tally.removed
    }
}

/// One feed failed: which, at which stage, and why.
public struct FeedError: Error, Sendable, Equatable, Encodable {
    public enum Stage: String, Sendable, Encodable { case fetch, parse, store }
    public let feed: String
    public let stage: Stage
    /// One line that names the feed.
    public let message: String
    /// Whether the network failed rather than the feed.
    public let isNetwork: Bool
}

/// How far a refresh is, for a progress line.
public struct RefreshProgress: Sendable {
    public let done: Int
    public let total: Int
    public let failed: Int
    /// Of all bodies, as they came over the wire.
    public let bytes: Int
    let hosts: PendingHosts

    /// A few hosts that have not answered for longest.
    public var pending: [String] { hosts.slowest }
}
