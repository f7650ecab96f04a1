/// What `feeds/site.json` says; every key but `title` and `link` has a default.
public struct Configuration: Sendable, Equatable {
    public var title: String
    public var subtitle: String?
    /// The address of the site's page: absolute, http or https.
    public var link: String
    /// The merged feed's `atom:id`; derived from `link` where `site.json` gives none.
    public var id: String
    /// Empty if none is given.
    public var author = Person()
    /// BCP 47.
    public var language: String?
    public var rights: String?
    /// Absolute.
    public var icon: String?
    /// Absolute.
    public var logo: String?
    public var publish = Publish()
    public var fetch = Fetch()
    public var schedule = Schedule()
    public var merge = Merge()
    /// In the order in which they run.
    public var rules: [Rule] = []
    public var retention = Retention()
    /// The path of the SQLite database, as written: relative to the site or absolute.
    public var store = ".feedtool/feedtool.sqlite"

    public init(title: String, link: String) {
        self.title = title
        self.link = link
        id = TagURI(site: link).feed
    }

    public struct Publish: Sendable, Equatable {
        /// As written: relative to the site or absolute.
        public var directory = "public"
        public var formats: [PublishFormat] = PublishFormat.allCases
        /// In the merged feed.
        public var entries = 100
        /// Of one feed, in the merged feed.
        public var entriesPerFeed = 30
        public var archives = true
        public var precompress = Precompress.current
        /// The address of a WebSub hub.
        public var hub: String?
        public var views: [View] = []

        public init() {}
    }

    /// Which files get compressed forms beside them.
    public enum Precompress: String, Sendable, CaseIterable {
        case off
        /// Those that readers come back for, again and again. An archive is fetched once, if at all.
        case current
        case all
    }

    /// A named selection of the river, published beside it.
    public struct View: Sendable, Equatable {
        /// The path below the published directory, such as `tag/swift`.
        public var name: String
        public var title: String?
        public var subtitle: String?
        /// Nil for those of the site.
        public var formats: [PublishFormat]?
        /// What an entry has to have, all of it.
        public var tag: String?
        /// Of the subscription list; folders in it count.
        public var folder: String?
        /// The feed's address.
        public var feed: String?
        public var author: String?
        /// BCP 47; `en` is `en-GB` as well.
        public var language: String?
        /// The name of a rule that did something to it.
        public var rule: String?
        /// Words that all stand in its title or text, letter case aside.
        public var search: String?
    }

    public struct Fetch: Sendable, Equatable {
        /// Seconds for one request with all its redirects.
        public var timeout: Double = 20
        /// Seconds until a connection stands.
        public var connectTimeout: Double = 10
        /// After decompression.
        public var maxBodyBytes = 15 << 20
        public var maxRedirects = 5
        public var maxConcurrent = 64
        public var maxConcurrentPerHost = 1
        /// Seconds between two requests to one host.
        public var minHostGap: Double = 1
        public var allowPrivateNetworks = false
        /// Nil for feedtool's own.
        public var userAgent: String?
        public var proxy: String?
        /// As written: relative to the site or absolute.
        public var caFile: String?

        public init() {}
    }

    /// Times between two checks of a feed, in minutes.
    public struct Schedule: Sendable, Equatable {
        public var interval: Double = 60
        public var minimum: Double = 15
        public var maximum: Double = 24 * 60

        public init() {}
    }

    public struct Merge: Sendable, Equatable {
        public var duplicates = Duplicates.collapse
        /// Whether entries of different feeds that tell of one event are tied together.
        public var stories = false
        /// How many entries of a new subscription appear at once.
        public var backfill = 10
        public var trackers = TrackerPolicy.strip
        /// Whose players stay frames; those of others become links.
        public var players: [PlayerService] = []

        public init() {}
    }

    public enum Duplicates: String, Sendable, CaseIterable { case collapse, keep }

    /// For entries that their feed no longer carries.
    public struct Retention: Sendable, Equatable {
        public var days = 180
        public var entriesPerFeed = 500

        public init() {}
    }
}
